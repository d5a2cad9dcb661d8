import type { AssumptionRow } from "../assumption.ts";
import { COMMON } from "./sources.ts";

const OCCUPANCY = {
  source: {
    zh: "分时停车共享的常识占用率，待本地调查",
    en: "common occupancy by time of day for shared parking; survey locally",
  },
  year: null,
} as const;

/** Parking on common ground: demand, supply, sharing, what an opened wall releases. DOMAIN §2.5. */
export const PARKING = {
  park_fee: {
    meaning: { zh: "居民停车月费（地面）", en: "resident monthly parking fee, surface" },
    unit: "元/月",
    range: [30, 60, 150],
    source: {
      zh: "杭州约 2010 年 100 元（中国停车网）；四线城市折减，待本地核定",
      en: "Hangzhou c. 2010, 100 yuan (chinaparking.org), lowered for a fourth-tier city; check locally",
    },
    year: 2010,
    confidence: "M",
    scope: "compound",
    effect: -1,
  },
  park_collect: {
    meaning: { zh: "停车费收缴率", en: "collected share of parking fees" },
    unit: "share",
    range: [0.6, 0.8, 0.95],
    ...COMMON,
    confidence: "L",
    scope: "compound",
    effect: -1,
  },
  temp_rev: {
    meaning: { zh: "每车位临停收入", en: "visitor revenue per space" },
    unit: "元/位·月",
    range: [0, 15, 60],
    ...COMMON,
    confidence: "L",
    scope: "compound",
    effect: -1,
  },
  visitor_share: {
    meaning: { zh: "访客预留车位比例", en: "spaces kept for visitors" },
    unit: "share",
    range: [0.05, 0.05, 0.1],
    source: {
      zh: "停车配建比例 5 %–10 %（行业资料，待核）",
      en: "trade literature, 5–10 %; check locally",
    },
    year: null,
    confidence: "M",
    scope: "compound",
    effect: 1,
  },
  peak_resid_night: {
    meaning: { zh: "居民车辆夜间在位率", en: "residents' cars parked at night" },
    unit: "share",
    range: [0.9, 1, 1],
    ...OCCUPANCY,
    confidence: "M",
    scope: "compound",
    effect: -1,
  },
  peak_resid_day: {
    meaning: { zh: "居民车辆日间在位率", en: "residents' cars parked by day" },
    unit: "share",
    range: [0.45, 0.6, 0.75],
    ...OCCUPANCY,
    confidence: "M",
    scope: "compound",
    effect: 0,
  },
  office_spaces: {
    meaning: {
      zh: "可夜间借用的单位车位（须有互惠协议，规则 R-44）",
      en: "office spaces that can be borrowed at night (needs an agreement, rule R-44)",
    },
    unit: "位",
    range: [0, 0, 30],
    source: { zh: "协议数量；默认没有", en: "as agreed; none by default" },
    year: null,
    confidence: "M",
    scope: "district",
    effect: 0,
  },
  peak_office_night: {
    meaning: { zh: "单位车位夜间占用率", en: "office spaces taken at night" },
    unit: "share",
    range: [0.05, 0.1, 0.2],
    ...OCCUPANCY,
    confidence: "M",
    scope: "city",
    effect: 0,
  },
  m2_space_surface: {
    meaning: {
      zh: "地面每车位面积（含通道）",
      en: "gross area of a surface space, aisles included",
    },
    unit: "㎡",
    range: [20, 25, 30],
    source: {
      zh: "地方停车规划规定：地面停车每车位不小于 25 ㎡",
      en: "local planning rule: a surface space takes at least 25 m²",
    },
    year: null,
    confidence: "H",
    scope: "city",
    effect: 1,
  },
  wall_gain: {
    meaning: { zh: "每拆 1 m 围墙释放的面积", en: "area released by a metre of wall taken down" },
    unit: "㎡/m",
    range: [0.2, 0.35, 2],
    source: {
      zh: "潜江 2025-07：拆 1 580 m 释放 550 ㎡（一例）",
      en: "Qianjiang 2025-07: 1,580 m released 550 m² (one case)",
    },
    year: 2025,
    confidence: "L",
    scope: "district",
    effect: -1,
  },
  gain_usable: {
    meaning: {
      zh: "释放面积中可停车比例",
      en: "part of the released area that can hold cars",
    },
    unit: "share",
    range: [0.15, 0.35, 0.55],
    source: {
      zh: "成都福顺里 2022：共享 532 ㎡，增 20 个车位（含其他工程）",
      en: "Chengdu Fushunli 2022: 532 m² shared, 20 spaces added, other works included",
    },
    year: 2022,
    confidence: "L",
    scope: "district",
    effect: -1,
  },
  fire_lane: {
    meaning: {
      zh: "每处拆墙保留的消防车道净宽（不计停车）",
      en: "clear width of the fire lane kept at each opened wall (holds no cars)",
    },
    unit: "m",
    range: [4, 4, 6],
    source: {
      zh: "GB 50016-2014（2018 年版）7.1.8：消防车道净宽不小于 4 m",
      en: "GB 50016-2014 (2018) 7.1.8: fire lanes at least 4 m clear",
    },
    year: 2018,
    confidence: "H",
    scope: "city",
    effect: 1,
  },
} as const satisfies Record<string, AssumptionRow>;
