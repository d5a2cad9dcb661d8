import type { Piece } from "../piece.ts";
import { visitSets } from "./enumerate-sets.ts";
import type { LinearModel, LinearSession, LinearSolver } from "./linear-solver.ts";
import { MaskPool } from "./mask-pool.ts";
import type { PiecePartition } from "./partition-piece.ts";
import { compoundsOf, type ValuedSets } from "./piece-sets.ts";
import type { ProofOptions } from "./proof-options.ts";
import { safeBound } from "./set-program.ts";

/** Columns that come in at once, and rounds of prices at most. */
const MOST_INCOMING = 600;
const MOST_ROUNDS = 200;
/** Connected sets looked at for each that may be kept. */
const VISITED_PER_SET = 25;
/** Reduced cost, yuan, from which on a set is not worth a column. */
const TOLERANCE = 1e-3;

/** What is left of all sets of a piece. */
export interface SiftedSets {
  /** no partition that leaves nobody out costs less */
  readonly bound: number;
  /** the sets that a better partition than the one known can be made of; null: too many */
  readonly sets: ValuedSets | null;
}

type Columns = Pick<LinearModel, "cost" | "columnUpper" | "start" | "row" | "value">;

function toColumns(nodes: readonly (readonly number[])[], cost: readonly number[]): Columns {
  const start = new Int32Array(nodes.length + 1);
  nodes.forEach((set, k) => {
    start[k + 1] = start[k] + set.length;
  });
  return {
    cost: Float64Array.from(cost),
    columnUpper: new Float64Array(nodes.length).fill(Infinity),
    start,
    row: Int32Array.from(nodes.flat()),
    value: new Float64Array(start[nodes.length]).fill(1),
  };
}

/** Every set that may be a district with its cost; null beyond the budget. */
function* listMasks(
  piece: Piece,
  { objective, budget }: ProofOptions,
): Generator<void, MaskPool | null, void> {
  const { admits, levels } = objective;
  const out = new Float64Array(levels);
  const pool = new MaskPool(piece.count);
  const keeper = {
    get count() {
      return pool.count;
    },
    add(path: ArrayLike<number>, size: number) {
      const members = compoundsOf(
        piece,
        Array.from({ length: size }, (_, k) => path[k]),
      );
      if (admits !== null && !admits(members, members.length)) return;
      objective.evaluate(members, members.length, out);
      pool.add(path, size, out[0]);
    },
  };
  const maxSets = budget.sifted ?? 0;
  const limits = { minimal: false, maxVisited: VISITED_PER_SET * maxSets, maxSets };
  return (yield* visitSets(piece, keeper, limits)) ? pool : null;
}

/** Opens the relaxation with the districts known: each node covered once, or at most once. */
function openRelaxation(
  piece: Piece,
  solver: LinearSolver,
  { districts, cost }: { readonly districts: PiecePartition["districts"]; readonly cost: number[] },
): LinearSession {
  const rowLower = Float64Array.from(piece.households, (h) => (h > 0 ? 1 : -Infinity));
  const rowUpper = new Float64Array(piece.count).fill(1);
  const columns = toColumns(districts, cost);
  return solver.open({
    rows: piece.count,
    columns: districts.length,
    rowLower,
    rowUpper,
    ...columns,
  });
}

/** Prices of the nodes and the bound they prove: any set is worth its nodes, less the least reduced cost. */
interface Priced {
  readonly price: Float64Array;
  readonly bound: number;
}

/** Prices that no set undercuts, by bringing in the sets that do (column generation; Gilmore & Gomory 1961). */
function* priceAll(
  piece: Piece,
  pool: MaskPool,
  session: LinearSession,
): Generator<void, Priced, void> {
  let best: Priced = { price: new Float64Array(piece.count), bound: -Infinity };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    if (session.run(2 ** 31 - 1) !== "optimal") break;
    const price = session.dual().slice();
    piece.households.forEach((households, i) => {
      if (households <= 0) price[i] = Math.min(0, price[i]);
    });
    const limits = { most: -TOLERANCE, room: MOST_INCOMING };
    const { sets, least } = yield* pool.priced(price, limits);
    // At most `count` districts, each of which undercuts its nodes' worth by `least` at most.
    const bound = price.reduce((sum, p) => sum + p, 0) + piece.count * Math.min(0, least);
    if (bound > best.bound) best = { price, bound };
    if (sets.length === 0) break;
    session.addColumns(
      toColumns(
        sets.map((k) => pool.nodesOf(k)),
        sets.map((k) => pool.costOfSet(k)),
      ),
    );
    yield;
  }
  return best;
}

function valuedSets(pool: MaskPool, sets: readonly number[]): ValuedSets {
  const value = Float64Array.from(sets, (k) => pool.costOfSet(k));
  return { pool: pool.poolOf(sets), value, levels: 1 };
}

/**
 * Sets of a piece that are too many to keep as lists, sifted to those that can still matter: the
 * linear relaxation over all of them is solved by column generation, and what costs more beyond its
 * nodes' worth than lies between that bound and the best partition known is in no better one (route
 * enumeration; Baldacci, Christofides & Mingozzi 2008). One level only, nobody left out. Nothing
 * is asked of the cost but that it is a function of the set.
 * @returns null beyond the budget, without a solver, or without a partition that takes all in
 */
export function* siftSets(
  piece: Piece,
  options: ProofOptions,
): Generator<void, SiftedSets | null, void> {
  const { incumbent, solver, objective, budget } = options;
  const isOpen = solver && incumbent && incumbent.householdsLeftOut === 0;
  if (!isOpen || objective.levels !== 1 || !budget.mayChoose || !budget.sifted) return null;
  const pool = yield* listMasks(piece, options);
  if (!pool) return null;
  const { districts } = incumbent;
  const out = new Float64Array(1);
  const cost = districts.map((nodes) => {
    const members = compoundsOf(piece, nodes);
    objective.evaluate(members, members.length, out);
    return out[0];
  });
  const session = openRelaxation(piece, solver, { districts, cost });
  try {
    const { price, bound } = yield* priceAll(piece, pool, session);
    const gap = incumbent.levels[0] - bound + 1;
    const room = budget.solverSets + 1;
    const { sets } = yield* pool.priced(price, { most: gap, room });
    const fits = sets.length < room;
    const below = safeBound(bound, cost.every(Number.isInteger));
    return { bound: below, sets: fits ? valuedSets(pool, sets) : null };
  } finally {
    session.dispose();
  }
}
