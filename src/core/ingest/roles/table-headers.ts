import { findHeader } from "../table/find-header.ts";

/** One row of table text, or one line of separated values. */
export function parseRow(line: string): string[] {
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

/** Columns of a table's first sheet whose header can be found in the beginning of its text. */
export function readHeaders(text: string): readonly string[] {
  const rows = text.slice(0, 20_000).split("\n").slice(0, 45).map(parseRow);
  return findHeader({ name: "", rows, merges: [] }).headers.filter((header) => header !== "");
}
