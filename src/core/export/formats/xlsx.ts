import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { type CellStyle, type WriteSheet, writeXlsx } from "hucre/xlsx";
import { defuse } from "../../base/formula.ts";
import type { TableSheet } from "../sheets/table-sheet.ts";
import { escapeXml } from "./xml-text.ts";

const LINE = { style: "thin", color: { rgb: "BFC7CF" } } as const;
const BORDER = { top: LINE, right: LINE, bottom: LINE, left: LINE };
const FONT = { name: "Microsoft YaHei", size: 10 };
const TITLE: CellStyle = {
  font: { ...FONT, bold: true, size: 14 },
  alignment: { horizontal: "left", vertical: "center" },
};
const NOTE: CellStyle = {
  font: { ...FONT, color: { rgb: "52606D" } },
  alignment: { horizontal: "left", vertical: "top", wrapText: true },
};
const HEAD: CellStyle = {
  font: { ...FONT, bold: true },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "E6ECF2" } },
  border: BORDER,
  alignment: { horizontal: "center", vertical: "center", wrapText: true },
};
/** Rows above the first one of the body: title, note, header. */
const TOP = 3;
/** Widest and narrowest column, characters. */
const [NARROWEST, WIDEST] = [9, 44];
/** Characters of a printed page that can be read, across; what is wider than the first goes on A3. */
const PAGE_WIDTHS = { a4: 190, a3: 270 } as const;
/** Part of a page that a table may be too wide before it takes one more. */
const SQUEEZED = 0.15;
/** Height of one line, points. */
const LINE_HEIGHT = 15;
/** Most lines of a cell that are shown at once. */
const MAX_LINES = 12;

/** Columns a text takes in a spreadsheet: Han characters and other wide ones take two. */
function widthOf(text: string): number {
  return [...text].reduce((sum, c) => sum + (c > "\u2e7f" ? 2 : 1), 0);
}

function columnWidth(sheet: TableSheet, c: number): number {
  const { head, room = 0 } = sheet.columns[c];
  const cells = sheet.rows.map((row) => {
    const cell = row[c];
    if (typeof cell === "string") return widthOf(cell);
    return cell === null ? 0 : Math.trunc(cell).toLocaleString("en").length + 3;
  });
  const words = head.split(" ").map((word) => (/^[!-~]+$/.test(word) ? widthOf(word) + 1 : 0));
  const least = Math.max(Math.ceil(widthOf(head) / 2), ...words);
  const widest = cells.reduce((most, width) => Math.max(most, width), Math.max(least, room));
  return Math.min(WIDEST, Math.max(NARROWEST, widest + 2));
}

/** Spreadsheets do not grow rows of a file by themselves. */
function rowHeight(row: TableSheet["rows"][number], widths: readonly number[]): number {
  const lines = row.map((cell, c) =>
    typeof cell === "string" ? Math.ceil((widthOf(cell) + 1) / widths[c]) : 1,
  );
  return LINE_HEIGHT * Math.min(MAX_LINES, Math.max(...lines)) + 3;
}

function bodyStyle(format: string | null, total: boolean): CellStyle {
  return {
    border: BORDER,
    alignment: { vertical: "center", wrapText: format === null },
    ...(format !== null && { numFmt: format }),
    font: { ...FONT, bold: total },
  };
}

function layOut(sheet: TableSheet): WriteSheet {
  const { name, title, note, columns, rows, frozenColumns, hasTotal } = sheet;
  const last = columns.length - 1;
  const body = rows.map((row) =>
    row.map((cell) => (typeof cell === "string" ? defuse(cell) : cell)),
  );
  const styles = new Map<string, { style: CellStyle }>([
    ["0,0", { style: TITLE }],
    ["1,0", { style: NOTE }],
  ]);
  columns.forEach(({ format }, c) => {
    styles.set(`${TOP - 1},${c}`, { style: HEAD });
    rows.forEach((_, r) => {
      const total = hasTotal && r === rows.length - 1;
      styles.set(`${TOP + r},${c}`, { style: bodyStyle(format, total) });
    });
  });
  const widths = columns.map((_, c) => columnWidth(sheet, c));
  const across = widths.reduce((a, b) => a + b, 0);
  const paperSize = across > PAGE_WIDTHS.a4 ? "a3" : "a4";
  const padded = (text: string) => [defuse(text), ...columns.slice(1).map(() => null)];
  return {
    name,
    columns: widths.map((width) => ({ width })),
    rows: [padded(title), padded(note), columns.map(({ head }) => defuse(head)), ...body],
    cells: styles,
    merges: [0, 1].map((r) => ({ startRow: r, startCol: 0, endRow: r, endCol: last })),
    freezePane: { rows: TOP, columns: frozenColumns },
    rowDefs: new Map([
      [0, { height: 26 }],
      [1, { height: 44 }],
      [2, { height: 46 }],
      ...rows.map((row, r) => [TOP + r, { height: rowHeight(row, widths) }] as const),
    ]),
    pageSetup: {
      paperSize,
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: Math.max(1, Math.ceil(across / PAGE_WIDTHS[paperSize] - SQUEEZED)),
      fitToHeight: 0,
      printTitlesRow: `$${TOP}:$${TOP}`,
      printTitlesColumn: `$A:$${String.fromCharCode(64 + frozenColumns)}`,
    },
  };
}

/** Local and without a zone, so that the archive is the same wherever it is written. */
const STAMP = "1980-01-01T00:00";
const UTC_STAMP = "1980-01-01T00:00:00Z";
const DATES = /(<dcterms:(created|modified)[^>]*>)[^<]*/g;

/**
 * A workbook: title, note and header frozen at the top of each sheet, number formats, widths, texts
 * that look like a formula defused by a leading `'`. Same sheets, same bytes, on every machine.
 */
export async function writeWorkbook(sheets: readonly TableSheet[]): Promise<Uint8Array> {
  const written = await writeXlsx({
    sheets: sheets.map(layOut),
    defaultFont: FONT,
  });
  // Packed anew: the library asks the machine for the time and for its own compressor.
  const parts = unzipSync(written);
  const core = parts["docProps/core.xml"];
  if (core) {
    const text = String.fromCharCode(...core).replace(DATES, `$1${UTC_STAMP}`);
    parts["docProps/core.xml"] = Uint8Array.from(text, (c) => c.charCodeAt(0));
  }
  const book = parts["xl/workbook.xml"];
  if (book) {
    const text = quoteTitles(strFromU8(book), sheets);
    parts["xl/workbook.xml"] = strToU8(text);
  }
  return zipSync(parts, { level: 6, mtime: STAMP });
}

const TITLES = /(<definedName name="_xlnm\.Print_Titles" localSheetId="(\d+)">)[^<]*/g;

/** The library leaves names of sheets bare, which is no reference once they hold a comma or a blank. */
function quoteTitles(book: string, sheets: readonly TableSheet[]): string {
  return book.replace(TITLES, (_, head: string, position: string) => {
    const { name, frozenColumns } = sheets[Number(position)];
    const sheet = `'${escapeXml(name.replaceAll("'", "''"))}'`;
    const last = String.fromCharCode(64 + frozenColumns);
    return `${head}${sheet}!$A:$${last},${sheet}!$${TOP}:$${TOP}`;
  });
}
