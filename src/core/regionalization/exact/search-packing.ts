import { worthlessKernel } from "../kernel.ts";
import type { Piece } from "../piece.ts";
import { createSearch } from "../search/create-search.ts";

/** Effort between two chances to stop: some 10 ms. */
const EFFORT = 100_000;
const SEED = 1;

/** Node lists, disjoint. */
type Packing = readonly (readonly number[])[];

/**
 * A packing with more districts by the search, guided by prices, until `enough` are packed or the
 * iterations are used up; the given one when none is found.
 * @param start districts, disjoint, each within the piece's rules
 * @param options.iterations windows per node
 */
export function* searchPacking(
  piece: Piece,
  start: Packing,
  { enough, iterations }: { readonly enough: number; readonly iterations: number },
): Generator<void, Packing, void> {
  if (iterations === 0 || start.length >= enough) return start;
  const of = new Int32Array(piece.count).fill(-1);
  start.forEach((nodes, d) => {
    for (const node of nodes) of[node] = d;
  });
  const kernel = () => ({ ...worthlessKernel(), admits: null });
  const goal = { wanted: null, countsDistricts: true, hasValue: false, kernel };
  const search = createSearch(piece, goal, { seed: SEED, iterations, start: of });
  while (search.standing().districts < enough && search.step(EFFORT)) yield;
  const { district, districts } = search.best();
  if (districts <= start.length) return start;
  const packing: number[][] = Array.from({ length: districts }, () => []);
  district.forEach((d, node) => {
    if (d >= 0) packing[d].push(node);
  });
  return packing;
}
