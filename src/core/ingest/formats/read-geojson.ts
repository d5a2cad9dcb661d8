import type { IssueLog } from "../issue-log.ts";
import type { ParsedFile, SourceFile } from "../world.ts";
import { isObject, memberOf } from "./json-members.ts";
import { parseJson } from "./parse-json.ts";
import { isJsonLines, parseJsonLines } from "./read-json-lines.ts";
import { reportNotes } from "./read-notes.ts";

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
  /** container the text was taken from, `table`, or null for GeoJSON itself */
  readonly format: string | null;
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
  return typeof name === "string" ? name.slice(0, 200) : "?";
}

/** Parsed text: one JSON value, or the values of its lines as one collection. */
function parse(source: SourceFile, log: IssueLog): { value: unknown; depth: number } | undefined {
  return isJsonLines(source.text) ? parseJsonLines(source, log) : parseJson(source, log);
}

/**
 * The features of a GeoJSON text: a collection, a single feature, a bare geometry, or one feature a
 * line (RFC 8142 and newline-delimited). Anything else becomes an issue and null.
 */
export function readGeojson(source: SourceFile, log: IssueLog): FeatureFile | null {
  const parsed = parse(source, log);
  return parsed === undefined ? null : readParsed({ ...source, parsed }, log);
}

/** The features of a text that is parsed already. */
export function readParsed(source: ParsedFile, log: IssueLog): FeatureFile | null {
  const { value, depth } = source.parsed;
  reportNotes(value, source.name, log);
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
  if (features.length === 0 && memberOf(memberOf(value, "pianqu"), "reading") === undefined) {
    log.add("warning", "no-features", { source: source.name });
  }
  const synthetic = memberOf(memberOf(value, "pianqu"), "synthetic") === true;
  const from = memberOf(memberOf(memberOf(value, "pianqu"), "reading"), "format");
  const format = typeof from === "string" ? from : null;
  return { name: source.name, features, crs: crsOf(value), synthetic, depth, format };
}
