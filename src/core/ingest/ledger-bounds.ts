import type { ColumnFaults } from "./column-faults.ts";
import { type Cell, shownHeader } from "./filled-cell.ts";
import type { FeatureLabel, IssueLog } from "./issue-log.ts";
import type { ColumnField } from "./ledger-aliases.ts";
import { BOUNDS, RATIO } from "./ledger-limits.ts";
import type { LedgerField } from "./world.ts";

/** Where a row of a ledger stands while it is checked. */
export interface LedgerPlace {
  readonly source: string;
  readonly label: FeatureLabel;
  /** null: nobody knows where it lies */
  readonly at: readonly [number, number] | null;
  readonly cell: (field: ColumnField) => Cell | null;
}

/** Quantities of one compound that its ledger states. */
export type KnownValues = { [F in LedgerField]?: number };

/** What the checks of one row have at hand. */
interface Checking {
  readonly place: LedgerPlace;
  readonly faults: ColumnFaults;
}

const MAY_BE_NONE: ReadonlySet<LedgerField> = new Set(["feeYuanPerM2Month", "fundBalanceYuan"]);

/** The value when it is within its hard bounds; issues for what is beyond hard or usual ones. */
export function checkBounds(
  field: LedgerField,
  value: number,
  { cell, place, faults }: Checking & { readonly cell: Cell },
): number | undefined {
  const { low, high, usualLow, usualHigh } = BOUNDS[field];
  const isPossible = value >= low && value <= high;
  // Nothing charged, or nothing saved: no figure that could be in another unit.
  if (value === 0 && MAY_BE_NONE.has(field)) return value;
  const isUsual = value >= usualLow && value <= usualHigh;
  faults.count(field, cell);
  if (isPossible && isUsual) return value;
  const [code, from, to] = isPossible
    ? (["value-unusual", usualLow, usualHigh] as const)
    : (["value-out-of-range", low, high] as const);
  const args = { column: shownHeader(cell), value, low: from, high: to };
  const detail = { source: cell.source, feature: place.label, at: place.at, args };
  faults.addValue(field, cell, { value, isPossible, issue: { code, detail } });
  return isPossible ? value : undefined;
}

function checkBuildings(households: number, buildings: number, place: LedgerPlace, log: IssueLog) {
  const ratio = Math.round((households / buildings) * 10) / 10;
  const { usualLow: low, usualHigh: high } = RATIO.building;
  if (ratio >= low && ratio <= high) return;
  const source = place.cell("buildings")?.source ?? place.source;
  const where = { source, feature: place.label, at: place.at };
  log.add("warning", "households-per-building-unusual", { ...where, args: { ratio, low, high } });
}

/** Checks households, floor area and buildings against each other; drops an impossible area. */
export function checkRatios(known: KnownValues, { place, faults }: Checking, log: IssueLog): void {
  const { households, floorAreaM2: areaM2, buildings } = known;
  if (!households) return;
  if (buildings) checkBuildings(households, buildings, place, log);
  const cell = place.cell("floor_area");
  if (areaM2 === undefined || cell === null) return;
  const where = { source: cell.source, feature: place.label, at: place.at };
  const ratio = Math.round((areaM2 / households) * 10) / 10;
  const { low, high, usualLow, usualHigh } = RATIO.m2;
  if (ratio < low || ratio > high) {
    const args = { ratio, areaM2, households };
    const code = "area-per-household-absurd";
    faults.addConsequence(cell, { code, detail: { ...where, args } }, log);
    delete known.floorAreaM2;
  } else if (ratio < usualLow || ratio > usualHigh) {
    const args = { ratio, low: usualLow, high: usualHigh };
    const code = "area-per-household-unusual";
    faults.addConsequence(cell, { code, detail: { ...where, args } }, log);
  }
}
