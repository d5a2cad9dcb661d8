import type { Compound, LedgerField } from "../ingest/world.ts";
import type { AssumptionValues } from "./defaults.ts";

/** Ledger fields the estimate rests on; a default in one of them marks the estimate. */
const USED_FIELDS: readonly LedgerField[] = [
  "households",
  "floorAreaM2",
  "parkingSpaces",
  "cars",
  "gates",
  "feeYuanPerM2Month",
  "collectionRate",
  "fundBalanceYuan",
];

/** Parts of an estimate that simply add up over compounds. Whole yuan, whole units. */
export interface AdditiveFigures {
  readonly feeIncomeYuan: number;
  readonly parkingIncomeYuan: number;
  readonly otherIncomeYuan: number;
  readonly subsidyYuan: number;
  readonly materialYuan: number;
  readonly taxYuan: number;
  readonly parkingDemand: number;
  readonly parkingSupply: number;
  readonly statusQuoIncomeYuan: number;
  readonly defaultedShare: number;
}

/**
 * Yearly additive figures of one compound. A compound that pays more than the planned fee keeps its
 * fee (R-32); the visitors' reserve is taken off the supply (R-44).
 */
export function additiveFigures(compound: Compound, values: AssumptionValues): AdditiveFigures {
  const { floorAreaM2, households, parkingSpaces } = compound;
  const fee = Math.max(values.fee_plan, compound.feeYuanPerM2Month);
  const feeIncomeYuan = Math.round(floorAreaM2 * fee * 12 * values.coll_plan);
  const perSpaceMonth = values.park_fee * values.park_collect + values.temp_rev;
  const defaulted = USED_FIELDS.filter((field) => compound.provenance[field] === "default");
  return {
    feeIncomeYuan,
    parkingIncomeYuan: Math.round(parkingSpaces * perSpaceMonth * 12),
    otherIncomeYuan: Math.round(households * values.other_rev * values.pub_rev_share),
    subsidyYuan: Math.round(floorAreaM2 * values.subsidy * 12),
    materialYuan: Math.round(floorAreaM2 * values.material),
    taxYuan: Math.round(feeIncomeYuan * values.vat),
    parkingDemand: compound.cars,
    parkingSupply: parkingSpaces - Math.ceil(parkingSpaces * values.visitor_share),
    statusQuoIncomeYuan: Math.round(
      floorAreaM2 * compound.feeYuanPerM2Month * 12 * compound.collectionRate,
    ),
    defaultedShare: defaulted.length / USED_FIELDS.length,
  };
}
