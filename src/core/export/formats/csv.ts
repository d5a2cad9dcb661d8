import Papa from "papaparse";
import { FORMULA } from "../../base/formula.ts";

/**
 * A table as CSV that spreadsheets open rightly: UTF-8 with BOM, CRLF, and texts that look like a
 * formula defused by a leading `'`. Numbers stay numbers.
 * @param rows the first one is the header
 */
export function writeCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  const body = Papa.unparse(
    rows.map((row) => [...row]),
    { newline: "\r\n", escapeFormulae: FORMULA },
  );
  return `\uFEFF${body}\r\n`;
}
