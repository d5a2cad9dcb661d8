import { restoreText } from "../../base/formula.ts";
import { isObject, memberOf } from "../formats/json-members.ts";
import type { Note } from "../note.ts";

/** A cell as the file holds it; formulas stand for what they last gave. */
export type Cell = string | number | boolean | null;

/** Merged cells: first row, first column, last row, last column, 0-based. */
export type Merge = readonly [number, number, number, number];

/** One sheet of a table; rows may be of different length. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly merges: readonly Merge[];
}

function plainCell(cell: unknown): Cell {
  if (typeof cell === "string") return restoreText(cell);
  if (typeof cell === "boolean") return cell;
  return typeof cell === "number" && Number.isFinite(cell) ? cell : null;
}

function plainMerge(merge: unknown): Merge[] {
  if (!Array.isArray(merge) || merge.length !== 4) return [];
  const [top, left, bottom, right] = merge.map(Number);
  const whole = [top, left, bottom, right].every((n) => Number.isInteger(n) && n >= 0);
  return whole && top <= bottom && left <= right ? [[top, left, bottom, right]] : [];
}

function sheetOf(value: unknown): Sheet | null {
  const rows = memberOf(value, "rows");
  if (!Array.isArray(rows)) return null;
  const merges = memberOf(value, "merges");
  return {
    name: String(memberOf(value, "name") ?? "").slice(0, 60),
    rows: rows.map((row) => (Array.isArray(row) ? row.map(plainCell) : [])),
    merges: Array.isArray(merges) ? merges.flatMap(plainMerge) : [],
  };
}

/** Beginning of every table text, by which it is known. */
const MARK = '{"type":"Table"';

/** True for the text of a table, as {@link writeTableText} makes it. */
export function isTableText(text: string): boolean {
  return text.startsWith(MARK);
}

/** The sheets in parsed table text; null when it is no table. */
export function sheetsOf(value: unknown): Sheet[] | null {
  if (!isObject(value) || memberOf(value, "type") !== "Table") return null;
  const sheets = memberOf(value, "sheets");
  return Array.isArray(sheets) ? sheets.map(sheetOf).filter((sheet) => sheet !== null) : null;
}

/** Where a text came from; its notes become issues whenever the text is read. */
export interface Origin {
  readonly format: string;
  readonly notes: readonly Note[];
}

/** A table as text that the core reads: JSON, one row a line. */
export function writeTableText(sheets: readonly Sheet[], origin: Origin): string {
  const texts = sheets.map(({ name, rows, merges }) => {
    const lines = rows.map((row) => JSON.stringify(row)).join(",\n");
    return `{"name":${JSON.stringify(name)},"merges":${JSON.stringify(merges)},"rows":[\n${lines}]}`;
  });
  return `${MARK},"pianqu":{"reading":${JSON.stringify(origin)}},\n"sheets":[${texts.join(",\n")}]}\n`;
}
