import { isPersonalHeader } from "../ledger-columns.ts";
import type { Note } from "../note.ts";
import { isBlank } from "../read-value.ts";
import { findHeader } from "./find-header.ts";
import type { Cell, Sheet } from "./table.ts";

/** Share of a column's filled cells that must look personal for the column to be refused. */
export const PERSONAL_SHARE = 0.3;

/** 18-digit identity number with its check digit (GB 11643-1999). */
function isIdentityNumber(text: string): boolean {
  if (!/^[1-9]\d{16}[\dX]$/i.test(text)) return false;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number(text[i]), 0);
  return "10X98765432"[sum % 11] === text[17].toUpperCase();
}

/** True for a mobile telephone or identity number. */
export function looksPersonal(cell: unknown): boolean {
  if (typeof cell !== "string" && typeof cell !== "number") return false;
  const text = String(cell)
    .normalize("NFKC")
    .replace(/[\s-]/g, "")
    .replace(/^\+?86(?=1)/, "");
  return /^1[3-9]\d{9}$/.test(text) || isIdentityNumber(text);
}

function countPersonal(rows: readonly (readonly Cell[])[], column: number) {
  let filled = 0;
  let personal = 0;
  for (const row of rows) {
    const cell = row[column] ?? null;
    if (isBlank(cell)) continue;
    filled += 1;
    if (looksPersonal(cell)) personal += 1;
  }
  return { filled, personal };
}

/**
 * Sheets without columns of personal data, by their header or by what stands in them; single cells that
 * hold a telephone or identity number elsewhere are blanked. Notes count, and show no value.
 */
export function refusePersonal(sheets: readonly Sheet[]): { sheets: Sheet[]; notes: Note[] } {
  const notes: Note[] = [];
  const kept = sheets.map((sheet) => {
    const { headers, firstRow } = findHeader(sheet);
    const body = sheet.rows.slice(firstRow);
    const refused = new Set<number>();
    const width = Math.max(
      0,
      ...sheet.rows.slice(0, 2000).map((row) => row.length),
      headers.length,
    );
    for (let column = 0; column < width; column++) {
      const header = headers[column] ?? "";
      const { filled, personal } = countPersonal(body, column);
      const byHeader = header !== "" && isPersonalHeader(header);
      if (!byHeader && (filled === 0 || personal < filled * PERSONAL_SHARE)) continue;
      refused.add(column);
      const args = { column: header.slice(0, 60) || `#${column + 1}`, n: filled };
      notes.push({ severity: "warning", code: "personal-data", args });
    }
    const rows = sheet.rows.map((row, r) =>
      row.map((cell, c) =>
        r >= firstRow && (refused.has(c) || looksPersonal(cell)) ? null : cell,
      ),
    );
    return { ...sheet, rows };
  });
  return { sheets: kept, notes };
}
