import type { Bilingual } from "../base/language.ts";
import type { DistrictEstimate } from "../estimate/estimate.ts";
import type { World } from "../ingest/world.ts";
import type { Violation } from "../zoning/violation.ts";
import { LEFT_OUT_REASONS, type Zoning } from "../zoning/zoning.ts";

/** A scenario with what it was evaluated to; estimates and violations as `zoning.districts`. */
export interface ComparedScenario {
  readonly name: string;
  readonly world: World;
  readonly zoning: Zoning;
  readonly estimates: readonly (DistrictEstimate | null)[];
  readonly violations: readonly (readonly Violation[])[];
}

/** Which way an indicator is the better one; null: neither. */
type Better = "more" | "less" | null;

/** One row of the table: a figure of every scenario, and what it differs from the first. */
export interface Indicator {
  readonly key: string;
  readonly label: Bilingual;
  readonly unit: Bilingual;
  readonly better: Better;
  /** one per scenario */
  readonly values: readonly number[];
  /** values − first value; the first is 0 */
  readonly differences: readonly number[];
}

/** Scenarios side by side. */
export interface IndicatorTable {
  readonly scenarios: readonly string[];
  readonly indicators: readonly Indicator[];
}

/** What the rows are taken from; empty districts and compounds that never took part are not in it. */
interface Basis {
  readonly districts: readonly DistrictEstimate[];
  readonly violations: number;
  readonly leftOut: { readonly compounds: number; readonly households: number };
}

interface Row {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  readonly unit: Bilingual;
  readonly better: Better;
  readonly value: (basis: Basis) => number;
}

const YUAN: Bilingual = { zh: "元/年", en: "yuan/yr" };
const FEE: Bilingual = { zh: "元/㎡·月", en: "yuan/m²·month" };
const COUNT: Bilingual = { zh: "个", en: "" };
const HOUSEHOLDS: Bilingual = { zh: "户", en: "households" };

const ROWS: readonly Row[] = [
  row("districts", ["片区数", "Districts"], COUNT, null, (b) => b.districts.length),
  row("compoundsIncluded", ["纳入小区", "Compounds included"], COUNT, "more", (b) =>
    sum(b.districts, (d) => d.compounds),
  ),
  row(
    "compoundsLeftOut",
    ["暂不纳入小区", "Compounds left out"],
    COUNT,
    "less",
    (b) => b.leftOut.compounds,
  ),
  row("householdsIncluded", ["纳入户数", "Households included"], HOUSEHOLDS, "more", (b) =>
    sum(b.districts, (d) => d.households),
  ),
  row(
    "householdsLeftOut",
    ["暂不纳入户数", "Households left out"],
    HOUSEHOLDS,
    "less",
    (b) => b.leftOut.households,
  ),
  row("floorAreaM2", ["建筑面积", "Floor area"], { zh: "㎡", en: "m²" }, "more", floorAreaM2),
  row("costYuan", ["成本合计", "Cost"], YUAN, "less", (b) => sum(b.districts, (d) => d.costYuan)),
  row("incomeYuan", ["收入合计", "Income"], YUAN, "more", (b) =>
    sum(b.districts, (d) => d.incomeYuan),
  ),
  row("netCostYuan", ["年净成本", "Net cost"], YUAN, "less", netCostYuan),
  row("netCostYuanPerM2Month", ["单位净成本", "Net cost per m²"], FEE, "less", (b) =>
    ratio(netCostYuan(b), floorAreaM2(b) * 12),
  ),
  row("breakEvenFeeYuanPerM2Month", ["保本物业费", "Break-even fee"], FEE, "less", (b) =>
    ratio(
      sum(b.districts, (d) => d.breakEvenFeeYuanPerM2Month * d.floorAreaM2),
      floorAreaM2(b),
    ),
  ),
  row("staff", ["岗位人数", "Staff"], { zh: "人", en: "persons" }, "less", (b) =>
    sum(b.districts, (d) => d.staff.total),
  ),
  row("gatesAfter", ["保留出入口", "Gates kept"], COUNT, "less", (b) =>
    sum(b.districts, (d) => d.gatesAfter),
  ),
  row(
    "parkingShortage",
    ["停车缺口", "Parking shortage"],
    { zh: "个", en: "spaces" },
    "less",
    (b) => sum(b.districts, (d) => d.parkingShortage),
  ),
  row("violations", ["违反约束", "Limits broken"], COUNT, "less", (b) => b.violations),
  row("maxSpanM", ["最大跨度", "Greatest span"], { zh: "m", en: "m" }, "less", (b) =>
    b.districts.reduce((max, d) => Math.max(max, d.spanM), 0),
  ),
];

function row(
  key: string,
  [zh, en]: readonly [string, string],
  unit: Bilingual,
  better: Better,
  value: (basis: Basis) => number,
): Row {
  return { key, zh, en, unit, better, value };
}

function sum(
  districts: readonly DistrictEstimate[],
  of: (district: DistrictEstimate) => number,
): number {
  return districts.reduce((total, district) => total + of(district), 0);
}

function ratio(value: number, by: number): number {
  return by === 0 ? 0 : value / by;
}

function floorAreaM2({ districts }: Basis): number {
  return sum(districts, (d) => d.floorAreaM2);
}

function netCostYuan({ districts }: Basis): number {
  return sum(districts, (d) => d.netCostYuan);
}

function basisOf({ world, zoning, estimates, violations }: ComparedScenario): Basis {
  const notAged = LEFT_OUT_REASONS.indexOf("not-aged");
  const leftOut = { compounds: 0, households: 0 };
  const used = new Set<number>();
  world.compounds.forEach((compound, i) => {
    const district = zoning.assignment[i];
    if (district >= 0) used.add(district);
    else if (zoning.reason[i] !== notAged) {
      leftOut.compounds += 1;
      leftOut.households += compound.households;
    }
  });
  return {
    districts: estimates.filter((_, d) => used.has(d)).filter((estimate) => estimate !== null),
    violations: violations.reduce((count, list, d) => count + (used.has(d) ? list.length : 0), 0),
    leftOut,
  };
}

/**
 * The indicators of scenarios side by side with the difference to the first. Compounds that the
 * age rule kept out are in neither count; fees are weighted by floor area.
 */
export function compareScenarios(scenarios: readonly ComparedScenario[]): IndicatorTable {
  const bases = scenarios.map(basisOf);
  return {
    scenarios: scenarios.map(({ name }) => name),
    indicators: ROWS.map(({ key, zh, en, unit, better, value }) => {
      const values = bases.map(value);
      return {
        key,
        label: { zh, en },
        unit,
        better,
        values,
        differences: values.map((x) => x - values[0]),
      };
    }),
  };
}
