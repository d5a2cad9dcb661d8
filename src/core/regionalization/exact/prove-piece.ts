import type { Piece } from "../piece.ts";
import { ascendPrices } from "./dual-ascent.ts";
import { enumerateSets } from "./enumerate-sets.ts";
import type { LinearSolver } from "./linear-solver.ts";
import { type PiecePartition, partitionPiece } from "./partition-piece.ts";
import { nodesOfSets, type ValuedSets, valueSets, withSingles } from "./piece-sets.ts";
import {
  openMemory,
  type PieceProof,
  type ProofMemory,
  type ProofOptions,
} from "./proof-options.ts";
import { provePacking } from "./prove-packing.ts";
import { type SetProgram, type SideRow, safeBound } from "./set-program.ts";
import { siftSets } from "./sift-sets.ts";
import { type SetAnswer, solveSetProgram } from "./solve-set-program.ts";

type KnownOptions = ProofOptions & { readonly memory: ProofMemory };

const NOTHING: PieceProof = { partition: null, bound: null, optimal: false };

/** Prices, and with a solver the best choice of sets. */
function* solveLevel(
  program: SetProgram,
  share: ArrayLike<number>,
  options: {
    readonly solver: LinearSolver | null;
    readonly incumbent: number;
    readonly memory: ProofMemory;
    /** names the program among those of its piece */
    readonly key: string;
  },
): Generator<void, SetAnswer, void> {
  const { solver, incumbent, memory, key } = options;
  const enough = program.integral ? incumbent - 1 + 1e-5 : incumbent;
  const prices = memory.prices.get(key) ?? (yield* ascendPrices(program, { share, enough }));
  memory.prices.set(key, prices);
  if (solver) return yield* solveSetProgram(program, { solver, prices, incumbent });
  const bound = safeBound(prices.bound, program.integral);
  return { chosen: null, bound, optimal: bound >= incumbent };
}

/** Sets of a piece and the nodes that may stay out alone, as one pool. */
interface LevelSets {
  readonly sets: ValuedSets;
  /** pool of `sets`, then one set per node that may stay out at the price of its households */
  readonly program: Omit<SetProgram, "cost" | "integral" | "sides">;
  /** households left out by each set of the program: 0 for districts */
  readonly leftOut: Float64Array;
}

/** Nodes without households may stay out at no price; others with at most `most` households as a set. */
function levelSets(piece: Piece, sets: ValuedSets, most: number): LevelSets {
  const singles: number[] = [];
  for (let i = 0; i < piece.count; i++) {
    if (piece.households[i] > 0 && piece.households[i] <= most) singles.push(i);
  }
  const pool = singles.length > 0 ? withSingles(sets.pool, singles) : sets.pool;
  const leftOut = new Float64Array(pool.count);
  singles.forEach((node, k) => {
    leftOut[sets.pool.count + k] = piece.households[node];
  });
  const exact = Uint8Array.from(piece.households, (households) => (households > 0 ? 1 : 0));
  return { sets, program: { rows: piece.count, pool, exact }, leftOut };
}

/** Level `level` of each set of the program; 0 for nodes left out. */
function levelCost({ sets, program }: LevelSets, level: number): Float64Array {
  const cost = new Float64Array(program.pool.count);
  for (let k = 0; k < sets.pool.count; k++) cost[k] = sets.value[k * sets.levels + level];
  return cost;
}

/** A chosen set of sets as a partition, valued level by level in the order of its districts. */
function toPartition(level: LevelSets, chosen: readonly number[]): PiecePartition {
  const { sets } = level;
  const districts = chosen.filter((k) => k < sets.pool.count);
  const levels = Array.from({ length: sets.levels }, (_, l) =>
    districts.reduce((sum, k) => sum + sets.value[k * sets.levels + l], 0),
  );
  return {
    districts: nodesOfSets(sets.pool, districts).sort((a, b) => a[0] - b[0]),
    householdsLeftOut: chosen.reduce((sum, k) => sum + level.leftOut[k], 0),
    levels,
  };
}

/** Fewest households left out. */
function* proveLeftOut(
  piece: Piece,
  sets: ValuedSets,
  options: KnownOptions,
): Generator<void, { least: number; optimal: boolean; partition: PiecePartition | null }, void> {
  const { incumbent, solver, memory } = options;
  if (incumbent?.householdsLeftOut === 0) return { least: 0, optimal: true, partition: incumbent };
  const level = levelSets(piece, sets, Infinity);
  const program = { ...level.program, cost: level.leftOut, integral: true, sides: [] };
  const known = incumbent?.householdsLeftOut ?? Infinity;
  const answer = yield* solveLevel(program, piece.households, {
    ...{ solver, memory, incumbent: known, key: "left out" },
  });
  const partition = answer.chosen ? toPartition(level, answer.chosen) : incumbent;
  const least = Math.max(
    0,
    answer.optimal && partition ? partition.householdsLeftOut : answer.bound,
  );
  return { least, optimal: answer.optimal, partition };
}

/** What an incumbent costs at a level, if it is as good as can be at the levels before. */
function knownCost(
  incumbent: PiecePartition | null,
  leftOut: number,
  before: readonly number[],
): number {
  if (!incumbent || incumbent.householdsLeftOut > leftOut) return Infinity;
  const level = before.length;
  return before.every((value, l) => incumbent.levels[l] <= value)
    ? incumbent.levels[level]
    : Infinity;
}

