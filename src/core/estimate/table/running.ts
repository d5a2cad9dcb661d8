import type { AssumptionRow } from "../assumption.ts";
import { COMMON, GB50180 } from "./sources.ts";

/** Running cost beside wages, and what spread and size cost. DOMAIN §2.3, §3. */
export const RUNNING = {
  material: {
    meaning: { zh: "物料、小修与公共水电", en: "consumables, small repair, public power" },
    unit: "元/㎡·年",
    range: [0.3, 0.5, 1.2],
    ...COMMON,
    confidence: "L",
    scope: "compound",
    effect: 1,
  },
  office_fixed_floor: {
    meaning: {
      zh: "每个项目办公固定费用（托底，由社区代管）",
      en: "office cost per project, minimum level, kept by the community",
    },
    unit: "元/年",
    range: [3_000, 6_000, 12_000],
    ...COMMON,
    confidence: "L",
    scope: "district",
    level: "floor",
    effect: 1,
  },
  office_fixed: {
    meaning: {
      zh: "每个项目办公、保险、软件等固定费用（基本、标准）",
      en: "office, insurance, software per project, basic and standard levels",
    },
    unit: "元/年",
    range: [10_000, 24_000, 60_000],
    ...COMMON,
    confidence: "L",
    scope: "district",
    effect: 1,
  },
  smart_opex: {
    meaning: {
      zh: "每处自动出入口年费（电、网、维修、6 年折旧；基本、标准）",
      en: "per automatic gate and year: power, link, repair, depreciation over 6 yr (basic, standard)",
    },
    unit: "元/年",
    range: [3_000, 6_500, 10_000],
    ...COMMON,
    confidence: "L",
    scope: "district",
    effect: 1,
  },
  overhead: {
    meaning: { zh: "企业管理费占直接成本", en: "company overhead on direct cost" },
    unit: "share",
    range: [0.05, 0.08, 0.12],
    source: {
      zh: "物业服务定价成本监审办法 2007；比例为常识值",
      en: "cost review rules for property service pricing, 2007; the share is common knowledge",
    },
    year: 2007,
    confidence: "M",
    scope: "district",
    effect: 1,
  },
  firm_margin: {
    meaning: {
      zh: "企业利润占直接成本（包干制；托底不计）",
      en: "company margin on direct cost (lump-sum contract; none at the minimum level)",
    },
    unit: "share",
    range: [0.03, 0.06, 0.1],
    ...COMMON,
    confidence: "M",
    scope: "district",
    effect: 1,
  },
  scale_F: {
    meaning: {
      zh: "固定成本折合建筑面积（自上而下核对用，不另计成本）",
      en: "fixed cost as floor area (for the check from above; adds no cost)",
    },
    unit: "㎡",
    range: [4_000, 6_000, 8_000],
    source: {
      zh: "K-apt 2018-12 分规模公共管理费 ≈ 50 户；物业定员表 ≈ 0.8 万㎡",
      en: "K-apt 2018-12, common charge by size: about 50 households; staffing norm: about 8,000 m²",
    },
    year: 2018,
    confidence: "M",
    scope: "city",
    effect: 0,
  },
  travel: {
    meaning: {
      zh: "每多一个分散院落损失的工时",
      en: "productive time lost per extra separate site",
    },
    unit: "share",
    range: [0.01, 0.02, 0.05],
    source: {
      zh: "英国住房协会经验：分散比规模更费（hqnetwork）；数值为常识值",
      en: "UK housing associations: spread costs more than size (hqnetwork); the value is common knowledge",
    },
    year: null,
    confidence: "L",
    scope: "city",
    effect: 1,
  },
  span_free: {
    meaning: {
      zh: "不计跨度损失的最大距离（10 分钟步行）",
      en: "span without loss (10-minute walk)",
    },
    unit: "m",
    range: [300, 500, 800],
    ...GB50180,
    confidence: "M",
    scope: "city",
    effect: -1,
  },
  span_loss: {
    meaning: {
      zh: "超出部分每 100 m 损失的工时",
      en: "productive time lost per 100 m beyond it",
    },
    unit: "share",
    range: [0.005, 0.01, 0.03],
    ...COMMON,
    confidence: "L",
    scope: "city",
    effect: 1,
  },
  diseconomy: {
    meaning: {
      zh: "规模过大的门槛",
      en: "households above which coordination costs rise",
    },
    unit: "户",
    range: [1_000, 2_000, 3_000],
    source: {
      zh: "苏格兰 2013/14 管理成本：1 000–2 000 户后回升（GWSF）；CIH 2006",
      en: "Scotland 2013/14: cost rises again past 1,000–2,000 homes (GWSF); CIH 2006",
    },
    year: 2014,
    confidence: "M",
    scope: "city",
    effect: -1,
  },
  size_loss: {
    meaning: {
      zh: "超出门槛每 100 户增加的人工成本",
      en: "extra wage cost per 100 households beyond it",
    },
    unit: "share",
    range: [0.005, 0.01, 0.02],
    ...COMMON,
    confidence: "L",
    scope: "city",
    effect: 1,
  },
} as const satisfies Record<string, AssumptionRow>;
