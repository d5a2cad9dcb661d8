import type { RunningFigures } from "./compound-figures.ts";

/**
 * Positions of the running sums that the cost of a district needs beside its shape. All are whole
 * numbers, so adding and taking away members gives the same bits as summing anew.
 */
export const SUM = {
  compounds: 0,
  households: 1,
  floorAreaM2: 2,
  workloadM2: 3,
  gates: 4,
  incomeYuan: 5,
  materialYuan: 6,
  taxYuan: 7,
  parkingSupply: 8,
  parkingDemand: 9,
  spacesLet: 10,
  feeIncomeYuan: 11,
  paidM2Months: 12,
} as const;

/** Number of sums. */
export const SUMS = 13;

/** Adds one compound to the sums `sums[at …]`. */
export function addFigures(sums: Float64Array, at: number, f: RunningFigures): void {
  sums[at + SUM.compounds] += 1;
  sums[at + SUM.households] += f.households;
  sums[at + SUM.floorAreaM2] += f.floorAreaM2;
  sums[at + SUM.workloadM2] += f.workloadM2;
  sums[at + SUM.gates] += f.gates;
  sums[at + SUM.incomeYuan] += f.feeIncomeYuan + f.parkingIncomeYuan + f.otherIncomeYuan;
  sums[at + SUM.materialYuan] += f.materialYuan;
  sums[at + SUM.taxYuan] += f.taxYuan;
  sums[at + SUM.parkingSupply] += f.parkingSupply;
  sums[at + SUM.parkingDemand] += f.parkingDemand;
  sums[at + SUM.spacesLet] += f.spacesLet;
  sums[at + SUM.feeIncomeYuan] += f.feeIncomeYuan;
  sums[at + SUM.paidM2Months] += f.paidM2Months;
}

/** What of a district's cost depends on where its members lie. */
export interface DistrictShape {
  /** metres of wall opened */
  wallM: number;
  /** of these, metres beyond a fire lane at each wall */
  usableWallM: number;
  /** walls opened */
  opened: number;
  /** greatest distance between members' centroids, m; anything up to the free span may stand as 0 */
  spanM: number;
}
