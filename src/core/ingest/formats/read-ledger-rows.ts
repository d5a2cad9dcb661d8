import Papa from "papaparse";
import type { IssueLog } from "../issue-log.ts";
import type { SourceFile } from "../world.ts";
import { checkEncoding } from "./check-encoding.ts";
import { parseJson } from "./parse-json.ts";
import { isObject, memberOf } from "./read-geojson.ts";

/** One row of a ledger: header → cell. */
export type LedgerRow = Readonly<Record<string, unknown>>;

/** Rows of a CSV text with its headers in the first row; headers such as `__proto__` stay plain. */
function readCsv(text: string): LedgerRow[] {
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: "greedy" });
  const [headers, ...rows] = data;
  if (headers === undefined) return [];
  const names = headers.map((header, i) => header.replace(/^\ufeff/, "").trim() || `#${i + 1}`);
  return rows.map((cells) => Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ""])));
}

function rowsOfJson(value: unknown): LedgerRow[] | null {
  if (Array.isArray(value)) return value.every(isObject) ? value : null;
  const features = memberOf(value, "features");
  if (!Array.isArray(features)) return null;
  return features.map((feature) => memberOf(feature, "properties")).filter(isObject);
}

/**
 * Rows of a ledger: CSV with a header row, a JSON array of objects, or the properties of GeoJSON
 * features. Anything else becomes an issue and no rows.
 */
export function readLedgerRows(source: SourceFile, log: IssueLog): LedgerRow[] {
  const start = source.text
    .slice(0, 1000)
    .replace(/^\ufeff/, "")
    .trimStart();
  const isJson = start.startsWith("[") || start.startsWith("{");
  const parsed = isJson ? parseJson(source, log) : undefined;
  if (isJson && parsed === undefined) return [];
  if (!isJson) checkEncoding(source, log);
  const rows = isJson ? rowsOfJson(parsed?.value) : readCsv(source.text);
  if (rows === null || (rows.length === 0 && !isJson)) {
    log.add("error", "ledger-format", { source: source.name });
    return [];
  }
  return rows;
}
