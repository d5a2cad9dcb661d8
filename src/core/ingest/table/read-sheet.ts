import { type ColumnUnit, readUnit, unitsOfField } from "../column-units.ts";
import type { LedgerRow } from "../formats/read-ledger-rows.ts";
import type { ColumnField } from "../ledger-aliases.ts";
import { fieldOfHeader, normalizeHeader } from "../ledger-columns.ts";
import { isBlank, readText } from "../read-value.ts";
import { fillMerges, findHeader } from "./find-header.ts";
import { readUnitLines, readUnitRow } from "./stated-units.ts";
import type { Cell, Sheet } from "./table.ts";

/** A row of the body with its number as a spreadsheet counts (1-based). */
export interface NumberedRow {
  readonly number: number;
  readonly row: LedgerRow;
}

/** A sheet taken apart: what its columns are called, its rows, and its totals. */
export interface SheetBody {
  readonly name: string;
  readonly headers: readonly string[];
  /** 1-based number of the last row of the header, or of the units under it; 0 when there is none */
  readonly headerRow: number;
  /** share 0…1 of headers that name a known field */
  readonly confidence: number;
  readonly rows: readonly NumberedRow[];
  /** rows of totals, each with how many body rows stand above it */
  readonly totals: readonly TotalRow[];
  /** remarks, repeated headers and signatures left out */
  readonly skipped: number;
  /** columns whose blanks took the text above, each with how many did */
  readonly filledDown: readonly FilledColumn[];
  /** headers that were given a unit which stands in a row or line of its own */
  readonly unitsAdded: readonly string[];
}

export interface FilledColumn {
  readonly column: string;
  readonly n: number;
}

export interface TotalRow extends NumberedRow {
  readonly label: string;
  /** body rows above, of all or since the last subtotal */
  readonly above: number;
  /** a subtotal covers the rows since the one before */
  readonly subtotal: boolean;
}

