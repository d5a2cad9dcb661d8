import type { AssumptionRow } from "../assumption.ts";
import { COMMON } from "./sources.ts";

/** One-off works and the years they are shared over. DOMAIN §2.4. */
export const WORKS = {
  works_life: {
    meaning: {
      zh: "一次性工程分摊年限",
      en: "years over which one-off works are shared out",
    },
    unit: "年",
    range: [5, 10, 15],
    ...COMMON,
    confidence: "L",
    scope: "city",
    effect: -1,
  },
  wall_remove: {
    meaning: {
      zh: "拆除围墙（含清运、修复）",
      en: "wall demolition, haulage and make-good",
    },
    unit: "元/m",
    range: [60, 220, 450],
    ...COMMON,
    confidence: "L",
    scope: "district",
    effect: 1,
  },
  gate_vehicle: {
    meaning: {
      zh: "车行道闸与车牌识别（年分摊已在出入口年费内）",
      en: "vehicle barrier with plate reader (its yearly share is in the gate's yearly cost)",
    },
    unit: "元/处",
    range: [10_500, 15_000, 30_000],
    source: {
      zh: "西宁晚报 2024-05：道闸 10 540 元，含配套 16 800 元",
      en: "Xining Evening News 2024-05: barrier 10,540 yuan, 16,800 with fittings",
    },
    year: 2024,
    confidence: "M",
    scope: "district",
    effect: 0,
  },
  gate_ped: {
    meaning: {
      zh: "人行门禁（年分摊已在出入口年费内）",
      en: "pedestrian access gate (its yearly share is in the gate's yearly cost)",
    },
    unit: "元/处",
    range: [5_000, 10_000, 20_000],
    ...COMMON,
    confidence: "L",
    scope: "district",
    effect: 0,
  },
  cctv_point: {
    meaning: { zh: "安装一个监控点", en: "camera, installed" },
    unit: "元/处",
    range: [600, 1_200, 2_500],
    ...COMMON,
    confidence: "L",
    scope: "district",
    effect: 1,
  },
  cctv_area: {
    meaning: { zh: "每个监控点覆盖建筑面积", en: "floor area per camera" },
    unit: "㎡",
    range: [1_000, 2_000, 4_000],
    ...COMMON,
    confidence: "L",
    scope: "district",
    effect: -1,
  },
  control_room_capex: {
    meaning: { zh: "监控室建设", en: "control room, fit-out" },
    unit: "元",
    range: [40_000, 80_000, 200_000],
    ...COMMON,
    confidence: "L",
    scope: "district",
    level: "basic",
    effect: 1,
  },
  space_works: {
    meaning: {
      zh: "新增一个车位的铺装划线与车道工程",
      en: "paving, marking and lane works for a space gained",
    },
    unit: "元/位",
    range: [500, 1_500, 4_000],
    ...COMMON,
    confidence: "L",
    scope: "district",
    effect: 1,
  },
} as const satisfies Record<string, AssumptionRow>;
