import type { Compound, LedgerField } from "../ingest/world.ts";
import type { AssumptionValues } from "./defaults.ts";
import { yearsOfFund } from "./fund.ts";

/** Ledger fields the estimate rests on; a default in one of them marks the estimate. */
export const USED_FIELDS: readonly LedgerField[] = [
  "households",
  "floorAreaM2",
  "parkingSpaces",
  "cars",
  "gates",
  "feeYuanPerM2Month",
  "collectionRate",
  "fundBalanceYuan",
  "lifts",
  "builtYear",
];

/** What is measured on a compound's plot. */
export interface Plot {
  /** whole m² */
  readonly landAreaM2: number;
  /** length of the outer boundary, whole m */
  readonly perimeterM: number;
}

/** Figures of one compound that depend on nothing but itself. Whole yuan, whole units, a year. */
export interface CompoundFigures {
  readonly households: number;
  readonly floorAreaM2: number;
  /** floor area weighted by age and lifts, m² */
  readonly workloadM2: number;
  readonly gates: number;
  /** fee after districting, 元/㎡·月 */
  readonly feeYuanPerM2Month: number;
  /** what the fee would bring if everybody paid, empty homes at their part */
  readonly feeReceivableYuan: number;
  readonly feeIncomeYuan: number;
  /** m² · months · collected share: fee income per yuan of fee */
  readonly paidM2Months: number;
  readonly parkingIncomeYuan: number;
  readonly otherIncomeYuan: number;
  readonly materialYuan: number;
  readonly taxYuan: number;
  readonly subsidyYuan: number;
  readonly publicRealmYuan: number;
  /** cars at night */
  readonly parkingDemand: number;
  readonly parkingDemandDay: number;
  /** spaces less the visitors' reserve */
  readonly parkingSupply: number;
  /** spaces let to residents while every compound parks alone */
  readonly spacesLet: number;
  readonly statusQuoIncomeYuan: number;
  readonly fundBalanceYuan: number;
  readonly fundNeedYuan: number;
  /** years until the fund is used up at today's need, at most 99 */
  readonly fundYears: number;
  /** 1 when the balance is below the share at which owners must renew the fund */
  readonly fundRenewals: number;
  readonly perimeterM: number;
  /** how many of the figures the estimate uses were filled by defaults, 0…1 */
  readonly defaultedShare: number;
}

/** Years a building is old beyond twenty, in tens; an unknown year counts as the aged cut-off 2000. */
function decadesBeyondTwenty(builtYear: number | null, values: AssumptionValues): number {
  return Math.max(0, values.reference_year - (builtYear ?? 2000) - 20) / 10;
}

function agedFactor({ builtYear }: Compound, values: AssumptionValues): number {
  return 1 + values.age_load * decadesBeyondTwenty(builtYear, values);
}

function income(compound: Compound, values: AssumptionValues, ownFee: boolean) {
  const { floorAreaM2, households, parkingSpaces, cars } = compound;
  const fee = ownFee ? values.fee_plan : Math.max(values.fee_plan, compound.feeYuanPerM2Month);
  const occupied = Math.max(0, 1 - values.vacant_rate * (1 - values.vacant_fee));
  const paidM2Months = Math.round(floorAreaM2 * 12 * occupied * values.coll_plan);
  const feeIncomeYuan = Math.round(paidM2Months * fee);
  const parkingSupply = Math.max(
    0,
    parkingSpaces - Math.ceil(parkingSpaces * values.visitor_share),
  );
  const parkingDemand = Math.round(cars * values.peak_resid_night);
  const spacesLet = Math.min(parkingSupply, parkingDemand);
  const monthYuan =
    spacesLet * values.park_fee * values.park_collect + parkingSpaces * values.temp_rev;
  return {
    feeYuanPerM2Month: fee,
    feeReceivableYuan: Math.round(floorAreaM2 * 12 * occupied * fee),
    feeIncomeYuan,
    paidM2Months,
    parkingIncomeYuan: Math.round(monthYuan * 12),
    otherIncomeYuan: Math.round(households * values.other_rev * values.pub_rev_share),
    taxYuan: Math.round(feeIncomeYuan * values.vat),
    parkingDemand,
    parkingDemandDay: Math.round(cars * values.peak_resid_day),
    parkingSupply,
    spacesLet,
  };
}

function upkeep(compound: Compound, values: AssumptionValues) {
  const { floorAreaM2, lifts, fundBalanceYuan } = compound;
  const aged = agedFactor(compound, values);
  const fundNeedYuan = Math.round(floorAreaM2 * values.fund_use * aged + lifts * values.lift_major);
  const firstYuan = floorAreaM2 * (lifts > 0 ? values.fund_first_lift : values.fund_first_amt);
  return {
    fundBalanceYuan,
    fundNeedYuan,
    fundYears: yearsOfFund(fundBalanceYuan, fundNeedYuan, values.fund_interest),
    fundRenewals: fundBalanceYuan < firstYuan * values.fund_renew_at ? 1 : 0,
  };
}

/** How the figures of a compound are made. */
interface FigureTerms {
  readonly values: AssumptionValues;
  /** the fee was set for this compound */
  readonly ownFee: boolean;
}

/** The part of {@link compoundFigures} that a district's cost and income are summed from. */
export function runningFigures(compound: Compound, { values, ownFee }: FigureTerms) {
  const { floorAreaM2, lifts } = compound;
  const own = income(compound, values, ownFee);
  // Listed one by one: made a thousand times per compound, and a spread costs several times as much.
  return {
    households: compound.households,
    floorAreaM2,
    gates: compound.gates,
    feeYuanPerM2Month: own.feeYuanPerM2Month,
    feeReceivableYuan: own.feeReceivableYuan,
    feeIncomeYuan: own.feeIncomeYuan,
    paidM2Months: own.paidM2Months,
    parkingIncomeYuan: own.parkingIncomeYuan,
    otherIncomeYuan: own.otherIncomeYuan,
    taxYuan: own.taxYuan,
    parkingDemand: own.parkingDemand,
    parkingDemandDay: own.parkingDemandDay,
    parkingSupply: own.parkingSupply,
    spacesLet: own.spacesLet,
    workloadM2: Math.round(floorAreaM2 * agedFactor(compound, values) + lifts * values.lift_load),
    materialYuan: Math.round(floorAreaM2 * values.material),
    subsidyYuan: Math.round(floorAreaM2 * values.subsidy * 12),
  };
}

export type RunningFigures = ReturnType<typeof runningFigures>;

/**
 * Yearly figures of one compound. A compound that pays more than the planned fee keeps its fee
 * (R-32) unless a fee was set for it by name; the visitors' reserve is taken off the supply (R-44).
 */
export function compoundFigures(compound: Compound, plot: Plot, of: FigureTerms): CompoundFigures {
  const { values } = of;
  const { floorAreaM2 } = compound;
  const defaulted = USED_FIELDS.filter((field) => compound.provenance[field] === "default");
  return {
    ...runningFigures(compound, of),
    ...upkeep(compound, values),
    publicRealmYuan: Math.round(
      plot.landAreaM2 * values.street_share * values.street_clean * values.public_in_ratio,
    ),
    statusQuoIncomeYuan: Math.round(
      floorAreaM2 * compound.feeYuanPerM2Month * 12 * compound.collectionRate,
    ),
    perimeterM: plot.perimeterM,
    defaultedShare: defaulted.length / USED_FIELDS.length,
  };
}
