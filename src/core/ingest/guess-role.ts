import { CLASS_HEADERS, classify, WIDTH_HEADERS } from "./barrier-classes.ts";
import { createIssueLog } from "./issue-log.ts";
import { matchColumns } from "./ledger-columns.ts";
import { findHeader } from "./table/find-header.ts";
import { isTableText } from "./table/table.ts";
import { hasGeometry } from "./table/table-features.ts";
import type { SourceRole } from "./world.ts";

/** Only the beginning of a file is looked at, UTF-16 units. */
const HEAD = 400_000;

const NAME_HINTS: readonly (readonly [SourceRole, RegExp])[] = [
  ["crossings", /crossing|bridge|underpass|通道|桥|过街/i],
  ["communities", /communit|neighbou?rhood|社区|居委/i],
  ["barriers", /barrier|water|river|lake|canal|road|street|rail|highway|阻隔|水|河|湖|路|街|铁/i],
  ["ledger", /ledger|台账/i],
  ["compounds", /compound|estate|小区|院落/i],
];

type Shape = "area" | "line" | "point";

/** Land uses that scenery is made of. */
const SCENERY = /^(?:city|block|field|park|school|hospital|market|office|industry|shops)$/;

interface Evidence {
  /** some `kind` is a land use: scenery behind the map */
  readonly scenery: boolean;
  /** what most features are; null: no geometry in sight */
  readonly shape: Shape | null;
  /** property names */
  readonly keys: readonly string[];
  /** some class property holds a road, rail or water class */
  readonly classed: boolean;
  readonly crossing: boolean;
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

function isBarrierClass(key: string, value: string, shape: Shape | null): boolean {
  if (!CLASS_HEADERS.some((header) => header === key)) return false;
  const found = classify(value);
  // A polygon of class `residential` is land use; only a line of that class is a street.
  return found !== null && (shape !== "area" || found.kind !== "road");
}

function collect(head: string): Evidence {
  const shape = shapeOf(head);
  const keys = new Set<string>();
  let classed = false;
  let crossing = false;
  let scenery = false;
  for (const [, key, text] of head.matchAll(/"([^"\\]{1,40})"\s*:\s*(?:"([^"\\]{0,40})")?/g)) {
    keys.add(key);
    if (text === undefined) continue;
    scenery ||= key === "kind" && SCENERY.test(text);
    classed ||= isBarrierClass(key, text, shape);
    crossing ||= /crossing|bridge|underpass|overpass|zebra|桥|通道|地道|斑马线/i.test(text);
  }
  return { shape, keys: [...keys], classed, crossing, scenery };
}

function hintOf(name: string): SourceRole | null {
  return NAME_HINTS.find(([, pattern]) => pattern.test(name))?.[0] ?? null;
}

/** Outlines of districts as the program writes them: shown behind the compounds, never taken for such. */
function isOwnDistricts({ keys }: Evidence): boolean {
  return ["limits_met", "compounds", "id"].every((key) => keys.includes(key));
}

/** Names of administrative areas in land surveys (TD/T 1057: 行政区, 村级调查区), and of 社区. */
const SURVEY_KEYS = /^(?:XZQMC|CJDCQMC|SQMC)$/i;

function guessArea(name: string, evidence: Evidence): SourceRole {
  const fields = matchColumns(evidence.keys, { source: name, fieldMap: null }, createIssueLog());
  const quantities = ["households", "built_year", "floor_area", "buildings", "mgmt_mode", "fee"];
  if (quantities.some((field) => [...fields.keys()].some((key) => key === field))) {
    return "compounds";
  }
  if (evidence.classed) return "barriers";
  const hint = hintOf(name);
  if (hint !== "compounds" && evidence.keys.some((key) => SURVEY_KEYS.test(key)))
    return "communities";
  if (fields.has("community_code") && hint !== "compounds") return "communities";
  return hint === "communities" || hint === "barriers" ? hint : "compounds";
}

