import type { AssumptionRow } from "../assumption.ts";
import { COMMON } from "./sources.ts";

/** What owners pay and what their common property earns. DOMAIN §2.2, §3. */
export const INCOME = {
  service_level: {
    meaning: {
      zh: "服务等级：0 托底，1 基本，2 标准",
      en: "service level: 0 minimum, 1 basic, 2 standard",
    },
    unit: "level",
    range: [0, 1, 2],
    source: {
      zh: "政策选择；同一片区默认同一等级（规则 R-43）",
      en: "policy choice; one level within a district by default (rule R-43)",
    },
    year: null,
    confidence: "M",
    scope: "district",
    effect: 0,
  },
  fee_plan: {
    meaning: {
      zh: "划片后物业费（现行收费更高的小区维持现价）",
      en: "fee after districting (a compound that pays more keeps its fee)",
    },
    unit: "元/㎡·月",
    range: [0.35, 0.5, 0.9],
    source: {
      zh: "株洲市老旧小区收费 2015-08（红网）；沈阳市 ≤0.65 元 2011-11",
      en: "Zhuzhou, old compounds, 2015-08 (rednet.cn); Shenyang, at most 0.65 yuan, 2011-11",
    },
    year: 2015,
    confidence: "M",
    scope: "compound",
    effect: -1,
  },
  coll_plan: {
    meaning: { zh: "划片 2–3 年后的收缴率", en: "collection rate after 2–3 years" },
    unit: "share",
    range: [0.6, 0.75, 0.9],
    source: {
      zh: "2010-12 试点 80 %（wf.110.com）；绍兴 2023-10 95 %（绍兴网）；成都、郑州信托制 >85 %（川观新闻、河南日报 2025-09）",
      en: "pilot 2010-12, 80 % (wf.110.com); Shaoxing 2023-10, 95 % (shaoxing.com.cn); trust model in Chengdu and Zhengzhou, above 85 % (Henan Daily 2025-09)",
    },
    year: 2025,
    confidence: "M",
    scope: "compound",
    effect: -1,
  },
  arrears_ramp: {
    meaning: {
      zh: "收缴率从现状升到目标所需年数",
      en: "years from today's collection rate to the planned one",
    },
    unit: "年",
    range: [1, 2, 4],
    ...COMMON,
    confidence: "L",
    scope: "city",
    effect: 0,
  },
  vacant_rate: {
    meaning: { zh: "空置率", en: "empty homes" },
    unit: "share",
    range: [0.03, 0.1, 0.25],
    ...COMMON,
    confidence: "L",
    scope: "compound",
    effect: 1,
  },
  vacant_fee: {
    meaning: { zh: "空置房交费比例", en: "part of the fee an empty home pays" },
    unit: "share",
    range: [0.5, 0.6, 0.7],
    ...COMMON,
    confidence: "L",
    scope: "compound",
    effect: -1,
  },
  other_rev: {
    meaning: {
      zh: "其他公共收益（广告、快递柜等）",
      en: "other public revenue (adverts, lockers)",
    },
    unit: "元/户·年",
    range: [5, 25, 80],
    ...COMMON,
    confidence: "L",
    scope: "compound",
    effect: -1,
  },
  pub_rev_share: {
    meaning: {
      zh: "公共收益归业主账户的比例",
      en: "part of public revenue that reaches the owners' account",
    },
    unit: "share",
    range: [0.5, 0.7, 1],
    source: {
      zh: "民法典第 282 条；比例待本地核定",
      en: "Civil Code art. 282; the share is set locally",
    },
    year: 2021,
    confidence: "M",
    scope: "compound",
    effect: -1,
  },
  vat: {
    meaning: { zh: "增值税及附加占物业费收入", en: "VAT and surcharges on fee income" },
    unit: "share",
    range: [0.01, 0.03, 0.06],
    ...COMMON,
    confidence: "M",
    scope: "city",
    effect: 1,
  },
} as const satisfies Record<string, AssumptionRow>;
