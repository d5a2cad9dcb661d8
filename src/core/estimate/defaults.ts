import type { Bilingual } from "../base/language.ts";
import type { Assumption } from "./assumption.ts";

/** Source of a value that rests on no document. */
const COMMON: Bilingual = {
  zh: "常识估计，须以本地报价替换",
  en: "common knowledge; replace with local quotes",
};

/**
 * Shipped assumptions: Chuxiong-like fourth-tier city, service level 基本.
 * A value from common knowledge says so; replace those with local quotes first.
 */
const TABLE = {
  fee_plan: [
    "划片后物业费（现行收费更高的小区维持现价）",
    "fee after districting (a compound that pays more keeps its fee)",
    "元/㎡·月",
    [0.35, 0.5, 0.9],
    {
      zh: "株洲市老旧小区收费 2015-08（红网）；沈阳市 ≤0.65 元 2011-11",
      en: "Zhuzhou, old compounds, 2015-08 (rednet.cn); Shenyang, at most 0.65 yuan, 2011-11",
    },
    "M",
  ],
  coll_plan: [
    "划片 2–3 年后的收缴率",
    "collection rate after 2–3 years",
    "share",
    [0.6, 0.75, 0.9],
    {
      zh: "2010-12 试点 80 %（wf.110.com）；绍兴 2023-10 95 %（绍兴网）；成都、郑州信托制 >85 %（川观新闻、河南日报 2025-09）",
      en: "pilot 2010-12, 80 % (wf.110.com); Shaoxing 2023-10, 95 % (shaoxing.com.cn); trust model in Chengdu and Zhengzhou, above 85 % (Henan Daily 2025-09)",
    },
    "M",
  ],
  other_rev: [
    "其他公共收益（广告、快递柜等）",
    "other public revenue (adverts, lockers)",
    "元/户·年",
    [5, 25, 80],
    COMMON,
    "L",
  ],
  pub_rev_share: [
    "公共收益归业主账户的比例",
    "part of public revenue that reaches the owners' account",
    "share",
    [0.5, 0.7, 1],
    { zh: "民法典第 282 条；比例待本地核定", en: "Civil Code art. 282; the share is set locally" },
    "M",
  ],
  park_fee: [
    "居民停车月费（地面）",
    "resident monthly parking fee, surface",
    "元/月",
    [30, 60, 150],
    {
      zh: "杭州约 2010 年 100 元（中国停车网）；四线城市折减，待本地核定",
      en: "Hangzhou c. 2010, 100 yuan (chinaparking.org), lowered for a fourth-tier city; check locally",
    },
    "M",
  ],
  park_collect: [
    "停车费收缴率",
    "collected share of parking fees",
    "share",
    [0.6, 0.8, 0.95],
    COMMON,
    "L",
  ],
  temp_rev: ["每车位临停收入", "visitor revenue per space", "元/位·月", [0, 15, 60], COMMON, "L"],
  visitor_share: [
    "访客预留车位比例",
    "spaces kept for visitors",
    "share",
    [0.05, 0.05, 0.1],
    {
      zh: "停车配建比例 5 %–10 %（行业资料，待核）",
      en: "trade literature, 5–10 %; check locally",
    },
    "M",
  ],
  subsidy: [
    "运营补贴（公共账，逐年退坡）",
    "operating subsidy (public ledger, tapering)",
    "元/㎡·月",
    [0, 0.06, 0.2],
    {
      zh: "武汉佛祖岭补贴后业主付 0.3 元 2019-06；待本地核定",
      en: "Wuhan Fozuling 2019-06, owners paid 0.3 yuan after subsidy; check locally",
    },
    "L",
  ],
  control_room: [
    "监控室 24 小时一岗人数（每片区一处）",
    "persons for one 24-h control room per district",
    "人",
    [2, 3, 4],
    COMMON,
    "M",
  ],
  patrol_pair_area: [
    "一组巡逻（2 人）覆盖面积",
    "floor area one patrol pair covers",
    "㎡",
    [30_000, 50_000, 80_000],
    {
      zh: "深圳物业岗位编制标准：每 5 万㎡ 一组巡逻",
      en: "Shenzhen staffing norm: one patrol pair per 50,000 m²",
    },
    "H",
  ],
  clean_area: [
    "每名保洁员负责面积",
    "floor area per cleaner",
    "㎡",
    [8_000, 14_000, 16_000],
    {
      zh: "物业服务人员定额表（2016 汇编，发布单位不详）",
      en: "staffing norm table (2016 compilation, issuing body unknown)",
    },
    "H",
  ],
  fix_area: [
    "每名维修工负责面积",
    "floor area per maintenance worker",
    "㎡",
    [20_000, 40_000, 45_000],
    {
      zh: "物业服务人员定额表（2016 汇编，发布单位不详）",
      en: "staffing norm table (2016 compilation, issuing body unknown)",
    },
    "H",
  ],
  cs_hh: [
    "每名客服服务户数",
    "households per customer-service person",
    "户",
    [300, 750, 800],
    {
      zh: "物业服务人员定额表（2016 汇编，发布单位不详）",
      en: "staffing norm table (2016 compilation, issuing body unknown)",
    },
    "H",
  ],
  mgr_area: [
    "每名项目经理负责面积",
    "floor area per project manager",
    "㎡",
    [40_000, 80_000, 100_000],
    {
      zh: "多层住宅物业管理人员定编标准：10 万㎡ 以下设主任 1 人",
      en: "staffing standard for walk-ups: one head below 100,000 m²",
    },
    "M",
  ],
  w_guard: [
    "秩序员年人工成本",
    "loaded yearly cost of a guard",
    "元/人·年",
    [22_500, 30_000, 45_000],
    {
      zh: "云南省 2022-10 最低工资 × 1.3；待本地报价替换",
      en: "Yunnan minimum wage 2022-10 × 1.3; replace with local quotes",
    },
    "L",
  ],
  w_clean: [
    "保洁员年人工成本",
    "loaded yearly cost of a cleaner",
    "元/人·年",
    [18_900, 25_200, 37_800],
    COMMON,
    "L",
  ],
  w_fix: [
    "维修工年人工成本",
    "loaded yearly cost of a maintenance worker",
    "元/人·年",
    [31_500, 42_000, 63_000],
    COMMON,
    "L",
  ],
  w_cs: [
    "客服年人工成本",
    "loaded yearly cost of a service person",
    "元/人·年",
    [27_000, 36_000, 54_000],
    COMMON,
    "L",
  ],
  w_mgr: [
    "项目经理年人工成本",
    "loaded yearly cost of a manager",
    "元/人·年",
    [45_000, 60_000, 90_000],
    COMMON,
    "L",
  ],
  wage_region: ["地区工资系数", "regional wage factor", "×", [0.9, 1, 1.8], COMMON, "L"],
  material: [
    "物料、小修与公共水电",
    "consumables, small repair, public power",
    "元/㎡·年",
    [0.3, 0.5, 1.2],
    COMMON,
    "L",
  ],
  office_fixed: [
    "每个项目办公、保险、软件等固定费用",
    "office, insurance, software per project",
    "元/年",
    [10_000, 24_000, 60_000],
    COMMON,
    "L",
  ],
  overhead: [
    "企业管理费占直接成本",
    "company overhead on direct cost",
    "share",
    [0.05, 0.08, 0.12],
    {
      zh: "物业服务定价成本监审办法 2007；比例为常识值",
      en: "cost review rules for property service pricing, 2007; the share is common knowledge",
    },
    "M",
  ],
  firm_margin: [
    "企业利润占直接成本（包干制）",
    "company margin on direct cost (lump-sum contract)",
    "share",
    [0.03, 0.06, 0.1],
    COMMON,
    "M",
  ],
  vat: [
    "增值税及附加占物业费收入",
    "VAT and surcharges on fee income",
    "share",
    [0.01, 0.03, 0.06],
    COMMON,
    "M",
  ],
  wall_remove: [
    "拆除围墙（含清运、修复）",
    "wall demolition, haulage and make-good",
    "元/m",
    [60, 220, 450],
    COMMON,
    "L",
  ],
  works_life: [
    "一次性工程分摊年限",
    "years over which one-off works are shared out",
    "年",
    [5, 10, 15],
    COMMON,
    "L",
  ],
  smart_opex: [
    "每处自动出入口年费（电、网、维修、6 年折旧）",
    "per automatic gate and year: power, link, repair, depreciation over 6 yr",
    "元/年",
    [3_000, 6_500, 10_000],
    COMMON,
    "L",
  ],
  travel: [
    "每多一个分散院落损失的工时",
    "productive time lost per extra separate site",
    "share",
    [0.01, 0.02, 0.05],
    {
      zh: "英国住房协会经验：分散比规模更费（hqnetwork）；数值为常识值",
      en: "UK housing associations: spread costs more than size (hqnetwork); the value is common knowledge",
    },
    "L",
  ],
  span_free: [
    "不计跨度损失的最大距离（10 分钟步行）",
    "span without loss (10-minute walk)",
    "m",
    [300, 500, 800],
    {
      zh: "GB 50180-2018 十分钟生活圈 500 m",
      en: "GB 50180-2018, ten-minute neighbourhood, 500 m",
    },
    "M",
  ],
  span_loss: [
    "超出部分每 100 m 损失的工时",
    "productive time lost per 100 m beyond it",
    "share",
    [0.005, 0.01, 0.03],
    COMMON,
    "L",
  ],
  diseconomy: [
    "规模过大的门槛",
    "households above which coordination costs rise",
    "户",
    [1_000, 2_000, 3_000],
    {
      zh: "苏格兰 2013/14 管理成本：1 000–2 000 户后回升（GWSF）；CIH 2006",
      en: "Scotland 2013/14: cost rises again past 1,000–2,000 homes (GWSF); CIH 2006",
    },
    "M",
  ],
  size_loss: [
    "超出门槛每 100 户增加的人工成本",
    "extra wage cost per 100 households beyond it",
    "share",
    [0.005, 0.01, 0.02],
    COMMON,
    "L",
  ],
} as const satisfies Record<
  string,
  readonly [string, string, string, readonly [number, number, number], Bilingual, "H" | "M" | "L"]
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
