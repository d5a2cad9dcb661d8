import { wktToGeoJSON } from "betterknown";
import type { Geometry } from "geojson";
import { cellOf } from "../cell-of.ts";
import { createIssueLog, type IssueLog } from "../issue-log.ts";
import { type Columns, type FieldMap, matchColumns } from "../ledger-columns.ts";
import { readText } from "../read-value.ts";
import type { FileReading } from "../world.ts";
import { readSheet, type SheetBody } from "./read-sheet.ts";
import { reportBody } from "./report-body.ts";
import type { Sheet } from "./table.ts";

/** Longest well-known text of one cell that is read. */
const MAX_WKT = 2_000_000;
/** Deepest nesting of brackets in it. */
const MAX_WKT_DEPTH = 8;

const DEGREES =
  /^([东西南北nsew]?[经纬]?)(-?\d+(?:\.\d+)?)(?:°|度)(?:(\d+(?:\.\d+)?)(?:′|'|分))?(?:(\d+(?:\.\d+)?)(?:″|"|''|′′|秒))?([nsew]?)$/i;

/** A coordinate: a number, or degrees, minutes and seconds (`101°31′48″`); null when it is none. */
export function readCoordinate(raw: unknown): number | null {
  if (typeof raw === "number") return Number.isFinite(raw) ? raw : null;
  const text = readText(raw)?.normalize("NFKC").replace(/\s+/g, "") ?? "";
  if (/^[+-]?\d+(?:\.\d+)?$/.test(text)) return Number(text);
  const match = DEGREES.exec(text);
  if (match === null) return null;
  const [, before, degrees, minutes = "0", seconds = "0", after] = match;
  const value = Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600;
  return /[西南sw]/i.test(`${before}${after}`) ? -value : value;
}

/** The position a row states, `[x, y]` as written, or null. */
export function readPosition(row: unknown, columns: Columns): [number, number] | null {
  const x = readCoordinate(cellOf(row, columns.get("lon")));
  const y = readCoordinate(cellOf(row, columns.get("lat")));
  if (x !== null && y !== null) return [x, y];
  const both = readText(cellOf(row, columns.get("lonlat")));
  const parts = both?.normalize("NFKC").split(/[,;\s]+/) ?? [];
  if (parts.length !== 2) return null;
  const [first, second] = parts.map(readCoordinate);
  return first === null || second === null ? null : [first, second];
}

function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === "(") depth += 1;
    else if (character === ")") depth -= 1;
    if (depth > MAX_WKT_DEPTH) return true;
  }
  return false;
}

/** Geometry of well-known text; `bad` when the cell holds something else. */
function readWkt(raw: unknown): Geometry | "bad" | null {
  if (typeof raw !== "string" || raw.trim() === "") return null;
  const text = raw.trim().replace(/^SRID=\d+;/i, "");
  if (text.length > MAX_WKT || isTooDeep(text)) return "bad";
  try {
    return text.startsWith("{")
      ? (JSON.parse(text) as Geometry)
      : (wktToGeoJSON(text) as Geometry | null);
  } catch {
    return "bad";
  }
}

/** True when the columns say where the rows lie. */
export function hasGeometry(columns: Columns): boolean {
  return columns.has("wkt") || columns.has("lonlat") || (columns.has("lon") && columns.has("lat"));
}

function featureOf(
  row: Readonly<Record<string, unknown>>,
  columns: Columns,
  drop: ReadonlySet<string>,
) {
  const wkt = readWkt(cellOf(row, columns.get("wkt")));
  const position = wkt === null || wkt === "bad" ? readPosition(row, columns) : null;
  const geometry =
    wkt !== null && wkt !== "bad"
      ? wkt
      : position === null
        ? null
        : { type: "Point", coordinates: position };
  const kept = Object.entries(row).filter(([key, value]) => !drop.has(key) && value !== "");
  return {
    bad: wkt === "bad",
    feature: { type: "Feature", properties: Object.fromEntries(kept), geometry },
  };
}

function readBody(body: SheetBody, context: TableContext, log: IssueLog): unknown[] {
  const { source, fieldMap, byHand } = context;
  // The features' own columns are matched, and reported, when the layer is read.
  const columns = matchColumns(body.headers, { source, fieldMap, byHand }, createIssueLog());
  if (!hasGeometry(columns)) return [];
  reportBody(body, { columns, source, label: "" }, log);
  const wkt = columns.get("wkt")?.header;
  const drop = new Set(wkt === undefined ? [] : [wkt]);
  let bad = 0;
  const features = body.rows.map(({ row }) => {
    const read = featureOf(row, columns, drop);
    if (read.bad) bad += 1;
    return read.feature;
  });
  if (bad > 0)
    log.add("error", "wkt-unreadable", { source, args: { n: bad, total: features.length } });
  return features;
}

/** How a table is to be read. */
export interface TableContext {
  readonly source: string;
  readonly fieldMap: FieldMap | null;
  readonly byHand: FileReading | null;
}

/**
 * Features of a table whose columns hold well-known text or coordinates, one per row, its cells as
 * properties. A table without such columns becomes an issue.
 */
export function readTableFeatures(
  sheets: readonly Sheet[],
  context: TableContext,
  log: IssueLog,
): unknown[] {
  const features = sheets.flatMap((sheet) => readBody(readSheet(sheet), context, log));
  if (features.length === 0) log.add("error", "table-no-geometry", { source: context.source });
  return features;
}
