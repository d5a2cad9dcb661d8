import type { ContiguityOptions } from "./graph.ts";

/** Pairs given by hand, whichever way round and however often they are named. */
export interface HandPairs {
  readonly size: number;
  has(a: number, b: number): boolean;
  /** partners of `a` with a higher index, in no particular order */
  of(a: number): readonly number[];
  /** each once, lower index first */
  all(): [number, number][];
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
  return {
    size: partners.size,
    has: (a, b) => of(a).includes(b),
    of,
    all: () => [...partners].flatMap(([a, list]) => list.map((b): [number, number] => [a, b])),
  };
}
