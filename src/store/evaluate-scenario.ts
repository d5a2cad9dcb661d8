import {
  EMPTY_ESTIMATE,
  evaluateZoning,
  type LiveZoning,
  type Prepared,
  type Zoning,
  type ZoningDiff,
} from "../core/index.ts";
import type { LocksShown } from "./edit-state.ts";
import type { ScenarioState } from "./state.ts";

/** What a zoning was evaluated to. */
export type Evaluated = Pick<ScenarioState, "zoning" | "estimates" | "violations" | "issues">;

/** Every district anew. O(n + links). */
export function evaluateAll({ problem, overrides, issues }: Prepared, zoning: Zoning): Evaluated {
  const { estimates, violations } = evaluateZoning(problem, zoning, overrides.byDistrict);
  return { zoning, estimates: estimates.map((e) => e ?? EMPTY_ESTIMATE), violations, issues };
}

/** Positions of the districts that a diff touches and that are there. */
export function touchedBy({ moves, districts }: ZoningDiff, count: number): Set<number> {
  const touched = new Set<number>();
  for (const { from, to } of moves) {
    if (from >= 0 && from < count) touched.add(from);
    if (to >= 0 && to < count) touched.add(to);
  }
  for (const { at } of districts) if (at < count) touched.add(at);
  return touched;
}

/** Only the districts that `diff` touched; the rest keep what they had. */
export function evaluateTouched(
  live: LiveZoning,
  before: Evaluated,
  { zoning, diff }: { readonly zoning: Zoning; readonly diff: ZoningDiff },
): Evaluated {
  const count = zoning.districts.length;
  const estimates = before.estimates.slice(0, count);
  const violations = before.violations.slice(0, count);
  for (const d of touchedBy(diff, count)) {
    estimates[d] = live.estimate(d) ?? EMPTY_ESTIMATE;
    violations[d] = live.lists.size[d] > 0 ? live.violations(d) : [];
  }
  return { zoning, issues: before.issues, estimates, violations };
}

/** Who cannot be moved. O(locked). */
export function describeLocks(
  { problem: { rules, bonds, participant } }: Prepared,
  { assignment }: Zoning,
): LocksShown {
  const compounds = new Set<number>();
  const districts = new Set<number>();
  for (const lock of rules.locks)
    for (const i of lock.compounds) if (participant[i] > 0) compounds.add(i);
  for (const { members } of bonds.kept)
    for (const i of members) if (assignment[i] >= 0) districts.add(assignment[i]);
  return { compounds, districts };
}
