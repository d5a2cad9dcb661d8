import type { Piece } from "../piece.ts";
import { ascendPrices } from "./dual-ascent.ts";
import type { LinearSolver } from "./linear-solver.ts";
import { nodesOfSets } from "./piece-sets.ts";
import { SetCollector, type SetPool } from "./set-pool.ts";
import type { SetsOfNodes } from "./set-program.ts";
import { solveSetProgram } from "./solve-set-program.ts";

/** Nodes of a window, round by round: few enough that its packing is proven in a second or so. */
const WINDOW_NODES = [220, 400, 560];
/** Windows of one size solved at most. */
const MOST_WINDOWS = 40;

export interface PackingOptions {
  /** minimal sets of the piece */
  readonly pool: SetPool;
  /** sets of each node of `pool` */
  readonly sets: SetsOfNodes;
  /** districts beyond which there cannot be more */
  readonly enough: number;
  readonly solver: LinearSolver;
}

/** Node lists, disjoint; together they need not cover the piece. */
type Packing = readonly (readonly number[])[];

/** Districts nearest to one, and free nodes between, until they hold enough nodes. Breadth first. */
function pickWindow(
  piece: Piece,
  packing: Packing,
  { seed, size }: { readonly seed: number; readonly size: number },
): { readonly chosen: number[]; readonly seen: ReadonlySet<number> } {
  const of = districtOf(piece, packing);
  const taken = new Set([seed]);
  const queue = [...packing[seed]];
  const seen = new Set(queue);
  for (let k = 0; k < queue.length && seen.size < size; k++) {
    for (let e = piece.offset[queue[k]]; e < piece.offset[queue[k] + 1]; e++) {
      const next = piece.neighbor[e];
      if (seen.has(next)) continue;
      const district = of[next];
      const nodes = district < 0 ? [next] : packing[district];
      if (district >= 0) taken.add(district);
      for (const node of nodes) {
        seen.add(node);
        queue.push(node);
      }
    }
  }
  return { chosen: [...taken], seen };
}

/** Sets of the pool inside the window, in the window's own numbering. */
function setsInside(pool: SetPool, sets: SetsOfNodes, nodes: readonly number[]): SetPool {
  const local = new Map(nodes.map((node, k) => [node, k]));
  const collector = new SetCollector();
  for (const node of nodes) {
    for (let q = sets.start[node]; q < sets.start[node + 1]; q++) {
      const k = sets.set[q];
      if (pool.node[pool.start[k]] !== node) continue;
      const inside: number[] = [];
      for (let e = pool.start[k]; e < pool.start[k + 1]; e++) {
        const at = local.get(pool.node[e]);
        if (at !== undefined) inside.push(at);
      }
      if (inside.length === pool.start[k + 1] - pool.start[k]) {
        collector.add(inside, inside.length);
      }
    }
  }
  return collector.pool();
}

/** More disjoint sets of a window than `count`, or null when there are none or none were found. */
function* packMore(
  pool: SetPool,
  rows: number,
  options: { readonly count: number; readonly solver: LinearSolver },
): Generator<void, number[][] | null, void> {
  const { count, solver } = options;
  const cost = new Float64Array(pool.count).fill(-1);
  const exact = new Uint8Array(rows);
  const program = { rows, pool, cost, exact, integral: true, sides: [] };
  const share = new Uint8Array(rows).fill(1);
  const enough = -count - 1 + 1e-5;
  const prices = yield* ascendPrices(program, { share, enough });
  if (prices.bound >= enough) return null;
  const { chosen } = yield* solveSetProgram(program, { solver, prices, incumbent: -count });
  return chosen ? nodesOfSets(pool, chosen) : null;
}

function districtOf(piece: Piece, packing: Packing): Int32Array {
  const of = new Int32Array(piece.count).fill(-1);
  packing.forEach((nodes, d) => {
    for (const node of nodes) of[node] = d;
  });
  return of;
}

/**
 * A packing with more districts: windows of neighbouring districts are packed anew with proof, one
 * after the other (large neighbourhood search; Shaw 1998), until a round of windows improves none,
 * `enough` are packed or the budget of windows is used up.
 * @param start districts, disjoint
 */
export function* improvePacking(
  piece: Piece,
  start: Packing,
  options: PackingOptions,
): Generator<void, Packing, void> {
  let packing = start;
  for (const size of WINDOW_NODES) packing = yield* improveBy(piece, packing, { ...options, size });
  return packing;
}

function* improveBy(
  piece: Piece,
  start: Packing,
  options: PackingOptions & { readonly size: number },
): Generator<void, Packing, void> {
  const { pool, sets, enough, solver, size } = options;
  let packing = start;
  const stride = Math.max(1, Math.floor((start.length * size) / (3 * piece.count)));
  let idle = 0;
  for (let w = 0; w < MOST_WINDOWS && packing.length < enough; w++) {
    if (idle * stride >= packing.length) break;
    const seed = (w * stride) % packing.length;
    const { chosen, seen } = pickWindow(piece, packing, { seed, size });
    const nodes = [...seen].sort((a, b) => a - b);
    const inside = setsInside(pool, sets, nodes);
    const more = yield* packMore(inside, nodes.length, { count: chosen.length, solver });
    idle = more ? 0 : idle + 1;
    if (!more) continue;
    const gone = new Set(chosen);
    const fresh = more.map((set) => set.map((at) => nodes[at]));
    packing = [...packing.filter((_, d) => !gone.has(d)), ...fresh];
  }
  return packing;
}
