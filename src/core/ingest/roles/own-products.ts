import type { IssueCode } from "../../base/issue-codes.ts";
import { parseRow } from "./table-headers.ts";

/** Rows of a table looked at. */
const HEAD_ROWS = 12;

/** Headers that every table of districts begins with, and those of the legend of short field names. */
const DISTRICTS = [
  ["片区编号", "片区"],
  ["District id", "District"],
] as const;
const LEGEND = [
  ["字段", "完整名称", "含义"],
  ["field", "full name", "meaning"],
] as const;

function beginsWith(row: readonly string[], tables: readonly (readonly string[])[]): boolean {
  return tables.some((table) => table.every((header, i) => row[i]?.trim() === header));
}

/** True for the headers of a table of districts, as the program writes it. */
export function isDistrictTable(headers: readonly string[]): boolean {
  return beginsWith(headers, DISTRICTS);
}

/**
 * What a table is that the program itself wrote beside its layers, as the issue that says so; null when
 * it is none. A workbook of several sheets is none: some of its sheets may name compounds.
 * @param text separated values or the text of a table, its beginning at least
 */
export function tellOwnProduct(text: string): IssueCode | null {
  if (/\n\{"name":/.test(text.slice(0, 400_000))) return null;
  const rows = text.slice(0, 20_000).split("\n").slice(0, HEAD_ROWS).map(parseRow);
  if (rows.some(isDistrictTable)) return "own-district-table";
  return rows.some((row) => beginsWith(row, LEGEND)) ? "own-field-legend" : null;
}
