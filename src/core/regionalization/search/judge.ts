import type { Order } from "../standing.ts";
import type { Districts } from "./districts.ts";
import type { Random } from "./random.ts";

/** What a change would do to a zoning. */
export interface Change {
  householdsLeftOut: number;
  districts: number;
  value: number;
}

/**
 * Decides about changes: lexicographic (households left out, distance to the wanted count, districts
 * where more are better), then by value, where a worse one passes with the Metropolis probability.
 */
export class Judge {
  /** value units; 0 = only what is no worse */
  temperature = 0;
  private readonly wanted: number | null;
  private readonly countsDistricts: boolean;
  private readonly random: Random;
  private probing = false;
  private probed = 0;
  private probes = 0;

  constructor(random: Random, order: Order) {
    this.random = random;
    this.wanted = order.wanted;
    this.countsDistricts = order.countsDistricts;
  }

  /** Mean size of the changes of value that `attempts` would make; none is accepted meanwhile. */
  *measure<T>(attempts: Generator<T, void>): Generator<T, number> {
    this.probing = true;
    this.probed = 0;
    this.probes = 0;
    yield* attempts;
    this.probing = false;
    return this.probes === 0 ? 0 : this.probed / this.probes;
  }

  accepts(districts: Districts, change: Change): boolean {
    if (this.probing) {
      if (change.value !== 0 && change.districts === 0) {
        this.probed += Math.abs(change.value);
        this.probes++;
      }
      return false;
    }
    if (change.householdsLeftOut !== 0) return change.householdsLeftOut < 0;
    if (change.districts !== 0) {
      if (this.wanted !== null) {
        const now = Math.abs(districts.count - this.wanted);
        const off = Math.abs(districts.count + change.districts - this.wanted) - now;
        if (off !== 0) return off < 0;
      }
      if (this.countsDistricts) return change.districts > 0;
    }
    if (change.value <= 0) return true;
    return this.temperature > 0 && this.random.real() < Math.exp(-change.value / this.temperature);
  }
}
