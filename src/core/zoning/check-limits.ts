import type { Limits } from "./limits.ts";
import type { Tally } from "./tallies.ts";
import type { Violation } from "./violation.ts";

/** What limits are checked against. The fee is asked for only where a limit is set. */
export type Measured = Tally & { readonly spanM: number; readonly breakEvenFee: () => number };

type Check = (measured: Measured, limits: Limits) => Violation | null;

function below(rule: Violation["rule"], value: number, limit: number | null): Violation | null {
  return limit !== null && value < limit ? { rule, value, limit } : null;
}

function above(rule: Violation["rule"], value: number, limit: number | null): Violation | null {
  return limit !== null && value > limit ? { rule, value, limit } : null;
}

/** Every limit as a named predicate; order is the order shown. */
const CHECKS: readonly Check[] = [
  (t, l) => below("min-households", t.households, l.minHouseholds),
  (t, l) => above("max-households", t.households, l.maxHouseholds),
  (t, l) => below("min-floor-area", t.floorAreaM2, l.minFloorAreaM2),
  (t, l) => above("max-floor-area", t.floorAreaM2, l.maxFloorAreaM2),
  (t, l) => above("max-compounds", t.compounds, l.maxCompounds),
  (t, l) => above("max-span", t.spanM, l.maxSpanM),
  (t, { maxBreakEvenFeeYuanPerM2Month: limit }) =>
    limit === null ? null : above("max-break-even-fee", t.breakEvenFee(), limit),
];

/** Limits the district breaks, with the numbers; empty when it meets them all. */
export function checkLimits(measured: Measured, limits: Limits): Violation[] {
  return CHECKS.map((check) => check(measured, limits)).filter((v) => v !== null);
}
