import type { Totals } from "../estimate/reckoner.ts";
import type { IndicatorValues } from "./comparison.ts";
import { INDICATOR_KEYS, INDICATOR_ROWS, type IndicatorKey } from "./indicator-rows.ts";

/** Indicators of which one way is the better one: they can decide between scenarios. */
export const CRITERIA: readonly IndicatorKey[] = INDICATOR_KEYS.filter(
  (key) => INDICATOR_ROWS[key].better !== null,
);

/** The value with its sign turned so that more is always better. */
export function merit(key: IndicatorKey, value: number): number {
  return INDICATOR_ROWS[key].better === "less" ? -value : value;
}

/** Indicators that follow the assumptions where districts stay as they are. */
const FOLLOWING: Partial<Record<IndicatorKey, keyof Totals>> = {
  costYuan: "costYuan",
  incomeYuan: "incomeYuan",
  netCostYuan: "netCostYuan",
  breakEvenFeeYuanPerM2Month: "breakEvenFeeYuanPerM2Month",
  payingDistricts: "payingDistricts",
  payingHouseholds: "payingHouseholds",
  staff: "staff",
  subsidyYuan: "subsidyYuan",
  uncoveredYuan: "uncoveredYuan",
  worksYuan: "worksYuan",
};

/** Whether other assumptions change an indicator as {@link indicatorUnder} reads it. */
export function followsAssumptions(key: IndicatorKey): boolean {
  return key in FOLLOWING || key === "netCostYuanPerM2Month";
}

/** An indicator under other assumptions; those that do not follow stay as they were evaluated. */
export function indicatorUnder(
  key: IndicatorKey,
  totals: Totals,
  settled: IndicatorValues,
): number {
  if (key === "netCostYuanPerM2Month")
    return settled.floorAreaM2 === 0 ? 0 : totals.netCostYuan / (settled.floorAreaM2 * 12);
  const following = FOLLOWING[key];
  return following === undefined ? settled[key] : totals[following];
}
