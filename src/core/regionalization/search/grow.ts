import type { Rng } from "../../base/rng.ts";
import { areApart } from "../apart.ts";
import { groupMembers } from "../bonds.ts";
import type { Problem } from "../problem.ts";
import type { Draft } from "./draft.ts";

/** A district being grown: sums that limits are stated in. */
interface Growth {
  readonly members: number[];
  households: number;
  floorAreaM2: number;
  threshold: number;
}

/** Whether compound `i`, with those it must stay with, may join. */
function fits(problem: Problem, growth: Growth, i: number): boolean {
  const { bonds, world, parameters } = problem;
  const { limits } = parameters;
  const joining = groupMembers(bonds, i);
  const sum = (of: (j: number) => number) => joining.reduce((s, j) => s + of(j), 0);
  const within = (value: number, max: number | null) => max === null || value <= max;
  if (!within(growth.members.length + joining.length, limits.maxCompounds)) return false;
  const households = growth.households + sum((j) => world.compounds[j].households);
  const floorAreaM2 = growth.floorAreaM2 + sum((j) => world.compounds[j].floorAreaM2);
  if (!within(households, limits.maxHouseholds)) return false;
  if (!within(floorAreaM2, limits.maxFloorAreaM2)) return false;
  const { apart } = bonds;
  const mayShare = (j: number) =>
    apart.start[j] === apart.start[j + 1] || !growth.members.some((m) => areApart(apart, m, j));
  if (!joining.every(mayShare)) return false;
  if (limits.maxSpanM === null) return true;
  const withNew = [...growth.members, ...joining];
  return problem.estimator.spanM(withNew, withNew.length) <= limits.maxSpanM;
}

function reachesMinimum(problem: Problem, growth: Growth): boolean {
  const { limits, threshold } = problem.parameters;
  return (
    growth.households >= (limits.minHouseholds ?? 0) &&
    growth.floorAreaM2 >= (limits.minFloorAreaM2 ?? 0) &&
    (threshold === null || growth.threshold >= threshold.min)
  );
}

/** Soft ideals end the growth; `max-p` wants small districts and stops at the minimum. */
function satisfied(problem: Problem, growth: Growth): boolean {
  if (!reachesMinimum(problem, growth)) return false;
  if (problem.parameters.objective === "max-p") return true;
  const { idealHouseholds, idealFloorAreaM2 } = problem.parameters.limits;
  return (
    (idealHouseholds === null || growth.households >= idealHouseholds) &&
    (idealFloorAreaM2 === null || growth.floorAreaM2 >= idealFloorAreaM2)
  );
}

/** Takes in compound `i` with those it must stay with. */
function include(problem: Problem, growth: Growth, options: { i: number; taken: Uint8Array }) {
  for (const j of groupMembers(problem.bonds, options.i)) {
    options.taken[j] = 1;
    growth.members.push(j);
    growth.households += problem.world.compounds[j].households;
    growth.floorAreaM2 += problem.world.compounds[j].floorAreaM2;
    growth.threshold += problem.threshold?.[j] ?? 0;
  }
}

/** Free neighbours of a set in the same cell, each once. */
function freeNeighbors(problem: Problem, taken: Uint8Array, members: readonly number[]): number[] {
  const { graph, cell, placeable } = problem;
  const found = new Set<number>();
  for (const i of members) {
    for (let e = graph.offset[i]; e < graph.offset[i + 1]; e++) {
      const j = graph.neighbor[e];
      if (!taken[j] && placeable[j] && cell[j] === cell[i]) found.add(j);
    }
  }
  return [...found];
}

/** Takes the neighbour with the fewest free neighbours of its own, so that nobody is stranded. */
function pickNext(problem: Problem, taken: Uint8Array, growth: Growth): number {
  let best = -1;
  let fewest = Number.POSITIVE_INFINITY;
  for (const j of freeNeighbors(problem, taken, growth.members)) {
    if (!fits(problem, growth, j)) continue;
    const free = freeNeighbors(problem, taken, [j]).length;
    if (free < fewest || (free === fewest && j < best)) {
      fewest = free;
      best = j;
    }
  }
  return best;
}

function growFrom(problem: Problem, taken: Uint8Array, seed: number): Growth {
  const growth: Growth = { members: [], households: 0, floorAreaM2: 0, threshold: 0 };
  include(problem, growth, { i: seed, taken });
  while (!satisfied(problem, growth)) {
    const next = pickNext(problem, taken, growth);
    if (next < 0) break;
    include(problem, growth, { i: next, taken });
  }
  return growth;
}

function shuffled(members: readonly number[], rng: Rng): number[] {
  const order = [...members];
  for (let k = order.length - 1; k > 0; k--) {
    const other = rng.int(k + 1);
    [order[k], order[other]] = [order[other], order[k]];
  }
  return order;
}

/**
 * Seeded growth over one component (construction phase of max-p, Duque, Anselin & Rey 2012):
 * districts grow from random seeds until the ideal size; growths that miss the minimum stay out, and
 * beside a start also those without households, which could only make it worse.
 */
export function growDistricts(
  problem: Problem,
  draft: Draft,
  options: {
    readonly component: readonly number[];
    readonly rng: Rng;
    /** length n, shared by all components: 1 = not free */
    readonly taken: Uint8Array;
  },
): void {
  const { taken } = options;
  const { start } = problem;
  for (const seed of shuffled(options.component, options.rng)) {
    if (taken[seed]) continue;
    const growth = growFrom(problem, taken, seed);
    const seeds = groupMembers(problem.bonds, seed).length;
    if (reachesMinimum(problem, growth) && (start === null || growth.households > 0))
      draft.add(growth.members);
    else for (const i of growth.members.slice(seeds)) taken[i] = 0;
  }
}
