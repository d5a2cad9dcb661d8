import type { FigureKey } from "./figures.ts";
import type { Band, Bands } from "./uncertainty.ts";

/** Figures of the money side that add up over districts. */
const ADDED = [
  "incomeYuan",
  "costYuan",
  "netCostYuan",
  "statusQuoIncomeYuan",
  "aloneNetCostYuan",
  "worksYuan",
  "subsidyYuan",
  "publicRealmYuan",
  "uncoveredYuan",
  "staffTotal",
] as const satisfies readonly FigureKey[];

/** Bands of a whole plan; only of figures that add up. */
export type PlanBands = Readonly<Record<(typeof ADDED)[number], Band>>;

/** Every district's bands added: all good ends together, all bad ends together. */
export function addBands(all: readonly (Bands | null)[]): PlanBands {
  const sum = (key: FigureKey, end: keyof Band) =>
    all.reduce((total, bands) => total + (bands?.[key][end] ?? 0), 0);
  return Object.fromEntries(
    ADDED.map((key) => [
      key,
      { low: sum(key, "low"), default: sum(key, "default"), high: sum(key, "high") },
    ]),
  ) as PlanBands;
}
