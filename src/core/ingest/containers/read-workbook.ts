import { read, SSF, set_cptable, type WorkBook, type WorkSheet } from "@e965/xlsx";
import * as codepages from "@e965/xlsx/dist/cpexcel.full.mjs";
import type { Note } from "../note.ts";
import { MAX_COLUMNS } from "../table/limit-columns.ts";
import type { Cell, Merge, Sheet } from "../table/table.ts";
import type { DecodeBytes, Extract, RawFile } from "./container.ts";
import { decodeText } from "./decode-text.ts";

/** Rows of one sheet that are read; more is said. */
const MAX_SHEET_ROWS = 200_000;
const MAX_SHEETS = 200;
const MAX_MERGES = 20_000;

/** First bytes of every OLE compound file. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

interface SheetCell {
  readonly t?: string;
  readonly v?: unknown;
  readonly w?: string;
  readonly z?: unknown;
}

set_cptable(codepages);

/** A date as `1998-06-01`, a time alone as it is shown. */
function readDate(serial: number, cell: SheetCell, date1904: boolean): Cell {
  const parts = SSF.parse_date_code(serial, { date1904 }) as {
    y: number;
    m: number;
    d: number;
  } | null;
  if (parts === null || serial < 1) return typeof cell.w === "string" ? cell.w : serial;
  const two = (value: number) => String(value).padStart(2, "0");
  return `${parts.y}-${two(parts.m)}-${two(parts.d)}`;
}

function readCell(cell: SheetCell | undefined, date1904: boolean): Cell {
  if (cell === undefined || cell.v === undefined || cell.v === null) return null;
  if (cell.t === "e") return null;
  const { v, z } = cell;
  if (typeof v === "number") {
    return typeof z === "string" && SSF.is_date(z) ? readDate(v, cell, date1904) : v;
  }
  return typeof v === "boolean" || typeof v === "string" ? v : String(v);
}

function readMerges(sheet: WorkSheet): Merge[] {
  const merges = (sheet["!merges"] ?? []).slice(0, MAX_MERGES);
  return merges.map(({ s, e }): Merge => [s.r, s.c, e.r, e.c]);
}

/** Cells of a sheet as rows; what lies beyond the limits is cut, and said. */
function readRows(sheet: WorkSheet, date1904: boolean): { rows: Cell[][]; cut: boolean } {
  const data = (sheet["!data"] ?? []) as (SheetCell[] | undefined)[];
  const rows: Cell[][] = [];
  let cut = data.length > MAX_SHEET_ROWS;
  for (let r = 0; r < Math.min(data.length, MAX_SHEET_ROWS); r++) {
    const line = data[r] ?? [];
    cut ||= line.length > MAX_COLUMNS;
    const row: Cell[] = [];
    for (let c = 0; c < Math.min(line.length, MAX_COLUMNS); c++)
      row.push(readCell(line[c], date1904));
    while (row.length > 0 && (row[row.length - 1] ?? "") === "") row.pop();
    rows.push(row);
  }
  while (rows.length > 0 && rows[rows.length - 1].length === 0) rows.pop();
  return { rows, cut };
}

function open({ bytes }: RawFile, decode: DecodeBytes): WorkBook {
  const options = { dense: true, cellNF: true, cellFormula: false, cellHTML: false } as const;
  const limits = { sheetRows: MAX_SHEET_ROWS + 1, bookVBA: false } as const;
  // SheetJS takes any bytes it does not know for text.
  if (bytes[0] === 0xd0 && !OLE.every((byte, i) => bytes[i] === byte))
    throw new Error("no OLE file");
  const isMarkup = bytes[0] === 0x3c || bytes[0] === 0xef;
  return isMarkup
    ? read(decodeText(bytes, decode).text, { type: "string", ...options, ...limits })
    : read(bytes, { type: "array", ...options, ...limits });
}

/**
 * Sheets of a workbook (XLSX, XLS, ET, ODS, or the HTML that some systems call XLS) by SheetJS.
 * Values only: formulas stand for what they last gave, dates become `1998-06-01`; hidden sheets are
 * not read.
 * @throws when the bytes are no workbook
 */
export function readWorkbook(file: RawFile, decode: DecodeBytes): Extract {
  const book = open(file, decode);
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const notes: Note[] = [];
  const sheets: Sheet[] = [];
  for (const [i, name] of book.SheetNames.slice(0, MAX_SHEETS).entries()) {
    const sheet = book.Sheets[name];
    if (sheet === undefined || (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) > 0) continue;
    const { rows, cut } = readRows(sheet, date1904);
    const shown = name.slice(0, 60);
    if (cut) {
      const args = { sheet: shown, rows: MAX_SHEET_ROWS, columns: MAX_COLUMNS };
      notes.push({ severity: "warning", code: "sheet-cut", args });
    }
    if (rows.length > 0) sheets.push({ name: shown, rows, merges: readMerges(sheet) });
  }
  return { layers: [{ kind: "table", layer: null, sheets }], notes };
}
