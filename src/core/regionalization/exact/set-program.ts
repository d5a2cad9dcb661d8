import type { SetPool } from "./set-pool.ts";

/**
 * Choose sets so that each node is covered as its row asks, at least cost: the set partitioning
 * and set packing of Balas & Padberg (1976, "Set partitioning: a survey").
 */
export interface SetProgram {
  /** number of nodes, one row each */
  readonly rows: number;
  readonly pool: SetPool;
  /** per set, minimised; any sign */
  readonly cost: Float64Array;
  /** per node: 1 covered exactly once, 0 at most once */
  readonly exact: Uint8Array;
  /** whether every cost is a whole number, so that a better answer is better by 1 at least */
  readonly integral: boolean;
  /** further rows over all sets, each within its two sides */
  readonly sides: readonly SideRow[];
}

/** `lower ≤ Σ coefficient[k] · x[k] ≤ upper`. */
export interface SideRow {
  readonly coefficient: Float64Array;
  readonly lower: number;
  readonly upper: number;
}

/** Sets of each node: `set[start[i] … start[i+1]−1]`, ascending. */
export interface SetsOfNodes {
  readonly start: Uint32Array;
  readonly set: Uint32Array;
}

/** Counting sort of memberships by node. O(members of all sets). */
export function setsOfNodes({ count, start, node }: SetPool, rows: number): SetsOfNodes {
  const from = new Uint32Array(rows + 1);
  for (let e = 0; e < node.length; e++) from[node[e] + 1]++;
  for (let i = 0; i < rows; i++) from[i + 1] += from[i];
  const next = from.slice();
  const set = new Uint32Array(node.length);
  for (let k = 0; k < count; k++) {
    for (let e = start[k]; e < start[k + 1]; e++) set[next[node[e]]++] = k;
  }
  return { start: from, set };
}

/** Sum of `of` over the nodes of set k. */
export function sumOverSet({ start, node }: SetPool, k: number, of: ArrayLike<number>): number {
  let sum = 0;
  for (let e = start[k]; e < start[k + 1]; e++) sum += of[node[e]];
  return sum;
}

/** Relative error that sums of prices in floating point may have, with room to spare. */
const ROUNDING = 1e-10;

/** A proven bound as a number that stays below the optimum in spite of rounding. */
export function safeBound(sum: number, integral: boolean): number {
  const below = sum - ROUNDING * (1 + Math.abs(sum));
  // Adding 0 turns −0, which would not compare equal in a file, into 0.
  return integral ? Math.ceil(below - 1e-6) + 0 : below;
}
