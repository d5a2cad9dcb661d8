import { cellOf } from "../cell-of.ts";
import type { IssueLog } from "../issue-log.ts";
import { type ColumnField, isCommunityName } from "../ledger-aliases.ts";
import type { Columns } from "../ledger-columns.ts";
import { countBuildings, readQuantity } from "../read-value.ts";
import type { NumberedRow, SheetBody, TotalRow } from "./read-sheet.ts";

/** Fields that add up. */
const SUMMED: readonly ColumnField[] = [
  "households",
  "floor_area",
  "buildings",
  "parking",
  "cars",
  "gates",
  "lifts",
  "fund_balance",
  "land_area",
];
/** Rounded areas may differ by this share. */
const TOLERANCE = 0.001;

function amountOf(row: NumberedRow, columns: Columns, field: ColumnField): number | null {
  const raw = cellOf(row.row, columns.get(field));
  const listed = field === "buildings" ? countBuildings(raw) : null;
  if (listed !== null) return listed;
  const reading = readQuantity(raw, "zero");
  return reading.kind === "value" ? reading.value.value : null;
}

interface BodyContext {
  readonly columns: Columns;
  readonly source: string;
  /** name of the sheet where there are several; else empty */
  readonly label: string;
}

/** Arguments that tell one of several sheets from the others. */
function sheetArgs(label: string): Record<string, string> {
  if (label === "") return {};
  return { inSheet: label, ...(isCommunityName(label) && { community: label }) };
}

function checkTotal(
  total: TotalRow,
  { body, columns, source, label }: BodyContext & { readonly body: SheetBody },
  log: IssueLog,
): void {
  const above = body.rows
    .filter(({ number }) => number < total.number)
    .slice(-total.above || undefined);
  for (const field of SUMMED) {
    const column = columns.get(field);
    const stated = column === undefined ? null : amountOf(total, columns, field);
    if (column === undefined || stated === null || total.above === 0) continue;
    const sum = above.reduce((total, row) => total + (amountOf(row, columns, field) ?? 0), 0);
    if (Math.abs(sum - stated) <= Math.max(1e-6, Math.abs(stated) * TOLERANCE)) continue;
    const round = (value: number) => Math.round(value * 100) / 100;
    const args = {
      ...sheetArgs(label),
      row: total.number,
      column: column.header.slice(0, 60),
      stated: round(stated),
      sum: round(sum),
    };
    log.add("warning", "ledger-total-differs", { source, args });
  }
}

/** Reports blanks that took the text above, units that stand outside the headers, the rows of totals, and those whose figures are not the sum of the rows above. */
export function reportBody(
  body: SheetBody,
  { columns, source, label }: BodyContext,
  log: IssueLog,
): void {
  for (const { column, n } of body.filledDown) {
    log.add("info", "cells-filled-down", { source, args: { column: column.slice(0, 60), n } });
  }
  if (body.unitsAdded.length > 0) {
    const columns = body.unitsAdded.map((header) => header.slice(0, 60)).join("、");
    log.add("info", "units-stated", { source, args: { columns } });
  }
  for (const total of body.totals) {
    const feature = { id: total.label, name: total.label };
    const args = { ...sheetArgs(label), row: total.number };
    log.add("info", "ledger-total-row", { source, feature, args });
    checkTotal(total, { body, columns, source, label }, log);
  }
}
