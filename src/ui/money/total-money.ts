import type { ScenarioState } from "../../store/state.ts";

/** Money of a whole plan. Whole yuan a year. */
export interface MoneyTotal {
  readonly districts: number;
  /** districts whose income meets their cost */
  readonly paying: number;
  readonly subsidyYuan: number;
  readonly publicRealmYuan: number;
  readonly netCostYuan: number;
  /** households-weighted share of defaulted figures, 0…1 */
  readonly defaultedShare: number;
}

/** Sums over the districts with members; shares are weighted by households. */
export function totalMoney({ estimates }: Pick<ScenarioState, "estimates">): MoneyTotal {
  const used = estimates.filter(({ compounds }) => compounds > 0);
  const sum = (of: (e: (typeof used)[number]) => number) =>
    used.reduce((total, estimate) => total + of(estimate), 0);
  const households = sum((e) => e.households);
  const defaulted = sum((e) => e.defaultedShare * e.households);
  return {
    districts: used.length,
    paying: used.filter(({ netCostYuan }) => netCostYuan <= 0).length,
    subsidyYuan: sum((e) => e.subsidyYuan),
    publicRealmYuan: sum((e) => e.publicRealmYuan),
    netCostYuan: sum((e) => e.netCostYuan),
    defaultedShare: households > 0 ? defaulted / households : 0,
  };
}
