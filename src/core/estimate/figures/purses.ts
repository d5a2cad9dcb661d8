import { COUNT, type FigureKey, type FigureRow, YEARS, YUAN, YUAN_ONCE } from "./figure.ts";

/** Public money, under its own item. */
export const PUBLIC = {
  subsidyYuan: {
    name: ["运营补贴（首年）", "Operating subsidy, first year"],
    unit: YUAN,
    how: [
      "Σ 建筑面积 × 补贴 × 12（不计入业主收入，逐年退坡）",
      "Σ floor area × subsidy × 12 (not part of owners' income, tapering)",
    ],
    by: ["subsidy", "subsidy_years"],
    of: ["floorAreaM2"],
  },
  publicRealmYuan: {
    name: ["可并入的市政保洁合同", "Public-realm contract"],
    unit: YUAN,
    how: [
      "Σ 用地面积 × 相邻道路比例 × 保洁单价 × 并入比例（收支相等）",
      "Σ land area × adjoining streets × sweeping cost × part put in (comes in and goes out alike)",
    ],
    by: ["street_share", "street_clean", "public_in_ratio"],
  },
  uncoveredYuan: {
    name: ["补贴后仍未落实", "Not covered by any purse"],
    unit: YUAN,
    how: ["max(0, 年净成本 − 首年补贴)", "max(0, net cost − first year's subsidy)"],
    from: ["netCostYuan", "subsidyYuan"],
    by: ["arrears_ramp"],
  },
} as const satisfies Partial<Record<FigureKey, FigureRow>>;

/** The maintenance funds: one account per compound, never spent across compounds. */
export const FUND = {
  fundBalanceYuan: {
    name: ["维修资金余额", "Maintenance funds"],
    unit: YUAN_ONCE,
    how: ["Σ 各小区余额（分账，不得串用）", "Σ separate balances (never spent across compounds)"],
    of: ["fundBalanceYuan"],
  },
  fundNeedYuan: {
    name: ["大中修年需求", "Larger repairs a year"],
    unit: YUAN,
    how: [
      "Σ［建筑面积 × 单价 ×（1 + 楼龄附加）+ 电梯 × 大修］",
      "Σ [floor area × rate × (1 + for age) + lifts × rate]",
    ],
    by: ["fund_use", "age_load", "lift_major", "reference_year"],
    of: ["floorAreaM2", "lifts", "builtYear"],
  },
  fundYears: {
    name: ["最先用尽的小区可用年数", "Years until the first fund is used up"],
    unit: YEARS,
    how: [
      "min(各小区余额按年需求与收益可支用年数)，最多 99",
      "least over members of the years a balance lasts at its need and return; at most 99",
    ],
    by: ["fund_interest"],
    of: ["fundBalanceYuan"],
  },
  fundRenewals: {
    name: ["须续交的小区", "Members that must renew their fund"],
    unit: COUNT,
    how: [
      "余额低于首期交存标准 × 比例的小区数",
      "members whose balance is below that part of the first deposit",
    ],
    by: ["fund_first_amt", "fund_first_lift", "fund_renew_at"],
    of: ["fundBalanceYuan", "floorAreaM2", "lifts"],
  },
} as const satisfies Partial<Record<FigureKey, FigureRow>>;
