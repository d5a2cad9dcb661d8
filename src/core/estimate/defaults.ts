import type { Assumption } from "./assumption.ts";

/**
 * Shipped assumptions: Chuxiong-like fourth-tier city, service level 基本.
 * Figures and source codes are those of the domain notes' parameter table; GK = general knowledge,
 * to be replaced with local quotes first.
 */
const TABLE = {
  fee_plan: [
    "划片后物业费（现行收费更高的小区维持现价）",
    "fee after districting (a compound that pays more keeps its fee)",
    "元/㎡·月",
    [0.35, 0.5, 0.9],
    "株洲 2015、沈阳 2011 指导价 (S25, S26)",
    "M",
  ],
  coll_plan: [
    "划片 2–3 年后的收缴率",
    "collection rate after 2–3 years",
    "share",
    [0.6, 0.75, 0.9],
    "S27, S28, S30, S32",
    "M",
  ],
  other_rev: [
    "其他公共收益（广告、快递柜等）",
    "other public revenue (adverts, lockers)",
    "元/户·年",
    [5, 25, 80],
    "GK",
    "L",
  ],
  pub_rev_share: [
    "公共收益归业主账户的比例",
    "part of public revenue that reaches the owners' account",
    "share",
    [0.5, 0.7, 1],
    "民法典 §282; share local (GK)",
    "M",
  ],
  park_fee: [
    "居民停车月费（地面）",
    "resident monthly parking fee, surface",
    "元/月",
    [30, 60, 150],
    "S62, S57b; GK",
    "M",
  ],
  park_collect: [
    "停车费收缴率",
    "collected share of parking fees",
    "share",
    [0.6, 0.8, 0.95],
    "GK",
    "L",
  ],
  temp_rev: ["每车位临停收入", "visitor revenue per space", "元/位·月", [0, 15, 60], "GK", "L"],
  visitor_share: [
    "访客预留车位比例",
    "spaces kept for visitors",
    "share",
    [0.05, 0.05, 0.1],
    "S63",
    "M",
  ],
  subsidy: [
    "运营补贴（公共账，逐年退坡）",
    "operating subsidy (public ledger, tapering)",
    "元/㎡·月",
    [0, 0.06, 0.2],
    "GK; 武汉 S27b",
    "L",
  ],
  control_room: [
    "监控室 24 小时一岗人数（每片区一处）",
    "persons for one 24-h control room per district",
    "人",
    [2, 3, 4],
    "GK",
    "M",
  ],
  patrol_pair_area: [
    "一组巡逻（2 人）覆盖面积",
    "floor area one patrol pair covers",
    "㎡",
    [30_000, 50_000, 80_000],
    "深圳岗位编制 (S37)",
    "H",
  ],
  clean_area: [
    "每名保洁员负责面积",
    "floor area per cleaner",
    "㎡",
    [8_000, 14_000, 16_000],
    "S35, S38",
    "H",
  ],
  fix_area: [
    "每名维修工负责面积",
    "floor area per maintenance worker",
    "㎡",
    [20_000, 40_000, 45_000],
    "S35, S38",
    "H",
  ],
  cs_hh: [
    "每名客服服务户数",
    "households per customer-service person",
    "户",
    [300, 750, 800],
    "S35, S38",
    "H",
  ],
  mgr_area: [
    "每名项目经理负责面积",
    "floor area per project manager",
    "㎡",
    [40_000, 80_000, 100_000],
    "S39",
    "M",
  ],
  w_guard: [
    "秩序员年人工成本",
    "loaded yearly cost of a guard",
    "元/人·年",
    [22_500, 30_000, 45_000],
    "GK: 云南 2022 最低工资 × 1.3",
    "L",
  ],
  w_clean: [
    "保洁员年人工成本",
    "loaded yearly cost of a cleaner",
    "元/人·年",
    [18_900, 25_200, 37_800],
    "GK",
    "L",
  ],
  w_fix: [
    "维修工年人工成本",
    "loaded yearly cost of a maintenance worker",
    "元/人·年",
    [31_500, 42_000, 63_000],
    "GK",
    "L",
  ],
  w_cs: [
    "客服年人工成本",
    "loaded yearly cost of a service person",
    "元/人·年",
    [27_000, 36_000, 54_000],
    "GK",
    "L",
  ],
  w_mgr: [
    "项目经理年人工成本",
    "loaded yearly cost of a manager",
    "元/人·年",
    [45_000, 60_000, 90_000],
    "GK",
    "L",
  ],
  wage_region: ["地区工资系数", "regional wage factor", "×", [0.9, 1, 1.8], "GK", "L"],
  material: [
    "物料、小修与公共水电",
    "consumables, small repair, public power",
    "元/㎡·年",
    [0.3, 0.5, 1.2],
    "GK",
    "L",
  ],
  office_fixed: [
    "每个项目办公、保险、软件等固定费用",
    "office, insurance, software per project",
    "元/年",
    [10_000, 24_000, 60_000],
    "GK",
    "L",
  ],
  overhead: [
    "企业管理费占直接成本",
    "company overhead on direct cost",
    "share",
    [0.05, 0.08, 0.12],
    "GK: 定价成本监审办法 2007",
    "M",
  ],
  firm_margin: [
    "企业利润占直接成本（包干制）",
    "company margin on direct cost (lump-sum contract)",
    "share",
    [0.03, 0.06, 0.1],
    "GK",
    "M",
  ],
  vat: [
    "增值税及附加占物业费收入",
    "VAT and surcharges on fee income",
    "share",
    [0.01, 0.03, 0.06],
    "GK",
    "M",
  ],
  wall_remove: [
    "拆除围墙（含清运、修复）",
    "wall demolition, haulage and make-good",
    "元/m",
    [60, 220, 450],
    "GK",
    "L",
  ],
  works_life: [
    "一次性工程分摊年限",
    "years over which one-off works are shared out",
    "年",
    [5, 10, 15],
    "GK",
    "L",
  ],
  smart_opex: [
    "每处自动出入口年费（电、网、维修、6 年折旧）",
    "per automatic gate and year: power, link, repair, depreciation over 6 yr",
    "元/年",
    [3_000, 6_500, 10_000],
    "GK",
    "L",
  ],
  travel: [
    "每多一个分散院落损失的工时",
    "productive time lost per extra separate site",
    "share",
    [0.01, 0.02, 0.05],
    "GK; S42b",
    "L",
  ],
  span_free: [
    "不计跨度损失的最大距离（10 分钟步行）",
    "span without loss (10-minute walk)",
    "m",
    [300, 500, 800],
    "GB 50180-2018 (GK)",
    "M",
  ],
  span_loss: [
    "超出部分每 100 m 损失的工时",
    "productive time lost per 100 m beyond it",
    "share",
    [0.005, 0.01, 0.03],
    "GK",
    "L",
  ],
  diseconomy: [
    "规模过大的门槛",
    "households above which coordination costs rise",
    "户",
    [1_000, 2_000, 3_000],
    "S41, S42",
    "M",
  ],
  size_loss: [
    "超出门槛每 100 户增加的人工成本",
    "extra wage cost per 100 households beyond it",
    "share",
    [0.005, 0.01, 0.02],
    "GK",
    "L",
  ],
} as const satisfies Record<
  string,
  readonly [string, string, string, readonly [number, number, number], string, "H" | "M" | "L"]
