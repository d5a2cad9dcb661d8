import type { Rng } from "../src/core/base/rng.ts";
import type { Dwelling } from "./housing-demand.ts";

/** Dwellings waiting for a place, smallest land first. */
export class DwellingPool {
  private readonly waiting: Dwelling[];

  constructor(dwellings: readonly Dwelling[]) {
    this.waiting = [...dwellings].sort((a, b) => a.landM2 - b.landM2);
  }

  get size(): number {
    return this.waiting.length;
  }

  /**
   * Takes one that needs at most `landM2`, or null when none does.
   * @param taste exponent on the rank: 1 = any, above 1 = rather small, below 1 = rather large
   */
  take(rng: Rng, landM2: number, taste: number): Dwelling | null {
    const fitting = this.countFitting(landM2);
    if (fitting === 0) return null;
    const rank = Math.floor(fitting * rng.real() ** taste);
    return this.waiting.splice(rank, 1)[0] as Dwelling;
  }

  private countFitting(landM2: number): number {
    let [low, high] = [0, this.waiting.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.waiting[middle]!.landM2 <= landM2) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
