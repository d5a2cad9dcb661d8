import {
  checkDistrict,
  EMPTY_ESTIMATE,
  evaluateZoning,
  membersByDistrict,
  type Prepared,
  type Zoning,
  type ZoningDiff,
} from "../core/index.ts";
import type { ScenarioState } from "./state.ts";

/** What a zoning was evaluated to. */
export type Evaluated = Pick<ScenarioState, "zoning" | "estimates" | "violations" | "issues">;

/** Every district anew. O(n + links). */
export function evaluateAll({ problem, overrides, issues }: Prepared, zoning: Zoning): Evaluated {
  const { estimates, violations } = evaluateZoning(problem, zoning, overrides.byDistrict);
  return { zoning, estimates: estimates.map((e) => e ?? EMPTY_ESTIMATE), violations, issues };
}

/** Only the districts that `diff` touched; the rest keep what they had. */
export function evaluateTouched(
  { problem, overrides, issues }: Prepared,
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
      if (list.length === 0) return EMPTY_ESTIMATE;
      return problem.estimator.district(list, overrides.byDistrict.get(zoning.districts[d].id));
    }),
    violations: members.map((list, d) =>
      isKnown(d) ? before.violations[d] : checkDistrict(problem, list),
    ),
  };
}
