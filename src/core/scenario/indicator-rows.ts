import type { Bilingual } from "../base/language.ts";
import type { DistrictEstimate } from "../estimate/estimate.ts";
import type { Compound } from "../ingest/world.ts";

/** Which way an indicator is the better one; null: neither. */
export type Better = "more" | "less" | null;

/** What an indicator speaks of; the purses are never added together (E11). */
export type Purse = "plan" | "owners" | "public" | "fund" | "works" | "closeness";

/** What the rows are taken from; empty districts and compounds that never took part are not in it. */
export interface Basis {
  readonly districts: readonly DistrictEstimate[];
  readonly violations: number;
  readonly leftOut: readonly Compound[];
  /** distance to the service point of every compound in a district, m, with its households */
  readonly distances: readonly { readonly metres: number; readonly households: number }[];
  /** 社区 lines that districts cross */
  readonly communityLines: number;
}

/** A row of the table. */
export interface IndicatorRow {
  readonly label: Bilingual;
  readonly unit: Bilingual;
  readonly better: Better;
  readonly purse: Purse;
  readonly value: (basis: Basis) => number;
}

const YEAR: Bilingual = { zh: "元/年", en: "yuan/yr" };
const YUAN: Bilingual = { zh: "元", en: "yuan" };
const FEE: Bilingual = { zh: "元/㎡·月", en: "yuan/m²·month" };
const COUNT: Bilingual = { zh: "个", en: "" };
const HOUSEHOLDS: Bilingual = { zh: "户", en: "households" };
const METRES: Bilingual = { zh: "m", en: "m" };

function row(
  [zh, en]: readonly [string, string],
  [unit, better, purse]: readonly [Bilingual, Better, Purse],
  value: (basis: Basis) => number,
): IndicatorRow {
  return { label: { zh, en }, unit, better, purse, value };
}

/** A row that is a sum over districts. */
function summed(
  label: readonly [string, string],
  terms: readonly [Bilingual, Better, Purse],
  of: (district: DistrictEstimate) => number,
): IndicatorRow {
  return row(label, terms, ({ districts }) => sum(districts, of));
}

function sum<T>(list: readonly T[], of: (one: T) => number): number {
  return list.reduce((total, one) => total + of(one), 0);
}

function ratio(value: number, by: number): number {
  return by === 0 ? 0 : value / by;
}

const areaM2 = ({ districts }: Basis) => sum(districts, (d) => d.floorAreaM2);
const net = ({ districts }: Basis) => sum(districts, (d) => d.netCostYuan);
const paying = ({ districts }: Basis) => districts.filter((d) => d.netCostYuan <= 0);