>;

export type AssumptionKey = keyof typeof TABLE;

/** Resolved values, one for each key. */
export type AssumptionValues = Readonly<Record<AssumptionKey, number>>;

/** Every assumption with unit, low/default/high, source and confidence, in the order shown. */
export const ASSUMPTIONS: readonly (Assumption & {
  readonly key: AssumptionKey;
})[] = (Object.keys(TABLE) as AssumptionKey[]).map((key) => {
  const [zh, en, unit, [low, normal, high], source, confidence] = TABLE[key];
  return {
    key,
    meaning: { zh, en },
    unit,
    low,
    default: normal,
    high,
    source,
    confidence,
  };
});

/**
 * Defaults with `overrides` on top.
 * @throws if an override is not a known key or not a finite number ≥ 0
 */
export function resolveAssumptions(overrides: Partial<AssumptionValues>): AssumptionValues {
  const values = Object.fromEntries(ASSUMPTIONS.map((a) => [a.key, a.default])) as Record<
    AssumptionKey,
    number
  >;
  for (const [key, value] of Object.entries(overrides)) {
    if (!Object.hasOwn(TABLE, key)) throw new Error(`unknown assumption ${key}`);
    if (!Number.isFinite(value) || (value as number) < 0) {
      throw new Error(`assumption ${key} must be a finite number ≥ 0, got ${value}`);
    }
    values[key as AssumptionKey] = value as number;
  }
  return values;
}
