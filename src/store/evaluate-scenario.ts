import {
  EMPTY_ESTIMATE,
  evaluateZoning,
  type LiveZoning,
  type Prepared,
  type Violation,
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

/** The first `count` of a list, at once of that length: growing it later would copy it again. */
function resize<T>(list: readonly T[], count: number, empty: T): T[] {
  if (count <= list.length) return list.slice(0, count);
  return list.concat(new Array<T>(count - list.length).fill(empty));
}

/** Broken rules come in one order. */
function areAlike(a: readonly Violation[], b: readonly Violation[]): boolean {
  return (
    a.length === b.length &&
    a.every(
      ({ rule, value, limit }, k) =>
        rule === b[k].rule && value === b[k].value && limit === b[k].limit,
    )
  );
}

const NOTHING_BROKEN: readonly Violation[] = [];

/** Violations after a step; the same list where none came, went or changed. */
function violationsAfter(
  live: LiveZoning,
  before: Evaluated["violations"],
  touched: ReadonlySet<number>,
): Evaluated["violations"] {
  const count = live.districts.length;
  let after: (readonly Violation[])[] | null = null;
  for (const d of touched) {
    const now = live.lists.size[d] > 0 ? live.violations(d) : NOTHING_BROKEN;
    if (areAlike(now, before[d] ?? NOTHING_BROKEN)) continue;
    after ??= resize(before, count, NOTHING_BROKEN);
    after[d] = now;
  }
  return after ?? (before.length === count ? before : resize(before, count, NOTHING_BROKEN));
}

/** Only the districts that `diff` touched; the rest keep what they had. */
export function evaluateTouched(
  live: LiveZoning,
  before: Evaluated,
  { zoning, diff }: { readonly zoning: Zoning; readonly diff: ZoningDiff },
): Evaluated {
  const count = zoning.districts.length;
  const touched = touchedBy(diff, count);
  const estimates = resize(before.estimates, count, EMPTY_ESTIMATE);
  for (const d of touched) estimates[d] = live.estimate(d) ?? EMPTY_ESTIMATE;
  const violations = violationsAfter(live, before.violations, touched);
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
