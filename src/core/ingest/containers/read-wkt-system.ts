/// <reference path="./wkt-parser.d.ts" />
import parse from "wkt-parser";

/** Parameters of a transverse Mercator plane, degrees and metres. */
interface Plane {
  readonly lon0: number;
  readonly lat0: number;
  readonly k: number;
  readonly x0: number;
  readonly y0: number;
}

const GRS80 = 298.257222101;
const WGS84 = 298.257223563;

type Wkt = Readonly<Record<string, unknown>>;

function numberOf(wkt: Wkt, key: string, fallback: number): number {
  const value = wkt[key];
  return typeof value === "number" && Number.isFinite(value) ? value : fallback;
}

function isNear(a: number, b: number, tolerance: number): boolean {
  return Math.abs(a - b) <= tolerance;
}

/** Ellipsoid as proj names it; null when it is none that is known here. */
function ellipsoidOf(wkt: Wkt): string | null {
  const [a, rf] = [numberOf(wkt, "a", 0), numberOf(wkt, "rf", 0)];
  if (isNear(a, 6378137, 0.5) && isNear(rf, GRS80, 1e-6)) return "GRS80";
  if (isNear(a, 6378137, 0.5) && isNear(rf, WGS84, 1e-6)) return "WGS84";
  if (isNear(a, 6378140, 0.5) && isNear(rf, 298.257, 1e-3)) return "IAU76";
  if (isNear(a, 6378245, 0.5) && isNear(rf, 298.3, 1e-3)) return "krass";
  return null;
}

function planeOf(wkt: Wkt): Plane {
  const degrees = (key: string) => {
    const value = (numberOf(wkt, key, 0) * 180) / Math.PI;
    return Math.round(value * 1e9) / 1e9;
  };
  return {
    lon0: degrees("long0"),
    lat0: degrees("lat0"),
    k: numberOf(wkt, "k0", 1),
    x0: numberOf(wkt, "x0", 0),
    y0: numberOf(wkt, "y0", 0),
  };
}

/** EPSG code of a CGCS2000 Gauss-Kruger zone, or null. */
function cgcsZone({ lon0, lat0, k, x0, y0 }: Plane): number | null {
  if (lat0 !== 0 || y0 !== 0 || k !== 1 || lon0 < 75 || lon0 > 135) return null;
  const three = lon0 / 3;
  const six = (lon0 + 3) / 6;
  if (Number.isInteger(three) && x0 === 500_000) return 4534 + three - 25;
  if (Number.isInteger(three) && x0 === three * 1e6 + 500_000) return 4513 + three - 25;
  if (Number.isInteger(six) && x0 === six * 1e6 + 500_000) return 4491 + six - 13;
  return null;
}

function utmZone({ lon0, lat0, k, x0, y0 }: Plane): number | null {
  const zone = (lon0 + 183) / 6;
  if (lat0 !== 0 || k !== 0.9996 || x0 !== 500_000 || !Number.isInteger(zone)) return null;
  return y0 === 0 ? 32600 + zone : y0 === 10_000_000 ? 32700 + zone : null;
}

function nameOf(wkt: Wkt): string {
  const { name } = wkt;
  return typeof name === "string" ? name.slice(0, 80) : "?";
}

function nameTransverse(wkt: Wkt, ellipsoid: string): string {
  const plane = planeOf(wkt);
  const metre = numberOf(wkt, "to_meter", 1);
  if (metre !== 1) return nameOf(wkt);
  const isModern = ellipsoid === "GRS80" || ellipsoid === "WGS84";
  const epsg = isModern ? (cgcsZone(plane) ?? utmZone(plane)) : null;
  if (epsg !== null) return `EPSG:${epsg}`;
  const { lon0, lat0, k, x0, y0 } = plane;
  return `+proj=tmerc +lat_0=${lat0} +lon_0=${lon0} +k=${k} +x_0=${x0} +y_0=${y0} +ellps=${ellipsoid} +units=m`;
}

function nameSystem(wkt: Wkt): string {
  const projection = String(wkt.projName ?? "").toLowerCase();
  const ellipsoid = ellipsoidOf(wkt);
  const name = nameOf(wkt);
  if (
    /mercator_auxiliary|pseudo.?mercator|popular.?visuali[sz]ation/i.test(`${name} ${projection}`)
  ) {
    return "EPSG:3857";
  }
  if (ellipsoid === null) return name;
  if (projection === "longlat") {
    if (ellipsoid === "WGS84") return "EPSG:4326";
    if (ellipsoid === "GRS80") return "EPSG:4490";
    return ellipsoid === "IAU76" ? "EPSG:4610" : "EPSG:4214";
  }
  return /gauss|transverse/.test(projection) ? nameTransverse(wkt, ellipsoid) : name;
}

/**
 * Name of the coordinate system that a `.prj` or another well-known text describes: `EPSG:n` where it
 * is one known here, a proj text for other transverse Mercator planes (city grids, Xi'an 80,
 * Beijing 54), else the name it gives itself. Null for an empty text.
 */
export function systemOfWkt(text: string): string | null {
  const trimmed = text.replace(/\0/g, "").trim().slice(0, 20_000);
  if (trimmed === "") return null;
  try {
    return nameSystem(parse(trimmed));
  } catch {
    return trimmed.replace(/\s+/g, " ").slice(0, 80);
  }
}
