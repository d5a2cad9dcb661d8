import type { Rng } from "../src/core/base/rng.ts";
import type { Span } from "./calibration.ts";

/** Uniform real in [low, high). */
export function between(rng: Rng, low: number, high: number): number {
  return low + (high - low) * rng.real();
}

/** Uniform real in the span. */
export function within(rng: Rng, span: Span): number {
  return between(rng, span.low, span.high);
}

/** True with probability `share`. */
export function chance(rng: Rng, share: number): boolean {
  return rng.real() < share;
}

/** One entry, each equally likely. */
export function pick<T>(rng: Rng, entries: readonly T[]): T {
  return entries[rng.int(entries.length)] as T;
}

/** One entry by weight; weights need not sum to one. */
export function pickWeighted<T>(rng: Rng, entries: readonly (readonly [T, number])[]): T {
  let rest = rng.real() * entries.reduce((sum, entry) => sum + entry[1], 0);
  for (const [value, weight] of entries) {
    rest -= weight;
    if (rest < 0) return value;
  }
  return (entries[entries.length - 1] as readonly [T, number])[0];
}

/** A shuffled copy (Fisher and Yates). */
export function shuffle<T>(rng: Rng, entries: readonly T[]): T[] {
  const copy = [...entries];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = rng.int(i + 1);
    [copy[i], copy[j]] = [copy[j] as T, copy[i] as T];
  }
  return copy;
}

/** `count` standard normals (Box and Muller 1958), shifted and scaled to mean 0 and deviation 1. */
export function standardNormals(rng: Rng, count: number): number[] {
  const raw = Array.from({ length: count }, () => {
    const radius = Math.sqrt(-2 * Math.log(1 - rng.real()));
    return radius * Math.cos(2 * Math.PI * rng.real());
  });
  const mean = raw.reduce((sum, z) => sum + z, 0) / Math.max(1, count);
  const variance = raw.reduce((sum, z) => sum + (z - mean) ** 2, 0) / Math.max(1, count);
  const deviation = Math.sqrt(variance) || 1;
  return raw.map((z) => (z - mean) / deviation);
}

/** Number of a range, moved to its nearer end when outside. */
export function clamp(value: number, span: Span): number {
  return Math.min(span.high, Math.max(span.low, value));
}