/** The objective's levels one after the other, each with what is proven of those before it. */
function* proveLevels(
  piece: Piece,
  sets: ValuedSets,
  options: KnownOptions & { readonly leftOut: number },
): Generator<void, PieceProof, void> {
  const { solver, leftOut, objective, memory } = options;
  const level = levelSets(piece, sets, leftOut);
  const sides: SideRow[] = [];
  if (leftOut > 0) sides.push({ coefficient: level.leftOut, lower: -Infinity, upper: leftOut });
  let best = options.incumbent;
  const done: number[] = [];
  for (let l = 0; l < objective.levels; l++) {
    const cost = levelCost(level, l);
    const incumbent = knownCost(best, leftOut, done);
    const integral = cost.every(Number.isInteger);
    const program = { ...level.program, cost, integral, sides: [...sides] };
    const key = [leftOut, ...done].join(" ");
    const given = { solver, incumbent, memory, key };
    const answer = yield* solveLevel(program, piece.floorAreaM2, given);
    if (answer.chosen) best = toPartition(level, answer.chosen);
    const isKnown = answer.chosen !== null || incumbent < Infinity;
    if (!answer.optimal || !best || !isKnown) {
      // The only second level there is, dissimilarity, never falls below 0.
      const rest = new Array<number>(objective.levels - l - 1).fill(0);
      return { partition: best, bound: [leftOut, ...done, answer.bound, ...rest], optimal: false };
    }
    const value = best.levels[l];
    done.push(value);
    const slack = integral ? 0 : 1e-9 * Math.max(1, Math.abs(value));
    sides.push({ coefficient: cost, lower: -Infinity, upper: value + slack });
  }
  return { partition: best, bound: [leftOut, ...done], optimal: true };
}

/** Proof over all admissible sets. */
function* proveSets(
  piece: Piece,
  sets: ValuedSets,
  options: KnownOptions,
): Generator<void, PieceProof, void> {
  if (options.budget.mayChoose && piece.count <= options.budget.maskNodes) {
    const [partition] = yield* partitionPiece(piece, sets, false);
    if (!partition) return NOTHING;
    const bound = [partition.householdsLeftOut, ...partition.levels];
    return { partition, bound, optimal: true };
  }
  const { least, optimal, partition } = yield* proveLeftOut(piece, sets, options);
  const known = { ...options, incumbent: partition, leftOut: least };
  if (optimal) return yield* proveLevels(piece, sets, known);
  const below = yield* proveLevels(piece, sets, { ...known, solver: null, incumbent: null });
  return { ...below, partition, optimal: false };
}

/** Proof where the sets are too many to keep: over those that a better answer can be made of. */
function* proveSifted(piece: Piece, options: ProofOptions): Generator<void, PieceProof, void> {
  const sifted = yield* siftSets(piece, options);
  if (!sifted) return NOTHING;
  const below = { partition: null, bound: [0, sifted.bound], optimal: false };
  if (!sifted.sets) return below;
  // Prices of other sets say nothing about these.
  const own = { ...options, memory: openMemory(), leftOut: 0 };
  const proof = yield* proveLevels(piece, sifted.sets, own);
  if (proof.optimal) return proof;
  const best = proof.partition?.levels[0] ?? Infinity;
  const found = Math.min(best, proof.bound?.[1] ?? sifted.bound);
  return { ...proof, bound: [0, Math.max(sifted.bound, found)] };
}

/** A piece without upper limits has too many connected sets to list beyond this. */
const MOST_UNLIMITED_NODES = 30;

function isUnlimited({ rules }: Piece): boolean {
  const { maxHouseholds, maxFloorAreaM2, maxCompounds, maxSpanM } = rules;
  return Math.min(maxHouseholds, maxFloorAreaM2, maxCompounds, maxSpanM) === Infinity;
}

/** All admissible sets with their values, null where the budget does not hold them. */
function* listSets(
  piece: Piece,
  { objective, budget, memory }: KnownOptions,
): Generator<void, ValuedSets | null, void> {
  if (memory.sets === null) {
    const limits = { maxVisited: budget.visited, maxSets: budget.sets };
    const mayList = piece.count <= MOST_UNLIMITED_NODES || !isUnlimited(piece);
    const pool = mayList ? yield* enumerateSets(piece, { minimal: false, ...limits }) : null;
    memory.sets = pool ? yield* valueSets(piece, pool, objective) : "beyond";
  }
  return memory.sets === "beyond" ? null : memory.sets;
}

/**
 * Proves a piece optimal, or bounds it: all admissible sets where the budget holds them, by dynamic
 * programming up to 20 nodes and set programs beyond; minimal sets for the count of max-p; else
 * nothing, and the caller's own bound stands. Not for a wanted number of districts.
 */
export function* provePiece(piece: Piece, given: ProofOptions): Generator<void, PieceProof, void> {
  const options = { ...given, memory: given.memory ?? openMemory() };
  const { objective, budget, solver } = options;
  const sets = yield* listSets(piece, options);
  if (sets) {
    const fits = budget.mayChoose && sets.pool.count <= budget.solverSets;
    return yield* proveSets(piece, sets, { ...options, solver: fits ? solver : null });
  }
  if (objective.levels === 2) return yield* provePacking(piece, options);
  return yield* proveSifted(piece, options);
}
