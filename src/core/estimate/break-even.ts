/** What the break-even values are solved from, a year. */
export interface Account {
  readonly costYuan: number;
  readonly incomeYuan: number;
  readonly feeIncomeYuan: number;
  readonly feeReceivableYuan: number;
  readonly taxYuan: number;
  readonly paidM2Months: number;
  readonly floorAreaM2: number;
  readonly vat: number;
}

/**
 * Yuan that fees must bring before tax for income to meet cost, all else equal; below 0 = none.
 */
function neededFeesYuan(
  a: Pick<Account, "costYuan" | "incomeYuan" | "feeIncomeYuan" | "taxYuan" | "vat">,
): number {
  return (a.costYuan - a.taxYuan - (a.incomeYuan - a.feeIncomeYuan)) / (1 - a.vat);
}

/** One fee for everybody at which income meets cost, the tax on it included; 元/㎡·月. */
export function breakEvenFee(a: Omit<Account, "feeReceivableYuan" | "floorAreaM2">): number {
  if (a.paidM2Months <= 0 || a.vat >= 1) return 0;
  return Math.max(0, neededFeesYuan(a) / a.paidM2Months);
}

/** Collection rate, the same for everybody, at which income meets cost; above 1 = out of reach. */
export function breakEvenCollection(a: Account): number {
  if (a.feeReceivableYuan <= 0 || a.vat >= 1) return 0;
  return Math.max(0, neededFeesYuan(a) / a.feeReceivableYuan);
}

/** Public money per m² and month that would close the gap; 元/㎡·月. */
export function breakEvenSubsidy(a: Account): number {
  if (a.floorAreaM2 <= 0) return 0;
  return Math.max(0, (a.costYuan - a.incomeYuan) / (a.floorAreaM2 * 12));
}
