import type { BudgetYear } from "../estimate/budget-path.ts";
import type { FigureKey } from "../estimate/figures.ts";
import { addBands } from "../estimate/plan-bands.ts";
import { type Band, type Bands, estimateBands } from "../estimate/uncertainty.ts";
import type { Prepared } from "../scenario/prepare.ts";
import { uncertainPlanOf } from "../scenario/uncertain-plan.ts";
import type { ExportedDistrict } from "./export-input.ts";

/** Figures whose band the record carries. */
const BANDED: readonly FigureKey[] = [
  "incomeYuan",
  "costYuan",
  "netCostYuan",
  "netCostYuanPerM2Month",
  "breakEvenFeeYuanPerM2Month",
  "breakEvenCollectionShare",
  "staffTotal",
  "worksYuan",
];

type Banded = Readonly<Partial<Record<FigureKey, Band>>>;

function pick(bands: Bands | null): Banded {
  return bands ? Object.fromEntries(BANDED.map((key) => [key, bands[key]])) : {};
}

function addYears(paths: readonly (readonly BudgetYear[])[]): BudgetYear[] {
  const first = paths[0] ?? [];
  return first.map(({ year }, k) => {
    const sum = (of: Exclude<keyof BudgetYear, "year">) =>
      paths.reduce((total, path) => total + path[k][of], 0);
    return {
      year,
      incomeYuan: sum("incomeYuan"),
      costYuan: sum("costYuan"),
      netCostYuan: sum("netCostYuan"),
      subsidyYuan: sum("subsidyYuan"),
      uncoveredYuan: sum("uncoveredYuan"),
    };
  });
}

/** The money side of the run record, districts in the order given. */
export function reportMoney(prepared: Prepared, districts: readonly ExportedDistrict[]) {
  const { world, overrides, estimator } = prepared;
  const ownOf = districts.map(({ id }) => overrides.byDistrict.get(id));
  const bands = estimateBands(uncertainPlanOf(prepared, districts));
  const paths = districts.map(({ members }, d) => estimator.path(members, ownOf[d]));
  return {
    districts: districts.map(({ members }, d) => ({
      bands: pick(bands[d]),
      years: paths[d],
      accounts: estimator.accounts(members, ownOf[d]).map(({ compound, ...account }) => ({
        compoundId: world.compounds[compound].id,
        ...account,
      })),
    })),
    totals: { bands: addBands(bands), years: addYears(paths) },
  };
}
