import type { ObjectiveFunction } from "./objective.ts";
import type { Problem } from "./problem.ts";

/** What a zoning of one component amounts to. */
export interface Standing {
  readonly householdsLeftOut: number;
  readonly districts: number;
  /** the objective's last level */
  readonly value: number;
}

/** How standings are compared; see {@link compareStandings}. */
export interface Order {
  /** number of districts wanted in the component; null = free */
  readonly wanted: number | null;
  /** whether more districts are better whatever they are worth */
  readonly countsDistricts: boolean;
}

/** Lexicographic difference; below 0: `a` is better. Values equal to 1e-9 count as equal. */
export function compareStandings(a: Standing, b: Standing, order: Order): number {
  if (a.householdsLeftOut !== b.householdsLeftOut) return a.householdsLeftOut - b.householdsLeftOut;
  if (order.wanted !== null) {
    const off = Math.abs(a.districts - order.wanted) - Math.abs(b.districts - order.wanted);
    if (off !== 0) return off;
  }
  if (order.countsDistricts && a.districts !== b.districts) return b.districts - a.districts;
  const difference = a.value - b.value;
  return Math.abs(difference) > 1e-9 * Math.max(1, Math.abs(b.value)) ? difference : 0;
}

/** Households left out, then the objective's additive levels. */
export function toLevels(objective: ObjectiveFunction, standing: Standing): number[] {
  const { householdsLeftOut, districts, value } = standing;
  return objective.countsDistricts
    ? [householdsLeftOut, -districts, value]
    : [householdsLeftOut, value];
}

/** From scratch: what each component amounts to under these districts, none across components. */
export function measureStandings(
  problem: Problem,
  districts: readonly (readonly number[])[],
): Standing[] {
  const { objective, components, world } = problem;
  const sums = Array.from({ length: components.count }, () => ({
    householdsLeftOut: 0,
    districts: 0,
    value: 0,
  }));
  components.label.forEach((label, i) => {
    if (label >= 0) sums[label].householdsLeftOut += world.compounds[i].households;
  });
  const out = new Float64Array(objective.levels);
  for (const members of districts) {
    const sum = sums[components.label[members[0]]];
    objective.evaluate(members, members.length, out);
    sum.districts++;
    sum.value += out[objective.levels - 1];
    for (const i of members) sum.householdsLeftOut -= world.compounds[i].households;
  }
  return sums;
}
