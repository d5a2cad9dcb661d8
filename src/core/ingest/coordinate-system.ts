import gcoord from "gcoord";
import type { Geometry, Position } from "geojson";
import proj4 from "proj4";

/** A way to WGS 84 degrees. */
export interface CoordinateSystem {
  /** `EPSG:n`, `CRS84`, `GCJ-02` or `BD-09` */
  readonly name: string;
  /** true: coordinates are metres in a plane */
  readonly projected: boolean;
  /** null: already WGS 84 (or CGCS2000, which differs by less than 1 m) */
  readonly toWgs84: ((position: Position) => Position) | null;
}

const GEOGRAPHIC: ReadonlySet<number> = new Set([4326, 4490, 4979]);

function gaussKruger(lon0: number, falseEastingM: number): string {
  return `+proj=tmerc +lat_0=0 +lon_0=${lon0} +k=1 +x_0=${falseEastingM} +y_0=0 +ellps=GRS80 +units=m +no_defs`;
}

/**
 * Definition of the projected systems that bureaus use: CGCS2000 Gauss-Kruger zones (6°: EPSG 4491
 * to 4512, 3°: 4513 to 4554, each with and without zone prefix), UTM on WGS 84, Web Mercator.
 */
function definitionOf(epsg: number): string | null {
  if (epsg === 3857) return "EPSG:3857";
  if (epsg >= 4491 && epsg <= 4501) {
    const zone = epsg - 4491 + 13;
    return gaussKruger(zone * 6 - 3, zone * 1e6 + 500_000);
  }
  if (epsg >= 4502 && epsg <= 4512) return gaussKruger(75 + (epsg - 4502) * 6, 500_000);
  if (epsg >= 4513 && epsg <= 4533) {
    const zone = epsg - 4513 + 25;
    return gaussKruger(zone * 3, zone * 1e6 + 500_000);
  }
  if (epsg >= 4534 && epsg <= 4554) return gaussKruger(75 + (epsg - 4534) * 3, 500_000);
  const zone = epsg % 100;
  const hemisphere = Math.floor(epsg / 100);
  if (zone < 1 || zone > 60 || (hemisphere !== 326 && hemisphere !== 327)) return null;
  return `+proj=utm +zone=${zone}${hemisphere === 327 ? " +south" : ""} +datum=WGS84 +units=m +no_defs`;
}

/** Positions that come out of a conversion keep 9 decimals (0.1 mm). */
function round9(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}

function projectedSystem(epsg: number, definition: string): CoordinateSystem {
  const converter = proj4(definition, "WGS84");
  return {
    name: `EPSG:${epsg}`,
    projected: true,
    toWgs84: ([x, y]) => {
      const [lon, lat] = converter.forward([x, y]);
      return [round9(lon), round9(lat)];
    },
  };
}

function shiftedSystem(name: string, from: typeof gcoord.GCJ02 | typeof gcoord.BD09) {
  return {
    name,
    projected: false,
    toWgs84: ([lon, lat]: Position): Position => {
      const [x, y] = gcoord.transform([lon, lat], from, gcoord.WGS84);
      return [round9(x), round9(y)];
    },
  };
}

/**
 * The coordinate system of a name such as `EPSG:4543`, `urn:ogc:def:crs:EPSG::4490`, `CRS84`,
 * `gcj02` or `bd09`; null when it is not known here.
 */
export function findCoordinateSystem(name: string): CoordinateSystem | null {
  if (/CRS:?84$/i.test(name)) return { name: "CRS84", projected: false, toWgs84: null };
  if (/^gcj-?02$/i.test(name)) return shiftedSystem("GCJ-02", gcoord.GCJ02);
  if (/^bd-?09(ll)?$/i.test(name)) return shiftedSystem("BD-09", gcoord.BD09);
  const digits = /EPSG:{1,2}(?:[\d.]+:)?(\d{4,5})$/i.exec(name)?.[1];
  if (digits === undefined) return null;
  const epsg = Number(digits);
  if (GEOGRAPHIC.has(epsg)) return { name: `EPSG:${epsg}`, projected: false, toWgs84: null };
  const definition = definitionOf(epsg);
  return definition === null ? null : projectedSystem(epsg, definition);
}

/**
 * EPSG code that an easting with zone prefix gives away (CGCS2000: 25…45 are 3° zones, 13…23 are 6°
 * zones), as ` EPSG:n?`; empty when there is no such prefix.
 */
export function hintZone(x: number): string {
  const zone = Math.floor(x / 1e6);
  if (zone >= 25 && zone <= 45) return `EPSG:${4513 + zone - 25}?`;
  if (zone >= 13 && zone <= 23) return `EPSG:${4491 + zone - 13}?`;
  return "";
}

/** Calls `visit` for every position of the geometry. */
export function eachPosition(geometry: Geometry, visit: (position: Position) => void): void {
  if (geometry.type === "GeometryCollection") {
    for (const part of geometry.geometries) eachPosition(part, visit);
    return;
  }
  const stack: unknown[] = [geometry.coordinates];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const items = top as readonly unknown[];
    if (typeof items[0] === "number") visit(items as Position);
    else for (let i = items.length - 1; i >= 0; i--) stack.push(items[i]);
  }
}
