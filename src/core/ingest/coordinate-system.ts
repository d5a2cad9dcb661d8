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
  /** the way back, for planes: unrounded */
  readonly fromWgs84?: (position: Position) => Position;
  /** farthest that positions may be off because the datum's parameters are not public, m; 0: exact */
  readonly uncertaintyM: number;
}

const GEOGRAPHIC: ReadonlySet<number> = new Set([4326, 4490, 4979]);

/** Xi'an 1980 and Beijing 1954 lie within this of CGCS2000 in China; their parameters are secret. */
const OLD_DATUM_M = 150;
const OLD_GEOGRAPHIC: ReadonlyMap<number, string> = new Map([
  [4610, "IAU76"],
  [4214, "krass"],
]);

function gaussKruger(lon0: number, falseEastingM: number, ellps = "GRS80"): string {
  return `+proj=tmerc +lat_0=0 +lon_0=${lon0} +k=1 +x_0=${falseEastingM} +y_0=0 +ellps=${ellps} +units=m +no_defs`;
}

/** First code, last code, first zone, degrees per zone, whether the easting begins with the zone. */
type ZoneRow = readonly [number, number, number, 3 | 6, boolean];

/** Gauss-Kruger zones of the datums before CGCS2000, by ellipsoid. */
const OLD_ZONES: readonly (readonly [string, readonly ZoneRow[]])[] = [
  [
    "IAU76",
    [
      [2327, 2337, 13, 6, true],
      [2338, 2348, 13, 6, false],
      [2349, 2369, 25, 3, true],
      [2370, 2390, 25, 3, false],
    ],
  ],
  [
    "krass",
    [
      [2401, 2421, 25, 3, true],
      [2422, 2442, 25, 3, false],
      [21413, 21423, 13, 6, true],
      [21453, 21463, 13, 6, false],
    ],
  ],
];

function oldDefinitionOf(epsg: number): string | null {
  for (const [ellps, rows] of OLD_ZONES) {
    for (const [from, to, first, degrees, prefixed] of rows) {
      if (epsg < from || epsg > to) continue;
      const zone = first + epsg - from;
      const lon0 = degrees === 3 ? zone * 3 : zone * 6 - 3;
      return gaussKruger(lon0, (prefixed ? zone * 1e6 : 0) + 500_000, ellps);
    }
  }
  return null;
}

/** A transverse Mercator plane of a city, as a `.prj` describes it. */
const PLANE =
  /^\+proj=tmerc(?: \+(?:lat_0|lon_0|k|x_0|y_0)=-?\d+(?:\.\d+)?){1,5} \+ellps=(GRS80|WGS84|IAU76|krass) \+units=m$/;

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

function projectedSystem(name: string, definition: string, uncertaintyM: number): CoordinateSystem {
  const converter = proj4(definition, "WGS84");
  return {
    name,
    projected: true,
    uncertaintyM,
    toWgs84: ([x, y]) => {
      const [lon, lat] = converter.forward([x, y]);
      return [round9(lon), round9(lat)];
    },
    fromWgs84: ([lon, lat]) => converter.inverse([lon, lat]),
  };
}

function shiftedSystem(name: string, from: typeof gcoord.GCJ02 | typeof gcoord.BD09) {
  return {
    name,
    projected: false,
    uncertaintyM: 1,
    toWgs84: ([lon, lat]: Position): Position => {
      const [x, y] = gcoord.transform([lon, lat], from, gcoord.WGS84);
      return [round9(x), round9(y)];
    },
  };
}

/**
 * The coordinate system of a name such as `EPSG:4543`, `urn:ogc:def:crs:EPSG::4490`, `CRS84`,
 * `gcj02` or `bd09`, or a proj text of a transverse Mercator plane; null when it is not known here.
 */
export function findCoordinateSystem(name: string): CoordinateSystem | null {
  if (/CRS:?84$/i.test(name))
    return { name: "CRS84", projected: false, toWgs84: null, uncertaintyM: 0 };
  if (/^gcj-?02$/i.test(name)) return shiftedSystem("GCJ-02", gcoord.GCJ02);
  if (/^bd-?09(ll)?$/i.test(name)) return shiftedSystem("BD-09", gcoord.BD09);
  const plane = PLANE.exec(name);
  if (plane !== null) {
    return projectedSystem(name, `${name} +no_defs`, isOld(plane[1]) ? OLD_DATUM_M : 0);
  }
  const digits = /EPSG:{1,2}(?:[\d.]+:)?(\d{4,5})$/i.exec(name)?.[1];
  if (digits === undefined) return null;
  const epsg = Number(digits);
  const own = `EPSG:${epsg}`;
  if (GEOGRAPHIC.has(epsg)) return { name: own, projected: false, toWgs84: null, uncertaintyM: 0 };
  if (OLD_GEOGRAPHIC.has(epsg)) {
    return { name: own, projected: false, toWgs84: null, uncertaintyM: OLD_DATUM_M };
  }
  const definition = definitionOf(epsg);
  if (definition !== null) return projectedSystem(own, definition, 0);
  const old = oldDefinitionOf(epsg);
  return old === null ? null : projectedSystem(own, old, OLD_DATUM_M);
}

function isOld(ellipsoid: string): boolean {
  return ellipsoid === "IAU76" || ellipsoid === "krass";
}

/** Calls `visit` for every position of the geometry. */
export function eachPosition(geometry: Geometry, visit: (position: Position) => void): void {
  if (geometry.type === "GeometryCollection") {
    for (const part of geometry.geometries) eachPosition(part, visit);
    return;
  }
  visitPositions(geometry.coordinates, visit);
}

type Coordinates = Position | readonly Coordinates[];

/** The first position of a checked geometry, which has no empty lists; null: a collection of nothing. */
export function firstPosition(geometry: Geometry): [number, number] | null {
  if (geometry.type === "GeometryCollection") {
    const positions = geometry.geometries.map(firstPosition);
    return positions.find((position) => position !== null) ?? null;
  }
  let items: Coordinates = geometry.coordinates;
  while (typeof items[0] !== "number") items = (items as readonly Coordinates[])[0];
  const [x, y] = items as Position;
  return [x, y];
}

/** Levels of a geometry were counted when it was checked: there are four at most. */
function visitPositions(items: Coordinates, visit: (position: Position) => void): void {
  if (typeof items[0] === "number") visit(items as Position);
  else for (const item of items as readonly Coordinates[]) visitPositions(item, visit);
}
