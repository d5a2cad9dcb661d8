import Flatbush from "flatbush";
import type { PolygonSet } from "../geometry/polygon-set.ts";
import type { ContiguityOptions } from "./graph.ts";

/** Partners of a unit with a higher index, ascending. */
export type Partners = (unit: number) => readonly number[];

/** Partners whose bounds come within `reachM` (m) of the unit's bounds. */
export function findNearbyPairs(shapes: PolygonSet, reachM: number): Partners {
  if (shapes.count === 0) return () => [];
  const { bounds } = shapes;
  const tree = new Flatbush(shapes.count);
  for (let i = 0; i < bounds.length; i += 4) {
    tree.add(bounds[i], bounds[i + 1], bounds[i + 2], bounds[i + 3]);
  }
  tree.finish();
  return (unit) =>
    tree
      .search(
        bounds[4 * unit] - reachM,
        bounds[4 * unit + 1] - reachM,
        bounds[4 * unit + 2] + reachM,
        bounds[4 * unit + 3] + reachM,
        (other) => other > unit,
      )
      .sort((p, q) => p - q);
}

/** Pairs given by hand, whichever way round and however often they are named. */
export interface HandPairs {
  has(a: number, b: number): boolean;
  /** partners of `a` with a higher index, in no particular order */
  of(a: number): readonly number[];
}

/** @throws if a pair names a compound that does not exist, or one twice */
export function readHandPairs(pairs: ContiguityOptions["added"], count: number): HandPairs {
  const partners = new Map<number, number[]>();
  for (const [p, q] of pairs) {
    const valid = [p, q].every((i) => Number.isInteger(i) && i >= 0 && i < count);
    if (!valid || p === q) throw new Error(`[${p}, ${q}] is no pair of compounds 0…${count - 1}`);
    const [a, b] = p < q ? [p, q] : [q, p];
    const known = partners.get(a) ?? [];
    if (!known.includes(b)) partners.set(a, [...known, b]);
  }
  const of = (a: number) => partners.get(a) ?? [];
  return { has: (a, b) => of(a).includes(b), of };
}
