import type { Problem } from "../problem.ts";
import { enumerateDistricts } from "./enumerate-districts.ts";
import type { Window } from "./window.ts";

/** The best way to cut a window into districts, for one number of districts. */
export interface WindowPartition {
  /** node masks of the districts */
  readonly districts: readonly number[];
  readonly householdsLeftOut: number;
  readonly levels: readonly number[];
}

/** Best-value table over node masks; `width` counts of districts side by side (1 = any count). */
interface Table {
  readonly width: number;
  readonly reachable: Uint8Array;
  readonly leftOut: Float64Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
  /** pool position of the district holding the lowest node; −1 left out; −2 impossible */
  readonly choice: Int32Array;
}

function createTable(nodes: number, width: number): Table {
  const size = 2 ** nodes * width;
  return {
    width,
    reachable: new Uint8Array(2 ** nodes),
    leftOut: new Float64Array(size),
    first: new Float64Array(size),
    second: new Float64Array(size),
    choice: new Int32Array(size).fill(-2),
  };
}

/** Pool positions by the lowest node of their set. */
function byLowestNode(masks: readonly number[], nodes: number): number[][] {
  const lists: number[][] = Array.from({ length: nodes }, () => []);
  masks.forEach((mask, k) => {
    lists[31 - Math.clz32(mask & -mask)].push(k);
  });
  return lists;
}

/** Only masks reached from the full set by taking away the lowest node's district need a value. */
function markReachable(table: Table, masks: readonly number[], lists: readonly number[][]): void {
  const full = table.reachable.length - 1;
  table.reachable[full] = 1;
  for (let mask = full; mask > 0; mask--) {
    if (!table.reachable[mask]) continue;
    const low = mask & -mask;
    table.reachable[mask ^ low] = 1;
    for (const k of lists[31 - Math.clz32(low)]) {
      if ((masks[k] & ~mask) === 0) table.reachable[mask ^ masks[k]] = 1;
    }
  }
}

/** Keeps the candidate if it is lexicographically better than what stands at `at`. */
function offer(
  table: Table,
  at: number,
  candidate: { leftOut: number; first: number; second: number; choice: number },
): void {
  if (table.choice[at] !== -2) {
    const diff =
      candidate.leftOut - table.leftOut[at] ||
      candidate.first - table.first[at] ||
      candidate.second - table.second[at];
    if (!(diff < 0)) return;
  }
  table.leftOut[at] = candidate.leftOut;
  table.first[at] = candidate.first;
  table.second[at] = candidate.second;
  table.choice[at] = candidate.choice;
}

function fill(
  table: Table,
  window: Window,
  pool: { mask: readonly number[]; value: readonly number[]; levels: number },
  lists: readonly number[][],
): void {
  const { width, leftOut, first, second, choice } = table;
  choice[0] = -1;
  const candidate = { leftOut: 0, first: 0, second: 0, choice: -1 };
  const tryFrom = (from: number, at: number, k: number, households: number) => {
    if (choice[from] === -2) return;
    candidate.leftOut = leftOut[from] + households;
    candidate.first = first[from] + (k < 0 ? 0 : pool.value[k * pool.levels]);
    const own = k < 0 || pool.levels < 2 ? 0 : pool.value[k * pool.levels + 1];
    candidate.second = second[from] + own;
    candidate.choice = k;
    offer(table, at, candidate);
  };
  for (let mask = 1; mask < table.reachable.length; mask++) {
    if (!table.reachable[mask]) continue;
    const low = mask & -mask;
    const node = 31 - Math.clz32(low);
    for (let c = 0; c < width; c++) {
      tryFrom((mask ^ low) * width + c, mask * width + c, -1, window.households[node]);
    }
    for (const k of lists[node]) {
      if ((pool.mask[k] & ~mask) !== 0) continue;
      const from = (mask ^ pool.mask[k]) * width;
      if (width === 1) tryFrom(from, mask, k, 0);
      else for (let c = 1; c < width; c++) tryFrom(from + c - 1, mask * width + c, k, 0);
    }
  }
}

function readBack(table: Table, masks: readonly number[], count: number): number[] {
  const districts: number[] = [];
  let mask = table.reachable.length - 1;
  let c = count;
  while (mask !== 0) {
    const k = table.choice[mask * table.width + c];
    if (k < 0) {
      mask &= mask - 1;
      continue;
    }
    districts.push(masks[k]);
    mask ^= masks[k];
    if (table.width > 1) c--;
  }
  return districts;
}

/**
 * Optimal partition of a window into admissible districts and left-out nodes: dynamic programming
 * over node sets, always deciding the lowest undecided node (set partitioning, Held & Karp 1962).
 * Lexicographic: households left out, then the objective's levels.
 * @param maxSets gives up (null) when more connected sets than this exist
 * @returns one entry; with a target count, entry c is the best with exactly c districts (or null)
 */
export function partitionWindow(
  problem: Problem,
  window: Window,
  maxSets: number,
): readonly (WindowPartition | null)[] | null {
  const pool = enumerateDistricts(problem, window, maxSets);
  if (pool === null) return null;
  const { levels, targetCount } = problem.objective;
  const m = window.nodes.length;
  const table = createTable(m, targetCount === null ? 1 : m + 1);
  const lists = byLowestNode(pool.mask, m);
  markReachable(table, pool.mask, lists);
  fill(table, window, { ...pool, levels }, lists);
  const full = (table.reachable.length - 1) * table.width;
  return Array.from({ length: table.width }, (_, c) => {
    if (table.choice[full + c] === -2) return null;
    const all = [table.first[full + c], table.second[full + c]];
    return {
      districts: readBack(table, pool.mask, c),
      householdsLeftOut: table.leftOut[full + c],
      levels: all.slice(0, levels),
    };
  });
}
