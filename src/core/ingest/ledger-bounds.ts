import type { IssueCode } from "../base/issue.ts";
import type { FeatureLabel, IssueLog } from "./issue-log.ts";
import type { ColumnField } from "./ledger-aliases.ts";
import type { Column } from "./ledger-columns.ts";
import type { LedgerField } from "./world.ts";

/** One cell of a compound with the column and the file it stands in. */
export interface Cell {
  readonly raw: unknown;
  readonly column: Column;
  /** the ledger it was joined from, else the compound's own file */
  readonly source: string;
}

/** Where a compound stands while its ledger is read. */
export interface LedgerPlace {
  readonly source: string;
  readonly label: FeatureLabel;
  readonly at: readonly [number, number];
  /** land inside the polygon, m² */
  readonly landAreaM2: number;
  readonly cell: (field: ColumnField) => Cell | null;
}

/** Quantities of one compound that its ledger states. */
export type KnownValues = { [F in LedgerField]?: number };

interface Bounds {
  readonly low: number;
  readonly high: number;
  readonly usualLow: number;
  readonly usualHigh: number;
}

/** Hard bounds (beyond them a value counts as blank) and usual ones (beyond them a warning). */
const BOUNDS: Readonly<Record<LedgerField, Bounds>> = {
  households: { low: 0, high: 100_000, usualLow: 0, usualHigh: 20_000 },
  floorAreaM2: { low: 1, high: 20_000_000, usualLow: 100, usualHigh: 2_000_000 },
  // The core knows no clock: a later year than this is a slip of the pen in any case.
  builtYear: { low: 1850, high: 2035, usualLow: 1949, usualHigh: 2035 },
  buildings: { low: 1, high: 5000, usualLow: 1, usualHigh: 500 },
  parkingSpaces: { low: 0, high: 100_000, usualLow: 0, usualHigh: 20_000 },
  cars: { low: 0, high: 100_000, usualLow: 0, usualHigh: 20_000 },
  gates: { low: 0, high: 500, usualLow: 0, usualHigh: 50 },
  lifts: { low: 0, high: 5000, usualLow: 0, usualHigh: 1000 },
  feeYuanPerM2Month: { low: 0, high: 100, usualLow: 0.05, usualHigh: 3 },
  collectionRate: { low: 0, high: 1, usualLow: 0, usualHigh: 1 },
  fundBalanceYuan: { low: 0, high: 1e11, usualLow: 0, usualHigh: 1e9 },
};

/** Usual and possible floor area per household, m², and households per building. */
const RATIO = {
  m2: { low: 15, high: 500, usualLow: 30, usualHigh: 200 },
  building: { usualLow: 4, usualHigh: 200 },
} as const;

/** A header as it may stand in a message. */
export function shownHeader({ column }: Cell): string {
  return column.header.slice(0, 60);
}

/** The value when it is within its hard bounds; issues for what is beyond hard or usual ones. */
export function checkBounds(
  field: LedgerField,
  value: number,
  { cell, place }: { cell: Cell; place: LedgerPlace },
  log: IssueLog,
): number | undefined {
  const { low, high, usualLow, usualHigh } = BOUNDS[field];
  const report = (code: IssueCode, from: number, to: number) => {
    const args = { column: shownHeader(cell), value, low: from, high: to };
    log.add("warning", code, { source: cell.source, feature: place.label, at: place.at, args });
  };
  if (value < low || value > high) {
    report("value-out-of-range", low, high);
    return undefined;
  }
  const chargesNothing = field === "feeYuanPerM2Month" && value === 0;
  if ((value < usualLow || value > usualHigh) && !chargesNothing) {
    report("value-unusual", usualLow, usualHigh);
  }
  return value;
}

/** Checks households, floor area and buildings against each other; drops an impossible area. */
export function checkRatios(known: KnownValues, place: LedgerPlace, log: IssueLog): void {
  const { households, floorAreaM2: areaM2, buildings } = known;
  if (!households) return;
  const sourceOf = (field: ColumnField) => place.cell(field)?.source ?? place.source;
  const where = { feature: place.label, at: place.at };
  if (buildings) {
    const ratio = Math.round((households / buildings) * 10) / 10;
    const { usualLow: low, usualHigh: high } = RATIO.building;
    const args = { ratio, low, high };
    if (ratio < low || ratio > high) {
      const source = sourceOf("buildings");
      log.add("warning", "households-per-building-unusual", { ...where, source, args });
    }
  }
  if (areaM2 === undefined) return;
  const source = sourceOf("floor_area");
  const ratio = Math.round((areaM2 / households) * 10) / 10;
  if (ratio < RATIO.m2.low || ratio > RATIO.m2.high) {
    log.add("warning", "area-per-household-absurd", {
      ...where,
      source,
      args: { ratio, areaM2, households },
    });
    delete known.floorAreaM2;
  } else if (ratio < RATIO.m2.usualLow || ratio > RATIO.m2.usualHigh) {
    const args = { ratio, low: RATIO.m2.usualLow, high: RATIO.m2.usualHigh };
    log.add("warning", "area-per-household-unusual", { ...where, source, args });
  }
}
