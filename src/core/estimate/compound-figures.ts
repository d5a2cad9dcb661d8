import type { Compound, LedgerField } from "../ingest/world.ts";
import type { AssumptionKey, AssumptionValues } from "./defaults.ts";
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

/** The assumptions that {@link runningFigures} rests on; no other changes any of them. */
export const RUNNING_KEYS = [
  "reference_year",
  "age_load",
  "lift_load",
  "fee_plan",
  "vacant_rate",
  "vacant_fee",
  "coll_plan",
  "visitor_share",
  "peak_resid_night",
  "peak_resid_day",
  "park_fee",
  "park_collect",
  "temp_rev",
  "other_rev",
  "pub_rev_share",
  "vat",
  "material",
  "subsidy",
] as const satisfies readonly AssumptionKey[];

export type RunningValues = Pick<AssumptionValues, (typeof RUNNING_KEYS)[number]>;

type AgeValues = Pick<AssumptionValues, "reference_year" | "age_load">;

/** Years a building is old beyond twenty, in tens; an unknown year counts as the aged cut-off 2000. */
function decadesBeyondTwenty(builtYear: number | null, values: AgeValues): number {
  return Math.max(0, values.reference_year - (builtYear ?? 2000) - 20) / 10;
}

function agedFactor({ builtYear }: Pick<Compound, "builtYear">, values: AgeValues): number {
  return 1 + values.age_load * decadesBeyondTwenty(builtYear, values);
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
interface FigureTerms<Values> {
  readonly values: Values;
  /** the fee was set for this compound */
  readonly ownFee: boolean;
}

/** What {@link runningFigures} reads of a compound. */
export type RunningCompound = Pick<
  Compound,
  | "households"
  | "floorAreaM2"
  | "gates"
  | "lifts"
  | "builtYear"
  | "parkingSpaces"
  | "cars"
  | "feeYuanPerM2Month"
>;

/** Figures to be written over. */
export function noFigures() {
  return {
    households: 0,
    floorAreaM2: 0,
    gates: 0,
    feeYuanPerM2Month: 0,
    feeReceivableYuan: 0,
    feeIncomeYuan: 0,
    paidM2Months: 0,
    parkingIncomeYuan: 0,
    otherIncomeYuan: 0,
    taxYuan: 0,
    parkingDemand: 0,
    parkingDemandDay: 0,
    parkingSupply: 0,
    spacesLet: 0,
    workloadM2: 0,
    materialYuan: 0,
    subsidyYuan: 0,
  };
}

export type RunningFigures = Readonly<ReturnType<typeof noFigures>>;

/**
 * The part of {@link compoundFigures} that a district's cost and income are summed from.
 * @param into written over and returned: made a thousand times per compound, new objects are half the cost
 */
export function runningFigures(
  compound: RunningCompound,
  { values, ownFee }: FigureTerms<RunningValues>,
  into = noFigures(),
): RunningFigures {
  const { floorAreaM2, households, parkingSpaces, cars, lifts } = compound;
  const fee = ownFee ? values.fee_plan : Math.max(values.fee_plan, compound.feeYuanPerM2Month);
  const occupied = Math.max(0, 1 - values.vacant_rate * (1 - values.vacant_fee));
  into.households = households;
  into.floorAreaM2 = floorAreaM2;
  into.gates = compound.gates;
  into.feeYuanPerM2Month = fee;
  into.feeReceivableYuan = Math.round(floorAreaM2 * 12 * occupied * fee);
  into.paidM2Months = Math.round(floorAreaM2 * 12 * occupied * values.coll_plan);
  into.feeIncomeYuan = Math.round(into.paidM2Months * fee);
  into.taxYuan = Math.round(into.feeIncomeYuan * values.vat);
  into.parkingSupply = Math.max(0, parkingSpaces - Math.ceil(parkingSpaces * values.visitor_share));
  into.parkingDemand = Math.round(cars * values.peak_resid_night);
  into.parkingDemandDay = Math.round(cars * values.peak_resid_day);
  into.spacesLet = Math.min(into.parkingSupply, into.parkingDemand);
  const monthYuan =
    into.spacesLet * values.park_fee * values.park_collect + parkingSpaces * values.temp_rev;
  into.parkingIncomeYuan = Math.round(monthYuan * 12);
  into.otherIncomeYuan = Math.round(households * values.other_rev * values.pub_rev_share);
  into.workloadM2 = Math.round(
    floorAreaM2 * agedFactor(compound, values) + lifts * values.lift_load,
  );
  into.materialYuan = Math.round(floorAreaM2 * values.material);
  into.subsidyYuan = Math.round(floorAreaM2 * values.subsidy * 12);
  return into;
}

/**
 * Yearly figures of one compound. A compound that pays more than the planned fee keeps its fee
 * (R-32) unless a fee was set for it by name; the visitors' reserve is taken off the supply (R-44).
 */
export function compoundFigures(
  compound: Compound,
  plot: Plot,
  of: FigureTerms<AssumptionValues>,
): CompoundFigures {
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
