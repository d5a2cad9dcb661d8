import type { AssumptionRow } from "../assumption.ts";
import { COMMON, NORM_TABLE, SHENZHEN_POSTS, YUNNAN_WAGE } from "./sources.ts";

const NORM = { ...NORM_TABLE, confidence: "H", scope: "district", effect: -1 } as const;
const WAGE = { unit: "元/人·年", confidence: "L", scope: "district", effect: 1 } as const;

/** Norms by service level and yearly wages. DOMAIN §2.3. */
export const STAFFING = {
  guard_per_gate_24h: {
    meaning: {
      zh: "每个值守出入口 24 小时一岗人数（标准级）",
      en: "persons who hold one staffed gate for 24 h (standard level)",
    },
    unit: "人",
    range: [2, 3, 4.2],
    ...SHENZHEN_POSTS,
    confidence: "H",
    scope: "district",
    level: "standard",
    effect: 1,
  },
  control_room: {
    meaning: {
      zh: "监控室 24 小时一岗人数（每片区一处，基本级）",
      en: "persons for one 24-h control room per district (basic level)",
    },
    unit: "人",
    range: [2, 3, 4],
    ...COMMON,
    confidence: "M",
    scope: "district",
    level: "basic",
    effect: 1,
  },
  patrol_pair_area: {
    meaning: { zh: "一组巡逻（2 人）覆盖面积", en: "floor area one patrol pair covers" },
    unit: "㎡",
    range: [30_000, 50_000, 80_000],
    ...SHENZHEN_POSTS,
    confidence: "H",
    scope: "district",
    effect: -1,
  },
  clean_area_floor: {
    meaning: { zh: "每名保洁员负责面积（托底）", en: "floor area per cleaner, minimum level" },
    unit: "㎡",
    range: [14_000, 16_000, 18_000],
    level: "floor",
    ...NORM,
  },
  clean_area: {
    meaning: { zh: "每名保洁员负责面积（基本）", en: "floor area per cleaner, basic level" },
    unit: "㎡",
    range: [8_000, 14_000, 16_000],
    level: "basic",
    ...NORM,
  },
  clean_area_standard: {
    meaning: { zh: "每名保洁员负责面积（标准）", en: "floor area per cleaner, standard level" },
    unit: "㎡",
    range: [8_000, 10_000, 12_000],
    level: "standard",
    ...NORM,
  },
  fix_area_floor: {
    meaning: {
      zh: "每名维修工负责工作量（托底，按次请修）",
      en: "repair workload per worker, minimum level, called in",
    },
    unit: "㎡",
    range: [35_000, 40_000, 45_000],
    level: "floor",
    ...NORM,
  },
  fix_area: {
    meaning: { zh: "每名维修工负责工作量（基本）", en: "repair workload per worker, basic level" },
    unit: "㎡",
    range: [20_000, 40_000, 45_000],
    level: "basic",
    ...NORM,
  },
  fix_area_standard: {
    meaning: {
      zh: "每名维修工负责工作量（标准）",
      en: "repair workload per worker, standard level",
    },
    unit: "㎡",
    range: [25_000, 30_000, 35_000],
    level: "standard",
    ...NORM,
  },
  age_load: {
    meaning: {
      zh: "楼龄超过 20 年后每 10 年增加的维修工作量",
      en: "extra repair workload per ten years of age beyond twenty",
    },
    unit: "share",
    range: [0, 0.1, 0.2],
    ...COMMON,
    confidence: "L",
    scope: "compound",
    effect: 1,
  },
  lift_load: {
    meaning: {
      zh: "一部电梯折合的维修面积",
      en: "floor area one lift counts as in repair workload",
    },
    unit: "㎡",
    range: [1_500, 3_000, 5_000],
    ...COMMON,
    confidence: "L",
    scope: "compound",
    effect: 1,
  },
  reference_year: {
    meaning: { zh: "测算年份（推算楼龄）", en: "year of the estimate (for the age of buildings)" },
    unit: "calendar",
    range: [2022, 2026, 2030],
    source: { zh: "本次测算", en: "this estimate" },
    year: 2026,
    confidence: "H",
    scope: "city",
    effect: 1,
  },
  cs_hh: {
    meaning: {
      zh: "每名客服服务户数（基本）",
      en: "households per customer-service person, basic level",
    },
    unit: "户",
    range: [300, 750, 800],
    level: "basic",
    ...NORM,
  },
  cs_hh_standard: {
    meaning: {
      zh: "每名客服服务户数（标准）",
      en: "households per customer-service person, standard level",
    },
    unit: "户",
    range: [400, 500, 600],
    level: "standard",
    ...NORM,
  },
  mgr_area: {
    meaning: { zh: "每名项目经理负责面积", en: "floor area per project manager" },
    unit: "㎡",
    range: [40_000, 80_000, 100_000],
    source: {
      zh: "多层住宅物业管理人员定编标准：10 万㎡ 以下设主任 1 人",
      en: "staffing standard for walk-ups: one head below 100,000 m²",
    },
    year: null,
    confidence: "M",
    scope: "district",
    effect: -1,
  },
  w_guard: {
    meaning: { zh: "秩序员年人工成本", en: "loaded yearly cost of a guard" },
    range: [22_500, 30_000, 45_000],
    ...YUNNAN_WAGE,
    ...WAGE,
  },
  w_clean: {
    meaning: { zh: "保洁员年人工成本", en: "loaded yearly cost of a cleaner" },
    range: [18_900, 25_200, 37_800],
    ...YUNNAN_WAGE,
    ...WAGE,
  },
  w_fix: {
    meaning: { zh: "维修工年人工成本", en: "loaded yearly cost of a maintenance worker" },
    range: [31_500, 42_000, 63_000],
    ...YUNNAN_WAGE,
    ...WAGE,
  },
  w_cs: {
    meaning: { zh: "客服年人工成本", en: "loaded yearly cost of a service person" },
    range: [27_000, 36_000, 54_000],
    ...YUNNAN_WAGE,
    ...WAGE,
  },
  w_mgr: {
    meaning: { zh: "项目经理年人工成本", en: "loaded yearly cost of a manager" },
    range: [45_000, 60_000, 90_000],
    ...YUNNAN_WAGE,
    ...WAGE,
  },
  wage_region: {
    meaning: { zh: "地区工资系数", en: "regional wage factor" },
    unit: "×",
    range: [0.9, 1, 1.8],
    ...COMMON,
    confidence: "L",
    scope: "city",
    effect: 1,
  },
} as const satisfies Record<string, AssumptionRow>;
