import type { PieceRules } from "../piece.ts";
import type { Districts } from "./districts.ts";
import type { PartCut } from "./part-cut.ts";
import type { TreeWindow } from "./tree-window.ts";

/**
 * Guide towards more districts: what a district has beyond what one needs, squared, counted as a
 * gain, so that surplus gathers where one more district will fit.
 */
export interface Surplus {
  /** changes of value that still pass now and then; see Judge */
  readonly temperature: number;
  /** Value of district `d`, at most 0. */
  of(districts: Districts, d: number): number;
  /** Writes the value of every part of a cut window to `values`. */
  fill(cut: PartCut, window: TreeWindow, values: Float64Array): void;
}

/** Surplus beyond the minimums: −(x − 1)², x = the sums as a multiple of them, the scarcest counts. */
export class SumSurplus implements Surplus {
  readonly temperature = 0.1;
  private readonly threshold: number;
  private readonly households: number;
  private readonly floorAreaM2: number;

  constructor({ minThreshold, minHouseholds, minFloorAreaM2 }: PieceRules) {
    this.threshold = minThreshold > 0 ? minThreshold : 0;
    this.households = minHouseholds > 0 ? minHouseholds : 0;
    this.floorAreaM2 = minFloorAreaM2 > 0 ? minFloorAreaM2 : 0;
  }

  of(districts: Districts, d: number): number {
    return this.value(districts.threshold[d], districts.households[d], districts.floorAreaM2[d]);
  }

  fill(cut: PartCut, _window: TreeWindow, values: Float64Array): void {
    const { count, threshold, households, floorAreaM2 } = cut;
    for (let p = 0; p < count; p++) {
      values[p] = this.value(threshold[p], households[p], floorAreaM2[p]);
    }
  }

  private value(threshold: number, households: number, floorAreaM2: number): number {
    let fill = Infinity;
    if (this.threshold > 0) fill = threshold / this.threshold;
    if (this.households > 0) fill = Math.min(fill, households / this.households);
    if (this.floorAreaM2 > 0) fill = Math.min(fill, floorAreaM2 / this.floorAreaM2);
    return fill === Infinity ? 0 : -((fill - 1) * (fill - 1));
  }
}

/**
 * Surplus beyond 1 in units of the packing bound: nodes are worth their price in the linear
 * relaxation (at least 1 in every set that can be a district), so that what is worth more than 1
 * is just what keeps a zoning below its bound.
 */
export class PricedSurplus implements Surplus {
  readonly temperature = 0.05;

  /** @param worth per node, ≥ 0 */
  constructor(private readonly worth: Float64Array) {}

  of(districts: Districts, d: number): number {
    let sum = -1;
    for (let k = districts.head[d]; k >= 0; k = districts.next[k]) sum += this.worth[k];
    return -(sum * sum);
  }

  fill({ count, part }: PartCut, { size, order }: TreeWindow, values: Float64Array): void {
    values.fill(-1, 0, count);
    for (let i = 0; i < size; i++) if (part[i] >= 0) values[part[i]] += this.worth[order[i]];
    for (let p = 0; p < count; p++) values[p] *= -values[p];
  }
}
