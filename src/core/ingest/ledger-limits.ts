import type { LedgerField } from "./world.ts";

/** Possible and usual values of a quantity, in the unit of its field. */
interface Bounds {
  readonly low: number;
  readonly high: number;
  readonly usualLow: number;
  readonly usualHigh: number;
}

/** Hard bounds (beyond them a value counts as blank) and usual ones (beyond them a warning). */
export const BOUNDS: Readonly<Record<LedgerField, Bounds>> = {
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
  // One payment of a single household (some 66 yuan/m²) is more: smaller figures are in 万元.
  fundBalanceYuan: { low: 0, high: 1e11, usualLow: 1000, usualHigh: 1e9 },
};

/** Usual and possible floor area per household, m², and households per building. */
export const RATIO = {
  m2: { low: 15, high: 500, usualLow: 30, usualHigh: 200 },
  building: { usualLow: 4, usualHigh: 200 },
} as const;
