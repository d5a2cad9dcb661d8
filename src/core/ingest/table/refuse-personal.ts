import type { Note } from "../note.ts";
import { hideNumbers, PersonalCount } from "../personal-data.ts";
import { endsInLabel, hideSignatures, isLabelOnly } from "../personal-headers.ts";
import { isBlank } from "../read-value.ts";
import { findHeader } from "./find-header.ts";
import type { Cell, Sheet } from "./table.ts";

/** A column without header goes by its place. */
function namesOf({ rows }: Sheet, headers: readonly string[]): string[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), headers.length);
  return Array.from({ length: width }, (_, c) => headers[c] || `#${c + 1}`);
}

/** Stands where a name was. */
const HIDDEN = "***";

/**
 * A row without the names and numbers that labels such as `填表人：` announce, in the same cell or in the
 * next one that says something; a row that begins with such a word is one of signatures, colon or not.
 */
function hideSigned(row: readonly Cell[]): readonly Cell[] {
  const first = row.find((cell) => !isBlank(cell));
  const isSignature = typeof first === "string" && isLabelOnly(first);
  let isAnnounced = false;
  const kept = row.map((cell) => {
    if (isBlank(cell)) return cell;
    const text = typeof cell === "string" ? cell : "";
    const isLabel = endsInLabel(text) || (isSignature && isLabelOnly(text));
    const shown = isAnnounced && !isLabel && !/[:：]/.test(text) ? HIDDEN : null;
    isAnnounced = isLabel;
    return shown ?? (text === "" ? cell : hideSignatures(text));
  });
  return kept.every((cell, c) => cell === row[c]) ? row : kept;
}

/** Notes of one kind about one column, of all sheets together. */
function mergeNotes(notes: readonly Note[]): Note[] {
  const merged = new Map<string, Note>();
  for (const note of notes) {
    const key = JSON.stringify([note.code, note.args.column]);
    const n = Number(merged.get(key)?.args.n ?? 0) + Number(note.args.n);
    merged.set(key, { ...note, args: { ...note.args, n } });
  }
  return [...merged.values()];
}

/** Cells that differ. */
function countChanged(before: Sheet["rows"], after: Sheet["rows"]): number {
  return before.reduce(
    (sum, row, r) => sum + row.filter((cell, c) => cell !== after[r][c]).length,
    0,
  );
}

/**
 * Sheets without columns of personal data, by their header or by what stands in them; telephone and
 * identity numbers in other cells are hidden, above the header too, and so is what signatures and remarks
 * say of persons. Notes count, and show no value.
 */
export function refusePersonal(sheets: readonly Sheet[]): { sheets: Sheet[]; notes: Note[] } {
  const notes: Note[] = [];
  const kept = sheets.map((sheet) => {
    const { headers, headRow, firstRow } = findHeader(sheet);
    const signed = sheet.rows.map((row, r) =>
      r >= headRow && r < firstRow ? row : hideSigned(row),
    );
    const n = countChanged(sheet.rows, signed);
    if (n > 0) notes.push({ severity: "warning", code: "personal-in-notes", args: { n } });
    const names = namesOf(sheet, headers);
    const count = new PersonalCount();
    for (const row of signed.slice(firstRow)) {
      for (const [c, name] of names.entries()) count.add(name, row[c] ?? null);
    }
    const refused = count.refused();
    notes.push(...count.notes());
    const rows = signed.map((row, r) =>
      row.map((cell, c) =>
        r >= firstRow && refused.has(names[c]) ? null : (hideNumbers(names[c], cell) as Cell),
      ),
    );
    return { ...sheet, rows };
  });
  return { sheets: kept, notes: mergeNotes(notes) };
}
