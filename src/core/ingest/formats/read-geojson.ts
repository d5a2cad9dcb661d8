import type { IssueLog } from "../issue-log.ts";
import type { SourceFile } from "../world.ts";
import { parseJson } from "./parse-json.ts";

/** A GeoJSON text taken apart, nothing in it checked yet. */
export interface FeatureFile {
  readonly name: string;
  readonly features: readonly unknown[];
  /** name of the coordinate system the file declares, or null */
  readonly crs: string | null;
  /** the file declares its data synthetic */
  readonly synthetic: boolean;
  /** deepest nesting of the whole text */
  readonly depth: number;
}

const GEOMETRY_TYPES: ReadonlySet<unknown> = new Set([
  "Point",
  "MultiPoint",
  "LineString",
  "MultiLineString",
  "Polygon",
  "MultiPolygon",
  "GeometryCollection",
]);

/** Most features of one file; a city has thousands, a province's roads hundreds of thousands. */
const MAX_FEATURES = 1_000_000;

type Members = Readonly<Record<string, unknown>>;

/** True for JSON objects (not arrays). */
export function isObject(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An own member of a JSON object, or undefined. */
export function memberOf(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function featuresOf(value: unknown): readonly unknown[] | null {
  const type = memberOf(value, "type");
  if (type === "FeatureCollection") {
    const features = memberOf(value, "features");
    return Array.isArray(features) ? features : null;
  }
  if (type === "Feature") return [value];
  if (GEOMETRY_TYPES.has(type)) return [{ type: "Feature", properties: {}, geometry: value }];
  return null;
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return "[…]";
  if (!isObject(value)) return value === null ? "null" : typeof value;
  const type = memberOf(value, "type");
  return typeof type === "string" ? `type: ${type.slice(0, 30)}` : "{…}";
}

function crsOf(value: unknown): string | null {
  const crs = memberOf(value, "crs");
  if (crs === undefined || crs === null) return null;
  const name = memberOf(memberOf(crs, "properties"), "name");
  return typeof name === "string" ? name.slice(0, 100) : "?";
}

/**
 * The features of a GeoJSON text: a collection, a single feature or a bare geometry. Anything else
 * becomes an issue and null.
 */
export function readGeojson(source: SourceFile, log: IssueLog): FeatureFile | null {
  const parsed = parseJson(source, log);
  if (parsed === undefined) return null;
  const { value, depth } = parsed;
  const features = featuresOf(value);
  if (features === null) {
    log.add("error", "not-geojson", { source: source.name, args: { found: describe(value) } });
    return null;
  }
  if (features.length > MAX_FEATURES) {
    const args = { n: features.length, limit: MAX_FEATURES };
    log.add("error", "too-many-features", { source: source.name, args });
    return null;
  }
  if (features.length === 0) log.add("warning", "no-features", { source: source.name });
  const synthetic = memberOf(memberOf(value, "pianqu"), "synthetic") === true;
  return { name: source.name, features, crs: crsOf(value), synthetic, depth };
}
