import type { Compound } from "../ingest/world.ts";
import type { CompoundFigures } from "./compound-figures.ts";
import type { AssumptionValues } from "./defaults.ts";
import type { DistrictEstimate } from "./estimate.ts";

/** Years a finance bureau plans ahead. */
export const PATH_YEARS = 5;

/** One year of a district: collection still rising, subsidy falling. Whole yuan. */
export interface BudgetYear {
  /** 1 … {@link PATH_YEARS} */
  readonly year: number;
  readonly incomeYuan: number;
  readonly costYuan: number;
  readonly netCostYuan: number;
  /** public ledger: equal steps down to nothing */
  readonly subsidyYuan: number;
  /** what no purse covers, at least 0 */
  readonly uncoveredYuan: number;
}

/** Fees of year `year` while each compound's collection rises evenly from today's to the planned rate. */
function feesOfYear(
  members: readonly { readonly compound: Compound; readonly figures: CompoundFigures }[],
  part: number,
): number {
  let sum = 0;
  for (const { compound, figures } of members) {
    const planned = figures.feeIncomeYuan;
    const now = figures.feeReceivableYuan * compound.collectionRate;
    sum += Math.round(now >= planned ? planned : now + (planned - now) * part);
  }
  return sum;
}

/** The first years of a district run as one. At full collection a year equals the estimate. */
export function budgetPath(
  members: readonly { readonly compound: Compound; readonly figures: CompoundFigures }[],
  district: DistrictEstimate,
  values: AssumptionValues,
): BudgetYear[] {
  const taxOn = (fees: number) =>
    fees === district.feeIncomeYuan ? district.taxYuan : Math.round(fees * values.vat);
  return Array.from({ length: PATH_YEARS }, (_, k) => {
    const year = k + 1;
    const fees = feesOfYear(members, Math.min(1, year / Math.max(1, values.arrears_ramp)));
    const incomeYuan = district.incomeYuan - district.feeIncomeYuan + fees;
    const costYuan = district.costYuan - district.taxYuan + taxOn(fees);
    const netCostYuan = costYuan - incomeYuan;
    const years = values.subsidy_years;
    const left = years > 0 ? Math.max(0, (years - k) / years) : 0;
    const subsidyYuan = Math.round(district.subsidyYuan * left);
    const uncoveredYuan = Math.max(0, netCostYuan - subsidyYuan);
    return { year, incomeYuan, costYuan, netCostYuan, subsidyYuan, uncoveredYuan };
  });
}
