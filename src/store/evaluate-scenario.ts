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
