import Papa from "papaparse";
import { restoreText } from "../../base/formula.ts";
import type { IssueLog } from "../issue-log.ts";
import { limitColumns } from "../table/limit-columns.ts";
import type { Sheet } from "../table/table.ts";
import { isTableText, sheetsOf } from "../table/table.ts";
import type { SourceFile } from "../world.ts";
import { checkEncoding } from "./check-encoding.ts";
import { isObject, memberOf } from "./json-members.ts";
import { parseJson } from "./parse-json.ts";
import { reportNotes } from "./read-notes.ts";

/** One row of a ledger: header → cell. */
export type LedgerRow = Readonly<Record<string, unknown>>;

/** Rows of a text: sheets whose header is yet to be found, or rows that know their headers. */
export type RawLedger =
  | { readonly kind: "sheets"; readonly sheets: readonly Sheet[] }
  | { readonly kind: "rows"; readonly rows: readonly LedgerRow[] };

/** Rows of a separated text, every cell as text. */
function readCsv(text: string): Sheet {
  const plain = text.replace(/^\ufeff/, "");
  const { data } = Papa.parse<string[]>(plain, { skipEmptyLines: "greedy" });
  return { name: "", rows: data.map((row) => row.map(restoreText)), merges: [] };
}

function rowsOfJson(value: unknown): LedgerRow[] | null {
  if (Array.isArray(value)) return value.every(isObject) ? value : null;
  const features = memberOf(value, "features");
  if (!Array.isArray(features)) return null;
  return features.map((feature) => memberOf(feature, "properties")).filter(isObject);
}

function readJsonLedger(source: SourceFile, log: IssueLog): RawLedger | null {
  const parsed = parseJson(source, log);
  if (parsed === undefined) return null;
  const { value } = parsed;
  reportNotes(value, source.name, log);
  const sheets = sheetsOf(value);
  if (sheets !== null) return limitSheets(sheets, source.name, log);
  const rows = rowsOfJson(value);
  if (rows !== null) return { kind: "rows", rows };
  log.add("error", "ledger-format", { source: source.name });
  return null;
}

function limitSheets(given: readonly Sheet[], source: string, log: IssueLog): RawLedger {
  const { sheets, notes } = limitColumns(given);
  for (const { severity, code, args } of notes) log.add(severity, code, { source, args });
  return { kind: "sheets", sheets };
}

/** True for text that is JSON rather than separated values. */
export function isJsonText(text: string): boolean {
  const start = text
    .slice(0, 1000)
    .replace(/^\ufeff/, "")
    .trimStart();
  return start.startsWith("[") || start.startsWith("{");
}

/**
 * Rows of a ledger: separated text, table text, a JSON array of objects, or the properties of GeoJSON
 * features. Anything else becomes an issue and null.
 */
export function readLedgerRows(source: SourceFile, log: IssueLog): RawLedger | null {
  if (isTableText(source.text) || isJsonText(source.text)) return readJsonLedger(source, log);
  checkEncoding(source, log);
  const sheet = readCsv(source.text);
  if (sheet.rows.length > 0) return limitSheets([sheet], source.name, log);
  log.add("error", "ledger-format", { source: source.name });
  return null;
}
