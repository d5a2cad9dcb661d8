import type { Rng } from "../../base/rng.ts";
import type { Problem } from "../problem.ts";
import type { Draft } from "./draft.ts";

/** A district being grown: sums that limits are stated in. */
interface Growth {
  readonly members: number[];
  households: number;
  floorAreaM2: number;
  threshold: number;
}

function fits(problem: Problem, growth: Growth, i: number): boolean {
  const { limits } = problem.parameters;
  const { households, floorAreaM2 } = problem.world.compounds[i];
  const within = (value: number, max: number | null) => max === null || value <= max;
  if (!within(growth.members.length + 1, limits.maxCompounds)) return false;
  if (!within(growth.households + households, limits.maxHouseholds)) return false;
  if (!within(growth.floorAreaM2 + floorAreaM2, limits.maxFloorAreaM2)) return false;
  if (limits.maxSpanM === null) return true;
  const withNew = [...growth.members, i];
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

function include(problem: Problem, growth: Growth, i: number): void {
  growth.members.push(i);
  growth.households += problem.world.compounds[i].households;
  growth.floorAreaM2 += problem.world.compounds[i].floorAreaM2;
  growth.threshold += problem.threshold?.[i] ?? 0;
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
  include(problem, growth, seed);
  taken[seed] = 1;
  while (!satisfied(problem, growth)) {
    const next = pickNext(problem, taken, growth);
    if (next < 0) break;
    include(problem, growth, next);
    taken[next] = 1;
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
 * districts grow from random seeds until the ideal size; growths that miss the minimum stay out.
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
  for (const seed of shuffled(options.component, options.rng)) {
    if (taken[seed]) continue;
    const growth = growFrom(problem, taken, seed);
    if (reachesMinimum(problem, growth)) draft.add(growth.members);
    else for (const i of growth.members.slice(1)) taken[i] = 0;
  }
}
