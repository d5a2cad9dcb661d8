import type { Piece } from "../piece.ts";
import { visitSets } from "./enumerate-sets.ts";
import { MaskPool } from "./mask-pool.ts";
import { MaskRelaxation } from "./mask-relaxation.ts";
import { compoundsOf, type ValuedSets } from "./piece-sets.ts";
import type { ProofOptions } from "./proof-options.ts";
import { safeBound } from "./set-program.ts";

/** Connected sets looked at for each that may be kept. */
const VISITED_PER_SET = 25;

/** What is left of all sets of a piece. */
export interface SiftedSets {
  /** no partition that leaves nobody out costs less */
  readonly bound: number;
  /** the sets that a better partition than the one known can be made of; null: too many */
  readonly sets: ValuedSets | null;
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

function valuedSets(pool: MaskPool, sets: readonly number[]): ValuedSets {
  const value = Float64Array.from(sets, (k) => pool.costOfSet(k));
  return { pool: pool.poolOf(sets), value, levels: 1 };
}

/**
 * Sets of a piece that are too many to keep as lists, sifted to those that can still matter: the
 * linear relaxation over all of them, with cuts, is solved by column generation, and what costs more beyond its
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
  const relaxation = new MaskRelaxation(piece, pool, solver);
  const out = new Float64Array(1);
  const known = incumbent.districts.map((nodes) => {
    const members = compoundsOf(piece, nodes);
    objective.evaluate(members, members.length, out);
    return { nodes, cost: out[0] };
  });
  try {
    relaxation.open(known);
    const bound = yield* relaxation.tighten(incumbent.levels[0]);
    const most = incumbent.levels[0] - bound + 1;
    const room = budget.solverSets + 1;
    const { sets } = yield* relaxation.within(most, room);
    const below = safeBound(
      bound,
      known.every(({ cost }) => Number.isInteger(cost)),
    );
    return { bound: below, sets: sets.length < room ? valuedSets(pool, sets) : null };
  } finally {
    relaxation.dispose();
  }
}
