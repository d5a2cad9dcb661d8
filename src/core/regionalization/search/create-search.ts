import type { ObjectiveKernel } from "../kernel.ts";
import type { Piece } from "../piece.ts";
import type { Order, Standing } from "../standing.ts";
import { Districts } from "./districts.ts";
import { hilbertOrder } from "./hilbert-order.ts";
import { PieceSearch } from "./piece-search.ts";
import { reorderPiece } from "./reorder-piece.ts";

/** What a search minimises, beside the households left out. */
export interface SearchGoal extends Order {
  /** whether the last level is worth searching on; see ObjectiveFunction */
  readonly hasValue: boolean;
  kernel(piece: Piece): ObjectiveKernel;
}

export interface SearchOptions {
  /** seed of this piece's own stream */
  readonly seed: number;
  /** windows to try per node */
  readonly iterations: number;
  /** district per node to begin with, −1 = left out; the result is never worse */
  readonly start?: Int32Array | undefined;
}

/** Best zoning found so far. */
export interface SearchResult extends Standing {
  /** per node of the piece: district 0 …, −1 = left out */
  readonly district: Int32Array;
}

/** An anytime search over one piece: same piece and options, same course, however it is stepped. */
export interface Search {
  /** Works for about `effort` nodes looked at (a tenth of a microsecond each). @returns false when done */
  step(effort: number): boolean;
  /** Whether every node was tried once: what is still left out waits for improvement. */
  isConstructed(): boolean;
  /** 0 … 1 of the iterations */
  done(): number;
  /** Best standing noted so far; O(1). */
  standing(): Standing;
  /** Best zoning so far. O(n). */
  best(): SearchResult;
}

type Hand = (search: PieceSearch, order: Uint32Array, constructed: boolean) => void;

/** Prepares in slices, then searches: yields the effort spent. */
function* run(
  piece: Piece,
  goal: SearchGoal,
  options: SearchOptions & { readonly hand: Hand },
): Generator<number, void> {
  const order = yield* hilbertOrder(piece);
  const own = yield* reorderPiece(piece, order);
  const kernel = goal.kernel(own);
  yield piece.count;
  const districts = new Districts(own, kernel);
  yield piece.count;
  const search = new PieceSearch(districts, { goal, seed: options.seed });
  options.hand(search, order, false);
  yield piece.count;
  const { start } = options;
  if (start) search.adopt(Int32Array.from(order, (k) => start[k]));
  yield* search.construct();
  options.hand(search, order, true);
  yield* search.improve(options.iterations);
}

/** Districts numbered in order of their smallest node, in the piece's own order of nodes. */
function numberDistricts(of: Int32Array, order: Uint32Array): Int32Array {
  const district = new Int32Array(of.length);
  for (let k = 0; k < of.length; k++) district[order[k]] = of[k];
  const number = new Int32Array(of.length).fill(-1);
  let next = 0;
  for (let k = 0; k < district.length; k++) {
    const slot = district[k];
    if (slot < 0) continue;
    if (number[slot] < 0) number[slot] = next++;
    district[k] = number[slot];
  }
  return district;
}

/** Everything is left out until the first step. */
export function createSearch(piece: Piece, goal: SearchGoal, options: SearchOptions): Search {
  let search: PieceSearch | null = null;
  let order: Uint32Array = new Uint32Array(0);
  let finished = false;
  let constructed = false;
  const hand: Hand = (own, by, isConstructed) => {
    search = own;
    order = by;
    constructed = isConstructed;
  };
  const course = run(piece, goal, { ...options, hand });
  const nothing: Standing = {
    householdsLeftOut: piece.households.reduce((sum, h) => sum + h, 0),
    districts: 0,
    value: 0,
  };
  return {
    step(effort) {
      for (let spent = 0; spent < effort && !finished; ) {
        const slice = course.next();
        finished = slice.done === true;
        spent += slice.value ?? 0;
      }
      return !finished;
    },
    isConstructed: () => constructed,
    done: () => (finished ? 1 : (search?.done ?? 0)),
    standing: () => search?.standing ?? nothing,
    best() {
      if (search === null) return { ...nothing, district: new Int32Array(piece.count).fill(-1) };
      const { of, standing } = search.best();
      return { ...standing, district: numberDistricts(of, order) };
    },
  };
}
