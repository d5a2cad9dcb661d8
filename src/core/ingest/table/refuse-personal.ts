import type { Note } from "../note.ts";
import { hideNumbers, PersonalCount } from "../personal-data.ts";
import { findHeader } from "./find-header.ts";
import type { Cell, Sheet } from "./table.ts";

/** A column without header goes by its place. */
function namesOf({ rows }: Sheet, headers: readonly string[]): string[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), headers.length);
  return Array.from({ length: width }, (_, c) => headers[c] || `#${c + 1}`);
}

/**
 * Sheets without columns of personal data, by their header or by what stands in them; telephone and
 * identity numbers in other cells are hidden, above the header too. Notes count, and show no value.
 */
export function refusePersonal(sheets: readonly Sheet[]): { sheets: Sheet[]; notes: Note[] } {
  const notes: Note[] = [];
  const kept = sheets.map((sheet) => {
    const { headers, firstRow } = findHeader(sheet);
    const names = namesOf(sheet, headers);
    const count = new PersonalCount();
    for (const row of sheet.rows.slice(firstRow)) {
      for (const [c, name] of names.entries()) count.add(name, row[c] ?? null);
    }
    const refused = count.refused();
    notes.push(...count.notes());
    const rows = sheet.rows.map((row, r) =>
      row.map((cell, c) =>
        r >= firstRow && refused.has(names[c]) ? null : (hideNumbers(names[c], cell) as Cell),
      ),
    );
    return { ...sheet, rows };
  });
  return { sheets: kept, notes };
}
