import type { ObjectiveFunction } from "../objective.ts";
import type { NodePrices } from "./dual-ascent.ts";
import type { LinearSolver } from "./linear-solver.ts";
import type { PiecePartition } from "./partition-piece.ts";
import type { ValuedSets } from "./piece-sets.ts";
import type { SetPool } from "./set-pool.ts";

/** What is proven of one piece. */
export interface PieceProof {
  /** best partition found here; null: nothing better than the one handed in */
  readonly partition: PiecePartition | null;
  /** households left out, then levels: no partition does better, level by level; null: nothing new */
  readonly bound: readonly number[] | null;
  /** whether the best partition known is proven best at every level */
  readonly optimal: boolean;
}

/** How far a proof may go, counted in sets and columns, never in time. */
export interface ProofBudget {
  /** whether plans may be found at all, or only bounds */
  readonly mayChoose: boolean;
  /** pieces of so many nodes at most go by dynamic programming, 0 … 20 */
  readonly maskNodes: number;
  /** connected sets looked at */
  readonly visited: number;
  /** admissible sets kept and valued */
  readonly sets: number;
  /** sets that the linear solver is given at all */
  readonly solverSets: number;
  /** windows per node of a search for more districts, before and after packing anew by windows; 0 by default */
  readonly packing?: readonly [before: number, after: number];
  /** sets kept as bit masks where lists are too many, to be sifted; none by default */
  readonly sifted?: number;
}

/**
 * What a proof has worked out of a piece, for a later one of the same piece with a better partition
 * or a solver: it changes what is done, never what comes out. Plain data; filled as the proof goes.
 */
export interface ProofMemory {
  /** admissible sets with their values; `beyond`: more than the budget holds; null: not listed */
  sets: ValuedSets | "beyond" | null;
  /** minimal sets, likewise */
  minimal: SetPool | "beyond" | null;
  /** by the program they belong to */
  readonly prices: Map<string, NodePrices>;
}

/** Nothing worked out yet. */
export function openMemory(): ProofMemory {
  return { sets: null, minimal: null, prices: new Map() };
}

export interface ProofOptions {
  readonly objective: ObjectiveFunction;
  /** null: dynamic programming up to 20 nodes, and bounds by dual ascent */
  readonly solver: LinearSolver | null;
  /** best partition known, to start from */
  readonly incumbent: PiecePartition | null;
  readonly budget: ProofBudget;
  /** none by default */
  readonly memory?: ProofMemory;
}