/** Every indicator of a scenario, in the order shown. */
export const INDICATOR_ROWS = {
  districts: row(["片区数", "Districts"], [COUNT, null, "plan"], (b) => b.districts.length),
  compoundsIncluded: summed(
    ["纳入小区", "Compounds included"],
    [COUNT, "more", "plan"],
    (d) => d.compounds,
  ),
  compoundsLeftOut: row(
    ["暂不纳入小区", "Compounds left out"],
    [COUNT, "less", "plan"],
    (b) => b.leftOut.length,
  ),
  householdsIncluded: summed(
    ["纳入户数", "Households included"],
    [HOUSEHOLDS, "more", "plan"],
    (d) => d.households,
  ),
  householdsLeftOut: row(
    ["暂不纳入户数", "Households left out"],
    [HOUSEHOLDS, "less", "plan"],
    (b) => sum(b.leftOut, (c) => c.households),
  ),
  floorAreaM2: row(["建筑面积", "Floor area"], [{ zh: "㎡", en: "m²" }, "more", "plan"], areaM2),
  costYuan: summed(["成本合计", "Cost"], [YEAR, "less", "owners"], (d) => d.costYuan),
  incomeYuan: summed(["收入合计", "Income"], [YEAR, "more", "owners"], (d) => d.incomeYuan),
  netCostYuan: row(["年净成本", "Net cost"], [YEAR, "less", "owners"], net),
  netCostYuanPerM2Month: row(["单位净成本", "Net cost per m²"], [FEE, "less", "owners"], (b) =>
    ratio(net(b), areaM2(b) * 12),
  ),
  breakEvenFeeYuanPerM2Month: row(["保本物业费", "Break-even fee"], [FEE, "less", "owners"], (b) =>
    ratio(
      sum(b.districts, (d) => d.breakEvenFeeYuanPerM2Month * d.floorAreaM2),
      areaM2(b),
    ),
  ),
  payingDistricts: row(
    ["收支平衡片区", "Districts that pay their way"],
    [COUNT, "more", "owners"],
    (b) => paying(b).length,
  ),
  payingHouseholds: row(
    ["收支平衡片区的户数", "Households in districts that pay their way"],
    [HOUSEHOLDS, "more", "owners"],
    (b) => sum(paying(b), (d) => d.households),
  ),
  statusQuoIncomeYuan: summed(
    ["现状实收物业费", "Fees collected today"],
    [YEAR, null, "owners"],
    (d) => d.statusQuoIncomeYuan,
  ),
  staff: summed(
    ["岗位人数", "Staff"],
    [{ zh: "人", en: "persons" }, "less", "owners"],
    (d) => d.staff.total,
  ),
  subsidyYuan: summed(
    ["财政补贴（首年）", "Subsidy (first year)"],
    [YEAR, "less", "public"],
    (d) => d.subsidyYuan,
  ),
  publicRealmYuan: summed(
    ["市政公共服务支出", "Public-realm contract"],
    [YEAR, null, "public"],
    (d) => d.publicRealmYuan,
  ),
  uncoveredYuan: summed(
    ["尚无来源的缺口", "Not covered by any purse"],
    [YEAR, "less", "public"],
    (d) => d.uncoveredYuan,
  ),
  fundBalanceYuan: summed(
    ["维修资金余额", "Maintenance funds"],
    [YUAN, null, "fund"],
    (d) => d.fundBalanceYuan,
  ),
  fundNeedYuan: summed(
    ["维修资金年需求", "Yearly need of the funds"],
    [YEAR, null, "fund"],
    (d) => d.fundNeedYuan,
  ),
  fundRenewals: summed(
    ["须续筹维修资金的小区", "Compounds whose fund must be renewed"],
    [COUNT, null, "fund"],
    (d) => d.fundRenewals,
  ),
  worksYuan: summed(["一次性工程", "One-off works"], [YUAN, "less", "works"], (d) => d.worksYuan),
  wallOpenedM: summed(["拆除院墙", "Walls opened"], [METRES, null, "works"], (d) => d.wallOpenedM),
  gatesAfter: summed(["保留出入口", "Gates kept"], [COUNT, "less", "works"], (d) => d.gatesAfter),
  parkingShortage: summed(
    ["停车缺口", "Parking shortage"],
    [{ zh: "个", en: "spaces" }, "less", "works"],
    (d) => d.parkingShortage,
  ),
  meanServiceM: row(
    ["到服务点平均距离", "Mean distance to the service point"],
    [METRES, "less", "closeness"],
    (b) =>
      ratio(
        sum(b.distances, (d) => d.metres * d.households),
        sum(b.distances, (d) => d.households),
      ),
  ),
  maxServiceM: row(
    ["到服务点最远距离", "Greatest distance to the service point"],
    [METRES, "less", "closeness"],
    (b) => b.districts.reduce((max, d) => Math.max(max, d.responseM), 0),
  ),
  maxSpanM: row(["最大跨度", "Greatest span"], [METRES, "less", "closeness"], (b) =>
    b.districts.reduce((max, d) => Math.max(max, d.spanM), 0),
  ),
  communityLines: row(
    ["跨越社区界线", "Community lines crossed"],
    [COUNT, "less", "closeness"],
    (b) => b.communityLines,
  ),
  violations: row(["违反约束", "Limits broken"], [COUNT, "less", "plan"], (b) => b.violations),
} as const satisfies Readonly<Record<string, IndicatorRow>>;

export type IndicatorKey = keyof typeof INDICATOR_ROWS;

export const INDICATOR_KEYS = Object.keys(INDICATOR_ROWS) as readonly IndicatorKey[];
