import { CLASS_HEADERS, classify } from "../barrier-classes.ts";
import { createIssueLog } from "../issue-log.ts";
import { type Columns, matchColumns, normalizeHeader } from "../ledger-columns.ts";

export type Shape = "area" | "line" | "point";

/** What the beginning of a layer's text tells. */
export interface LayerEvidence {
  /** what most features are; null: no geometry in sight */
  readonly shape: Shape | null;
  readonly features: number;
  /** property names as they stand */
  readonly keys: readonly string[];
  readonly columns: Columns;
  /** property name without unit, in lower case → values, each as often as it occurs */
  readonly values: ReadonlyMap<string, readonly string[]>;
}

const SHAPES: Readonly<Record<string, Shape>> = {
  Polygon: "area",
  MultiPolygon: "area",
  LineString: "line",
  MultiLineString: "line",
  Point: "point",
  MultiPoint: "point",
};

function shapeOf(head: string): Shape | null {
  const counts = { area: 0, line: 0, point: 0 };
  for (const [, type] of head.matchAll(/"type"\s*:\s*"([A-Za-z]{5,15})"/g)) {
    if (Object.hasOwn(SHAPES, type)) counts[SHAPES[type]] += 1;
  }
  const order: readonly Shape[] = ["area", "line", "point"];
  const best = order.reduce((a, b) => (counts[b] > counts[a] ? b : a));
  return counts[best] === 0 ? null : best;
}

/** Keys of GeoJSON itself. */
const MEMBERS: ReadonlySet<string> = new Set(["type", "properties", "geometry", "coordinates"]);
const MEMBER_VALUES =
  /^(?:Feature|FeatureCollection|GeometryCollection|(?:Multi)?(?:Point|LineString|Polygon))$/;

const PAIR = /"([^"\\]{1,40})"\s*:\s*(?:"([^"\\]{0,40})"|(-?\d[\d.]*))?/g;

/** Reads keys and values off the features in the beginning of a text of GeoJSON. */
export function collectEvidence(name: string, head: string): LayerEvidence {
  const keys = new Set<string>();
  const values = new Map<string, string[]>();
  // What stands before the features (name, system, notes) are no properties.
  const start = Math.max(0, head.search(/"features"\s*:\s*\[/));
  for (const [, key, text, figure] of head.slice(start).matchAll(PAIR)) {
    const value = text ?? figure;
    if (MEMBERS.has(key) && (value === undefined || MEMBER_VALUES.test(value))) continue;
    keys.add(key);
    if (value === undefined || value === "") continue;
    const plain = normalizeHeader(key).key;
    const held = values.get(plain);
    if (held === undefined) values.set(plain, [value]);
    else held.push(value);
  }
  const headers = [...keys];
  return {
    shape: shapeOf(head),
    features: [...head.matchAll(/"type"\s*:\s*"Feature"/g)].length,
    keys: headers,
    columns: matchColumns(headers, { source: name, fieldMap: null }, createIssueLog()),
    values,
  };
}

const CROSSING_HEADERS: readonly string[] = [...CLASS_HEADERS, "crossing", "bridge", "man_made"];
const CROSSING =
  /crossing|bridge|underpass|overpass|viaduct|zebra|桥|通道|地道|斑马线|人行横道|过街/i;

function isCrossing(header: string, value: string): boolean {
  const isMarked = header === "bridge" && /^(?:yes|true|t|1|是)$/i.test(value);
  return isMarked || CROSSING.test(value);
}

/** Values of class columns that name a crossing. What features are called does not count. */
export function countCrossings({ values }: LayerEvidence): number {
  const counts = CROSSING_HEADERS.map(
    (header) => (values.get(header) ?? []).filter((value) => isCrossing(header, value)).length,
  );
  return Math.max(...counts);
}

/** Words that are a street as a line and a use of land as an area. */
const LAND_USE = /^(?:residential|pedestrian|service|services|construction|rest_area)$/i;

/** True when some class column holds a road, rail or water class. */
export function isClassed({ values, shape }: LayerEvidence): boolean {
  return CLASS_HEADERS.some((header) =>
    (values.get(header) ?? []).some(
      (value) => classify(value) !== null && (shape !== "area" || !LAND_USE.test(value)),
    ),
  );
}
