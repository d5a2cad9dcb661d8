import type { Note } from "../note.ts";
import type { Sheet } from "./table.ts";

/** Columns of a sheet that are read; ledgers have some dozens, a hundred at most. */
export const MAX_COLUMNS = 500;

/** Sheets without the columns beyond {@link MAX_COLUMNS}, each sheet that had more in a note. */
export function limitColumns(sheets: readonly Sheet[]): {
  readonly sheets: readonly Sheet[];
  readonly notes: readonly Note[];
} {
  const notes: Note[] = [];
  const limited = sheets.map((sheet) => {
    const n = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0);
    if (n <= MAX_COLUMNS) return sheet;
    const args = { n, limit: MAX_COLUMNS };
    notes.push({ severity: "warning", code: "columns-too-many", args });
    const merges = sheet.merges.flatMap(([top, left, bottom, right]) =>
      left < MAX_COLUMNS ? [[top, left, bottom, Math.min(right, MAX_COLUMNS - 1)] as const] : [],
    );
    return { ...sheet, merges, rows: sheet.rows.map((row) => row.slice(0, MAX_COLUMNS)) };
  });
  return { sheets: limited, notes };
}
