import type { IssueText } from "../issue-text.ts";

/** Issues about blanks that were filled in. */
export const DEFAULT_TEXTS = {
  "households-defaulted": {
    message: {
      zh: "{n}/{total} 个小区缺户数，已推算：建筑面积 ÷ {m2PerHousehold} ㎡/户；无建筑面积的按占地面积 × 容积率 {plotRatio}。",
      en: "Households missing in {n} of {total compound|compounds}: derived as floor area / {m2PerHousehold} m², the floor area from land area × plot ratio {plotRatio} where it is missing too.",
    },
    fix: { zh: "请补充户数。", en: "Supply the households." },
  },
  "floor-area-defaulted": {
    message: {
      zh: "{n}/{total} 个小区缺建筑面积，已推算：户数 × {m2PerHousehold} ㎡；无户数的按占地面积 × 容积率 {plotRatio}。",
      en: "Floor area missing in {n} of {total compound|compounds}: derived as households × {m2PerHousehold} m², or land area × plot ratio {plotRatio} where households are missing too.",
    },
    fix: { zh: "请补充建筑面积。", en: "Supply the floor area." },
  },
  "built-year-unknown": {
    message: {
      zh: "{n}/{total} 个小区建成年代不明，按老旧小区处理。",
      en: "Year of construction unknown in {n} of {total compound|compounds}: treated as aged.",
    },
    fix: { zh: "请补充建成年代。", en: "Supply the year of construction." },
  },
  "buildings-defaulted": {
    message: {
      zh: "{n}/{total} 个小区缺楼栋数，按 {rate} 户/栋推算。",
      en: "Buildings missing in {n} of {total compound|compounds}: derived at {rate} households each.",
    },
    fix: { zh: "请补充楼栋数。", en: "Supply the buildings." },
  },
  "parking-defaulted": {
    message: {
      zh: "{n}/{total} 个小区缺停车位数，按 {rate} 位/户推算。",
      en: "Parking spaces missing in {n} of {total compound|compounds}: derived at {rate} per household.",
    },
    fix: { zh: "请补充停车位数。", en: "Supply the parking spaces." },
  },
  "cars-defaulted": {
    message: {
      zh: "{n}/{total} 个小区缺机动车数，按 {rate} 辆/户推算。",
      en: "Cars missing in {n} of {total compound|compounds}: derived at {rate} per household.",
    },
    fix: { zh: "请补充机动车数。", en: "Supply the cars." },
  },
  "gates-defaulted": {
    message: {
      zh: "{n}/{total} 个小区缺出入口数，按建筑面积不足 {limitM2} ㎡ 为 1 处、其余 2 处计。",
      en: "Gates missing in {n} of {total compound|compounds}: 1 below {limitM2} m² of floor area, else 2.",
    },
    fix: { zh: "请补充出入口数。", en: "Supply the gates." },
  },
  "lifts-defaulted": {
    message: {
      zh: "{n}/{total} 个小区缺电梯数，按 0 部计。",
      en: "Lifts missing in {n} of {total compound|compounds}: taken as 0.",
    },
    fix: { zh: "请补充电梯数。", en: "Supply the lifts." },
  },
  "fee-defaulted": {
    message: {
      zh: "{n}/{total} 个小区缺物业费标准，按 {rate} 元/㎡·月计。",
      en: "Fee missing in {n} of {total compound|compounds}: taken as {rate} yuan per m² and month.",
    },
    fix: { zh: "请补充物业费标准。", en: "Supply the fee." },
  },
  "collection-defaulted": {
    message: {
      zh: "{n}/{total} 个小区缺收缴率，按 {percent}% 计。",
      en: "Collection rate missing in {n} of {total compound|compounds}: taken as {percent} %.",
    },
    fix: { zh: "请补充收缴率。", en: "Supply the collection rate." },
  },
  "fund-defaulted": {
    message: {
      zh: "{n}/{total} 个小区缺维修资金余额，按 0 元计。",
      en: "Maintenance fund missing in {n} of {total compound|compounds}: taken as 0 yuan.",
    },
    fix: { zh: "请补充维修资金余额。", en: "Supply the balance of the maintenance fund." },
  },
} as const satisfies Record<string, IssueText>;
