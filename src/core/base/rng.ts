import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** A seeded stream of numbers; the only randomness the core knows. */
export interface Rng {
  /** Uniform integer in [0, n), n ≥ 1. */
  int(n: number): number;
  /** Uniform real in [0, 1). */
  real(): number;
}

/**
 * xoroshiro128+ (Blackman & Vigna 2018) from `pure-rand`.
 * @param seed any safe integer; equal seeds give equal streams on every machine.
 */
export function createRng(seed: number): Rng {
  if (!Number.isSafeInteger(seed)) throw new Error(`seed must be a safe integer, got ${seed}`);
  const generator = xoroshiro128plus(seed | 0);
  return {
    int: (n) => uniformInt(generator, 0, n - 1),
    real: () => (generator.next() >>> 0) / 0x1_0000_0000,
  };
}

/** A seed for an independent stream: equal (seed, part) pairs give equal streams in any order. */
export function deriveSeed(seed: number, part: number): number {
  let h = (seed | 0) ^ Math.imul(part + 1, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) | 0;
}