/** Columns of a table's first sheet whose header can be found in the beginning of its text. */
function readHeaders(text: string): readonly string[] {
  const rows = text.slice(0, 20_000).split("\n").slice(0, 45).map(parseRow);
  return findHeader({ name: "", rows, merges: [] }).headers.filter((header) => header !== "");
}

/** One row of table text, or one line of separated values. */
function parseRow(line: string): string[] {
  const plain = line
    .trim()
    .replace(/,$/, "")
    .replace(/^\ufeff/, "");
  if (plain.startsWith('["') || plain.startsWith("[null")) {
    try {
      return (JSON.parse(plain.replace(/\]+\}?\]*\}?$/, "]")) as unknown[]).map((cell) =>
        String(cell ?? ""),
      );
    } catch {
      return [];
    }
  }
  return plain.startsWith("{")
    ? []
    : plain.split(/[,;\t]/).map((cell) => cell.replace(/^"|"$/g, ""));
}

function guessTable(name: string, text: string): SourceRole {
  const headers = readHeaders(text);
  const fields = matchColumns(headers, { source: name, fieldMap: null }, createIssueLog());
  if (!hasGeometry(fields)) return "ledger";
  const hint = hintOf(name);
  if (hint === "crossings" || hint === "barriers" || hint === "communities") return hint;
  return fields.has("wkt") || hint === "compounds" ? "compounds" : "ledger";
}

/**
 * What files dropped together hold. A table of points is a ledger beside polygons, and is the compounds
 * where nothing else is.
 */
export function guessRoles<T extends { readonly name: string; readonly text: string }>(
  files: readonly T[],
): (T & { readonly role: SourceRole })[] {
  const guessed = files.map((file) => ({ ...file, role: guessRole(file.name, file.text) }));
  if (guessed.some(({ role }) => role === "compounds")) return guessed;
  const table = guessed.findIndex(
    ({ name, text, role }) => role === "ledger" && isPlacedTable(name, text),
  );
  return guessed.map((file, i) => (i === table ? { ...file, role: "compounds" } : file));
}

/** True for a text that holds nothing but notes on why: of a file that could not be read, or an archive. */
export function holdsNotesOnly(text: string): boolean {
  if (!/^\{"type":"FeatureCollection","pianqu":\{"reading":/.test(text)) return false;
  return text.length < HEAD && /"features":\[\]\}\s*$/.test(text);
}

function isPlacedTable(name: string, text: string): boolean {
  const headers = readHeaders(text);
  return hasGeometry(matchColumns(headers, { source: name, fieldMap: null }, createIssueLog()));
}

/**
 * What a file probably holds, from the beginning of its text and, where that leaves it open, its name:
 * for files dropped together. Any text is allowed; the fallback is `compounds`.
 */
export function guessRole(name: string, text: string): SourceRole {
  const head = text
    .slice(0, HEAD)
    .replaceAll("\u001e", "")
    .replace(/^\ufeff/, "");
  const start = head.trimStart()[0];
  const isTable =
    isTableText(head) || (start !== "{" && start !== "[" && /^[^\n]*[,;\t]/.test(head));
  if (isTable && !/\.(?:geo)?json$/i.test(name)) return guessTable(name, head);
  if (start !== "{") return /\.(?:geo)?json$/i.test(name) && start !== "[" ? "compounds" : "ledger";
  // What could not be opened brings nothing but its notes; it must not take the compounds' place.
  if (holdsNotesOnly(head)) return hintOf(name) ?? "barriers";
  const evidence = collect(head);
  if (evidence.scenery || isOwnDistricts(evidence)) return "context";
  if (evidence.shape === null) return hintOf(name) ?? "compounds";
  if (evidence.shape === "area") return guessArea(name, evidence);
  if (evidence.shape === "line")
    return evidence.crossing && !evidence.classed ? "crossings" : "barriers";
  const hasWidth = WIDTH_HEADERS.some((header) => evidence.keys.includes(header));
  return hintOf(name) === "compounds" && !hasWidth && !evidence.crossing
    ? "compounds"
    : "crossings";
}
