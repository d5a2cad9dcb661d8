import type { Rng } from "../../base/rng.ts";
import { partitionWindow, type WindowPartition } from "../exact/partition-window.ts";
import { createWindow } from "../exact/window.ts";
import type { Problem } from "../problem.ts";
import type { Draft } from "./draft.ts";
import { pickWindow } from "./pick-window.ts";

/** Nodes a search window aims at, may reach, and the sets it may enumerate before giving up. */
const WINDOW_SIZE = 12;
const WINDOW_MOST = 15;
const WINDOW_SETS = 20_000;

/** Lexicographic difference of two states; below 0: `a` is better. */
function compareStates(
  a: { leftOut: number; districts: number; levels: readonly number[] },
  b: { leftOut: number; districts: number; levels: readonly number[] },
  targetCount: number | null,
): number {
  if (a.leftOut !== b.leftOut) return a.leftOut - b.leftOut;
  if (targetCount !== null) {
    const off = Math.abs(a.districts - targetCount) - Math.abs(b.districts - targetCount);
    if (off !== 0) return off;
  }
  for (let k = 0; k < a.levels.length; k++) {
    const diff = a.levels[k] - b.levels[k];
    if (Math.abs(diff) > 1e-9 * Math.max(1, Math.abs(b.levels[k]))) return diff;
  }
  return 0;
}

/** What the window's districts and loose compounds amount to now. */
function presentState(problem: Problem, draft: Draft, districts: readonly number[], all: number[]) {
  const levels = new Array<number>(problem.objective.levels).fill(0);
  for (const d of districts) {
    draft.valueOf(d).forEach((v, k) => {
      levels[k] += v;
    });
  }
  const leftOut = all
    .filter((i) => draft.of[i] < 0)
    .reduce((sum, i) => sum + problem.world.compounds[i].households, 0);
  return { leftOut, districts: districts.length, levels };
}

/** The partition that makes the whole draft best, and how much better than now (below 0). */
function bestPartition(
  partitions: readonly (WindowPartition | null)[],
  present: ReturnType<typeof presentState>,
  options: { readonly elsewhere: number; readonly targetCount: number | null },
): WindowPartition | null {
  let best: WindowPartition | null = null;
  let standing = { ...present, districts: present.districts + options.elsewhere };
  for (const partition of partitions) {
    if (partition === null) continue;
    const state = {
      leftOut: partition.householdsLeftOut,
      districts: partition.districts.length + options.elsewhere,
      levels: [...partition.levels],
    };
    if (compareStates(state, standing, options.targetCount) < 0) {
      best = partition;
      standing = state;
    }
  }
  return best;
}

/**
 * One step of large-neighbourhood search (Shaw 1998): takes the districts around `seed` apart and
 * puts them together again optimally. Never makes the draft worse.
 * @returns whether anything changed
 */
export function improveAround(
  problem: Problem,
  draft: Draft,
  options: { readonly seed: number; readonly rng: Rng },
): boolean {
  const picked = pickWindow(problem, draft, {
    ...options,
    size: WINDOW_SIZE,
    most: WINDOW_MOST,
  });
  if (picked === null) return false;
  const window = createWindow(problem, picked.nodes);
  const partitions = partitionWindow(problem, window, WINDOW_SETS);
  if (partitions === null) return false;
  const present = presentState(problem, draft, picked.districts, picked.nodes.flat());
  const best = bestPartition(partitions, present, {
    elsewhere: draft.districts - picked.districts.length,
    targetCount: problem.objective.targetCount,
  });
  if (best === null) return false;
  for (const district of picked.districts) draft.remove(district);
  for (const mask of best.districts) draft.add(unpack(window.nodes, mask));
  return true;
}

/** Compounds of the nodes in a mask. */
export function unpack(nodes: readonly (readonly number[])[], mask: number): number[] {
  return nodes.filter((_, k) => (mask >> k) & 1).flat();
}
