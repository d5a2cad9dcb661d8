import type { ObjectiveFunction } from "../objective.ts";
import type { Piece } from "../piece.ts";
import { SetCollector, type SetPool } from "./set-pool.ts";

/** Admissible sets of a piece with what each is worth. */
export interface ValuedSets {
  readonly pool: SetPool;
  /** `levels` values per set */
  readonly value: Float64Array;
  readonly levels: number;
}

/** Compounds of the given nodes. */
export function compoundsOf(piece: Piece, nodes: ArrayLike<number>): number[] {
  const compounds: number[] = [];
  for (let k = 0; k < nodes.length; k++) {
    const node = nodes[k];
    for (let e = piece.memberStart[node]; e < piece.memberStart[node + 1]; e++) {
      compounds.push(piece.member[e]);
    }
  }
  return compounds.sort((a, b) => a - b);
}

/** Sets valued between two chances to stop: some 2 ms. */
const SETS_PER_STEP = 500;

/** The sets of a pool that pay their way as far as is asked. */
function* admittedSets(
  piece: Piece,
  pool: SetPool,
  admits: NonNullable<ObjectiveFunction["admits"]>,
): Generator<void, SetPool, void> {
  const kept = new SetCollector();
  for (let k = 0; k < pool.count; k++) {
    const nodes = pool.node.subarray(pool.start[k], pool.start[k + 1]);
    const members = compoundsOf(piece, nodes);
    if (admits(members, members.length)) kept.add(nodes, nodes.length);
    if (k % SETS_PER_STEP === SETS_PER_STEP - 1) yield;
  }
  return kept.pool();
}

/** Values every set of a pool that may be a district by the objective. */
export function* valueSets(
  piece: Piece,
  all: SetPool,
  objective: ObjectiveFunction,
): Generator<void, ValuedSets, void> {
  const { levels, admits } = objective;
  const pool = admits === null ? all : yield* admittedSets(piece, all, admits);
  const value = new Float64Array(pool.count * levels);
  const out = new Float64Array(levels);
  for (let k = 0; k < pool.count; k++) {
    const members = compoundsOf(piece, pool.node.subarray(pool.start[k], pool.start[k + 1]));
    objective.evaluate(members, members.length, out);
    value.set(out, k * levels);
    if (k % SETS_PER_STEP === SETS_PER_STEP - 1) yield;
  }
  return { pool, value, levels };
}

/** Nodes of the given sets, set by set. */
export function nodesOfSets(pool: SetPool, chosen: Iterable<number>): number[][] {
  return Array.from(chosen, (k) => [...pool.node.subarray(pool.start[k], pool.start[k + 1])]);
}

/** The pool with one more set per given node: the node alone. */
export function withSingles(pool: SetPool, nodes: readonly number[]): SetPool {
  const collector = new SetCollector();
  for (let k = 0; k < pool.count; k++) {
    const from = pool.start[k];
    collector.add(pool.node.subarray(from, pool.start[k + 1]), pool.start[k + 1] - from);
  }
  for (const node of nodes) collector.add([node], 1);
  return collector.pool();
}
