import type { CompoundEstimate, DistrictEstimate } from "./estimate.ts";

/** Estimates under one set of assumptions, links and ledgers. */
export interface Estimator {
  /** @param i compound index */
  compound(i: number): CompoundEstimate;
  /** @param members compound indices, at least one, any order */
  district(members: ArrayLike<number>): DistrictEstimate;
  /** netCostYuan of `district(members[0 … count-1])` without building it. */
  netCostYuan(members: ArrayLike<number>, count: number): number;
}