const TOTAL =
  /^(?:合\s*计|总\s*计|小\s*计|累\s*计|共\s*计|总\s*数|全市合计|本页合计|total|grand total|subtotal|sum)(?:$|[\s:：(（\d])/i;
const ENDS_IN_TOTAL = /(?:小计|合计|总计|subtotal)[:：]?$/i;
const SUBTOTAL = /小\s*计|本页合计|subtotal/i;
const REMARK =
  /^(?:注|备注|说明|填报|填表|制表|审核|审批|单位(?:负责人)?|负责人|编制|日期|统计时间|联系|数据来源|source|note)\s*(?:[:：1１]|人|单位|时间|日期)/i;

/** Names of columns, unique: blanks get their position, repeats a number. */
function nameColumns(headers: readonly string[], width: number): string[] {
  const seen = new Map<string, number>();
  return Array.from({ length: width }, (_, c) => {
    const base = headers[c] || `#${c + 1}`;
    const n = (seen.get(base) ?? 0) + 1;
    seen.set(base, n);
    return n === 1 ? base : `${base} ${n}`;
  });
}

/** Rows below a table that may be remarks about it. */
const LAST_ROWS = 10;

/** Titles and remarks above a table, remarks below it. */
function linesAround(
  rows: Sheet["rows"],
  { headRow, firstRow }: { readonly headRow: number; readonly firstRow: number },
): (readonly Cell[])[] {
  const last = rows.slice(Math.max(firstRow, rows.length - LAST_ROWS));
  const below = last.filter((row) => isRemark(row, row.length));
  return [...rows.slice(0, headRow), ...below];
}

/**
 * Names of columns, those without a unit of their own with the one that the row of units says, else the
 * only fitting one named beside the table: whoever reads the column by its name knows it from then on.
 */
function withUnits(
  names: readonly string[],
  row: readonly string[],
  named: readonly ColumnUnit[],
): string[] {
  return names.map((name, c) => {
    const match = fieldOfHeader(name);
    if (match === null || readUnit(normalizeHeader(name).unit) !== null) return name;
    const fitting = unitsOfField(match.field).filter((unit) => named.includes(unit));
    const ofRow = fitsField(match.field, row[c] ?? "") ? row[c] : "";
    const unit = ofRow || (fitting.length === 1 ? fitting[0] : "");
    // A column without unit is read in the first one anyway.
    const isNews = unit !== "" && unit !== unitsOfField(match.field)[0];
    return isNews ? `${name}（${unit}）` : name;
  });
}

/** What a column of counted things says of them is no news. */
function fitsField(field: ColumnField, unit: string): boolean {
  return unitsOfField(field).some((one) => one === unit) || (field === "fee" && unit !== "");
}

function labelOf(row: readonly Cell[]): string {
  for (const cell of row.slice(0, 6)) {
    const text = typeof cell === "string" ? cell.normalize("NFKC").trim() : "";
    if (TOTAL.test(text) || (ENDS_IN_TOTAL.test(text) && text.length <= 20)) return text;
  }
  return "";
}

function filledCells(row: readonly Cell[]): Cell[] {
  return row.filter((cell) => !isBlank(cell));
}

function isRemark(row: readonly Cell[], width: number): boolean {
  const filled = filledCells(row);
  if (filled.length === 0) return true;
  const first = readText(filled[0]) ?? "";
  if (REMARK.test(first)) return true;
  return filled.length === 1 && width > 3 && typeof filled[0] === "string" && filled[0].length > 30;
}

function repeatsHeader(row: readonly Cell[], headers: readonly string[]): boolean {
  const texts = row.map((cell) =>
    typeof cell === "string" ? cell.replace(/\s+/g, " ").trim() : "",
  );
  const named = headers.filter((header) => header !== "");
  const same = texts.filter((text, c) => text !== "" && text === headers[c]).length;
  return named.length > 1 && same >= Math.ceil(named.length * 0.7);
}

/** Fields whose merged cells reach over the rows of a group. */
const REACHING: ReadonlySet<ColumnField> = new Set(["community", "street", "street_community"]);

interface Block {
  readonly rows: NumberedRow[];
  /** rows that begin after a subtotal: nothing reaches down over it */
  readonly starts: ReadonlySet<number>;
}

/**
 * A 社区 or 街道 that stood in a merged cell stands, once a sheet was saved as text, in the first of its
 * rows only. Taken for that when no name repeats, the first row has one and a third of the rows have none.
 */
function fillDown(names: readonly string[], { rows, starts }: Block): FilledColumn[] {
  const filled: FilledColumn[] = [];
  for (const column of names) {
    const field = fieldOfHeader(column)?.field;
    if (field === undefined || !REACHING.has(field)) continue;
    const stated = rows.flatMap(({ row }) => readText(row[column]) ?? []);
    const blanks = rows.length - stated.length;
    const once = new Set(stated).size === stated.length;
    if (
      !once ||
      blanks * 2 < stated.length ||
      blanks === 0 ||
      stated.length === 0 ||
      isBlank(rows[0].row[column])
    )
      continue;
    let above: unknown = "";
    let n = 0;
    for (const [i, { number, row }] of rows.entries()) {
      if (starts.has(number)) above = "";
      if (!isBlank(row[column])) above = row[column];
      else if (above !== "") {
        rows[i] = { number, row: { ...row, [column]: above } };
        n += 1;
      }
    }
    filled.push({ column, n });
  }
  return filled;
}

/**
 * Takes a sheet apart. Titles, remarks, signatures, repeated headers and empty rows are skipped; rows of
 * totals are set aside; texts of merged cells stand in every row that they cover.
 */
export function readSheet(sheet: Sheet): SheetBody {
  const { headers, units, headRow, firstRow, confidence } = findHeader(sheet);
  const width = sheet.rows.reduce((most, row) => Math.max(most, row.length), headers.length);
  const bare = nameColumns(headers, width);
  const lines = linesAround(sheet.rows, { headRow, firstRow });
  const names = withUnits(bare, units, readUnitLines(lines));
  const body = fillMerges(
    sheet.rows,
    sheet.merges.filter(([top]) => top >= firstRow),
  ).slice(firstRow);
  const rows: NumberedRow[] = [];
  const totals: TotalRow[] = [];
  const starts = new Set<number>();
  let skipped = 0;
  let since = 0;
  body.forEach((cells, i) => {
    const number = firstRow + i + 1;
    const row = Object.fromEntries(names.map((name, c) => [name, cells[c] ?? ""]));
    const label = labelOf(cells);
    if (label !== "") {
      const subtotal = SUBTOTAL.test(label);
      totals.push({
        number,
        row,
        label,
        above: subtotal ? rows.length - since : rows.length,
        subtotal,
      });
      if (subtotal) since = rows.length;
      starts.add(number + 1);
    } else if (isRemark(cells, width) || repeatsHeader(cells, headers)) skipped += 1;
    else if (readUnitRow(cells, headers) !== null) skipped += 1;
    else rows.push({ number, row });
  });
  const used = names.filter((name, c) => headers[c] || rows.some(({ row }) => !isBlank(row[name])));
  const headerRow = headers.some((header) => header !== "") ? firstRow : 0;
  const filledDown = sheet.merges.length === 0 ? fillDown(used, { rows, starts }) : [];
  return {
    name: sheet.name,
    headers: used,
    headerRow,
    confidence,
    rows,
    totals,
    skipped,
    filledDown,
    unitsAdded: names.filter((name, c) => name !== bare[c]),
  };
}
