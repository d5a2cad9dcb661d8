import type { Assumption, AssumptionRow } from "./assumption.ts";
import { INCOME } from "./table/income.ts";
import { PARKING } from "./table/parking.ts";
import { PUBLIC_MONEY } from "./table/public-money.ts";
import { RUNNING } from "./table/running.ts";
import { STAFFING } from "./table/staffing.ts";
import { UPKEEP } from "./table/upkeep.ts";
import { WORKS } from "./table/works.ts";

/** What the assumptions are about, in the order shown. */
const GROUPS = {
  income: INCOME,
  parking: PARKING,
  staffing: STAFFING,
  running: RUNNING,
  works: WORKS,
  upkeep: UPKEEP,
  public: PUBLIC_MONEY,
} as const;

export type AssumptionGroup = keyof typeof GROUPS;

type KeyOf<T> = T extends unknown ? keyof T : never;

export type AssumptionKey = KeyOf<(typeof GROUPS)[AssumptionGroup]>;

/** Resolved values, one for each key. */
export type AssumptionValues = Readonly<Record<AssumptionKey, number>>;

export interface ShippedAssumption extends Assumption {
  readonly key: AssumptionKey;
  readonly group: AssumptionGroup;
}

function assumptionsOf(group: AssumptionGroup): ShippedAssumption[] {
  const rows: Readonly<Record<string, AssumptionRow>> = GROUPS[group];
  return Object.entries(rows).map(([key, { range, level, ...row }]) => ({
    key: key as AssumptionKey,
    group,
    ...row,
    low: range[0],
    default: range[1],
    high: range[2],
    level: level ?? null,
  }));
}

/**
 * Shipped assumptions: a fourth-tier city like Chuxiong. A value from common knowledge says so;
 * replace those with local quotes first.
 */
export const ASSUMPTIONS: readonly ShippedAssumption[] = (
  Object.keys(GROUPS) as AssumptionGroup[]
).flatMap(assumptionsOf);

/** Each shipped assumption by its key. */
export const ASSUMPTION_OF: ReadonlyMap<string, ShippedAssumption> = new Map(
  ASSUMPTIONS.map((a) => [a.key, a]),
);

/**
 * Defaults with `layers` on top, later ones first.
 * @throws if an override is not a known key or not a finite number ≥ 0
 */
export function resolveAssumptions(
  ...layers: readonly Partial<AssumptionValues>[]
): AssumptionValues {
  const values = Object.fromEntries(ASSUMPTIONS.map((a) => [a.key, a.default])) as Record<
    AssumptionKey,
    number
  >;
  for (const [key, value] of layers.flatMap((layer) => Object.entries(layer))) {
    if (!ASSUMPTION_OF.has(key)) throw new Error(`unknown assumption ${key}`);
    if (!Number.isFinite(value) || (value as number) < 0) {
      throw new Error(`assumption ${key} must be a finite number ≥ 0, got ${value}`);
    }
    values[key as AssumptionKey] = value as number;
  }
  return values;
}
