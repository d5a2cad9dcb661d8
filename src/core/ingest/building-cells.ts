import { cellOf } from "./cell-of.ts";
import type { ColumnField } from "./ledger-aliases.ts";
import type { Column, Columns } from "./ledger-columns.ts";
import type { Properties } from "./read-layer.ts";
import { readExactCell, readLedgerCell } from "./read-ledger-cell.ts";
import { readText } from "./read-value.ts";
import type { LedgerField } from "./world.ts";

/** Fields that add up over the buildings of a compound. */
export const SUMMED: ReadonlySet<ColumnField> = new Set([
  "households",
  "floor_area",
  "parking",
  "cars",
  "lifts",
  "fund_balance",
]);

/** What each building counts for: its floor area, m², or 1 where it states none. */
export function weighBuildings(rows: readonly Properties[], columns: Columns): number[] {
  const column = columns.get("floor_area");
  return rows.map((row) => {
    if (column === undefined) return 1;
    const reading = readLedgerCell("floorAreaM2", cellOf(row, column), column);
    return reading.kind === "value" && reading.value > 0 ? reading.value : 1;
  });
}

/** The cell that most weight has among those that say something; undefined where none does. */
export function commonCell(
  rows: readonly Properties[],
  column: Column,
  weights: readonly number[],
): unknown {
  const weighed = new Map<string, { value: unknown; weight: number }>();
  rows.forEach((row, i) => {
    const value = cellOf(row, column);
    const text = readText(value);
    if (text === null || text === "") return;
    const seen = weighed.get(text) ?? { value, weight: 0 };
    weighed.set(text, { value: seen.value, weight: seen.weight + weights[i] });
  });
  const sorted = [...weighed].sort(
    ([a, { weight: wa }], [b, { weight: wb }]) => wb - wa || (a < b ? -1 : 1),
  );
  return sorted[0]?.[1].value;
}

/** Parts of a whole in which quantities are added up. */
const SUM_PARTS = 10_000;

/** Added up in parts of a whole, so that the order plays no part, and rounded at the end. */
function sumWhole(values: readonly number[]): number {
  const parts = values.reduce((sum, value) => sum + Math.round(value * SUM_PARTS), 0);
  return Math.round(parts / SUM_PARTS);
}

/** Sum of the cells that can be read, in the unit of the field, whole; null where none can. */
export function sumCells(
  rows: readonly Properties[],
  field: LedgerField,
  column: Column,
): number | null {
  const readings = rows.map((row) => readExactCell(field, cellOf(row, column), column));
  const read = readings.filter((reading) => reading.kind === "value");
  return read.length === 0 ? null : sumWhole(read.map(({ value }) => value));
}
