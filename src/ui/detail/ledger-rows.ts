import { useMemo } from "react";
import { type DistrictEstimate, FIGURES, type FigureKey, readFigure } from "../../core/index.ts";
import type { FigureRow } from "../figures/figure-rows.tsx";
import { type Format, useFormat } from "../format.ts";
import { useApp } from "../store-context.tsx";

const OWNERS_INCOME: readonly FigureKey[] = [
  "feeIncomeYuan",
  "parkingIncomeYuan",
  "otherIncomeYuan",
  "incomeYuan",
];
const OWNERS_COST: readonly FigureKey[] = [
  "wagesYuan",
  "materialYuan",
  "officeYuan",
  "gatesYuan",
  "overheadYuan",
  "marginYuan",
  "taxYuan",
  "wallsYuan",
  "spanPenaltyYuan",
  "sizePenaltyYuan",
  "costYuan",
];
const OWNERS_RESULT: readonly FigureKey[] = [
  "netCostYuan",
  "netCostYuanPerM2Month",
  "breakEvenFeeYuanPerM2Month",
  "statusQuoIncomeYuan",
  "aloneCostYuan",
];
const TOTALS: ReadonlySet<FigureKey> = new Set(["incomeYuan", "costYuan", "netCostYuan"]);

/** The parts of a district's account, in the order shown. The three purses are never mixed. */
export const ACCOUNT = {
  income: OWNERS_INCOME,
  cost: OWNERS_COST,
  result: OWNERS_RESULT,
  fund: ["fundBalanceYuan"],
  public: ["subsidyYuan"],
  parking: ["parkingDemand", "parkingSupply", "parkingShortage"],
  gates: ["gatesBefore", "gatesAfter", "wallOpenedM"],
} as const satisfies Record<string, readonly FigureKey[]>;

function writeFigure(key: FigureKey, value: number, format: Format): string {
  if (key.endsWith("Yuan")) return format.yuan(value);
  if (key.endsWith("YuanPerM2Month")) return format.fee(value);
  if (key.endsWith("AreaM2")) return format.areaM2(value);
  if (key.endsWith("Share")) return format.percent(value);
  if (key.endsWith("M")) return format.metres(value);
  return format.int(value);
}

/** Ledger lines of a district: label, figure and formula from the core's own figures. */
export function useLedgerRows(
  estimate: DistrictEstimate,
): (keys: readonly FigureKey[]) => FigureRow[] {
  const format = useFormat();
  const language = useApp((state) => state.language);
  return useMemo(() => {
    return (keys) =>
      keys.map((key) => ({
        key,
        label: FIGURES[key].label[language],
        value: writeFigure(key, readFigure(estimate, key), format),
        formula: FIGURES[key].formula[language],
        total: TOTALS.has(key),
      }));
  }, [estimate, format, language]);
}
