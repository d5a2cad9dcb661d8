import type { DistrictEstimate } from "../estimate/estimate.ts";
import { type FigureKey, readFigure } from "../estimate/figures.ts";

/** A figure of a district as a column of the exported files. */
export interface DistrictColumn {
  readonly figure: FigureKey;
  /** property name, unit included */
  readonly name: string;
  /** decimals kept */
  readonly decimals: number;
}

/** Main figures of a district in the order of the exported files. */
export const DISTRICT_COLUMNS: readonly DistrictColumn[] = [
  column("households", "households"),
  column("floorAreaM2", "floor_area_m2"),
  column("spanM", "span_m", 1),
  column("staffTotal", "staff_persons"),
  column("feeIncomeYuan", "fee_income_yuan_per_year"),
  column("parkingIncomeYuan", "parking_income_yuan_per_year"),
  column("otherIncomeYuan", "other_income_yuan_per_year"),
  column("incomeYuan", "income_yuan_per_year"),
  column("costYuan", "cost_yuan_per_year"),
  column("netCostYuan", "net_cost_yuan_per_year"),
  column("netCostYuanPerM2Month", "net_cost_yuan_per_m2_month", 4),
  column("breakEvenFeeYuanPerM2Month", "break_even_fee_yuan_per_m2_month", 4),
  column("statusQuoIncomeYuan", "collected_today_yuan_per_year"),
  column("aloneCostYuan", "cost_alone_yuan_per_year"),
  column("subsidyYuan", "subsidy_yuan_per_year"),
  column("fundBalanceYuan", "fund_balance_yuan"),
  column("parkingDemand", "parking_demand_spaces"),
  column("parkingSupply", "parking_supply_spaces"),
  column("parkingShortage", "parking_shortage_spaces"),
  column("gatesBefore", "gates_before"),
  column("gatesAfter", "gates_after"),
  column("wallOpenedM", "walls_opened_m", 1),
  column("defaultedShare", "defaulted_share", 3),
];

function column(figure: FigureKey, name: string, decimals = 0): DistrictColumn {
  return { figure, name, decimals };
}

/** Value of a column, rounded to its decimals. */
export function columnValue(
  estimate: DistrictEstimate,
  { figure, decimals }: DistrictColumn,
): number {
  const scale = 10 ** decimals;
  return Math.round(readFigure(estimate, figure) * scale) / scale;
}
