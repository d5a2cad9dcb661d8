import {
  checkDistrict,
  type DistrictEstimate,
  evaluateZoning,
  membersByDistrict,
  type Prepared,
  type Zoning,
  type ZoningDiff,
} from "../core/index.ts";
import type { ScenarioState } from "./state.ts";

const EMPTY_ESTIMATE: DistrictEstimate = {
  compounds: 0,
  households: 0,
  floorAreaM2: 0,
  staff: {
    controlRoom: 0,
    patrol: 0,
    cleaners: 0,
    fixers: 0,
    service: 0,
    managers: 0,
    total: 0,
  },
  feeIncomeYuan: 0,
  parkingIncomeYuan: 0,
  otherIncomeYuan: 0,
  incomeYuan: 0,
  wagesYuan: 0,
  materialYuan: 0,
  officeYuan: 0,
  overheadYuan: 0,
  marginYuan: 0,
  taxYuan: 0,
  wallsYuan: 0,
  gatesYuan: 0,
  spanPenaltyYuan: 0,
  sizePenaltyYuan: 0,
  costYuan: 0,
  netCostYuan: 0,
  netCostYuanPerM2Month: 0,
  breakEvenFeeYuanPerM2Month: 0,
  subsidyYuan: 0,
  fundBalanceYuan: 0,
  parkingDemand: 0,
  parkingSupply: 0,
  parkingShortage: 0,
  gatesBefore: 0,
  gatesAfter: 0,
  wallOpenedM: 0,
  spanM: 0,
  statusQuoIncomeYuan: 0,
  aloneCostYuan: 0,
  defaultedShare: 0,
};

/** What a zoning was evaluated to. */
export type Evaluated = Pick<ScenarioState, "zoning" | "estimates" | "violations" | "issues">;

/** Every district anew. O(n + links). */
export function evaluateAll({ problem, issues }: Prepared, zoning: Zoning): Evaluated {
  const { estimates, violations } = evaluateZoning(problem, zoning);
  return { zoning, estimates: estimates.map((e) => e ?? EMPTY_ESTIMATE), violations, issues };
}

/** Only the districts that `diff` touched; the rest keep what they had. */
export function evaluateTouched(
  { problem, issues }: Prepared,
  before: Evaluated,
  { zoning, diff }: { readonly zoning: Zoning; readonly diff: ZoningDiff },
): Evaluated {
  const touched = new Set(diff.moves.flatMap(({ from, to }) => [from, to]));
  const members = membersByDistrict(zoning);
  const isKnown = (d: number) => !touched.has(d) && before.estimates[d] !== undefined;
  return {
    zoning,
    issues,
    estimates: members.map((list, d) => {
      if (isKnown(d)) return before.estimates[d];
      return list.length > 0 ? problem.estimator.district(list) : EMPTY_ESTIMATE;
    }),
    violations: members.map((list, d) =>
      isKnown(d) ? before.violations[d] : checkDistrict(problem, list),
    ),
  };
}
