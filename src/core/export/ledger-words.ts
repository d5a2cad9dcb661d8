import type { LedgerField } from "../ingest/world.ts";

/** Figures of the ledger in words, with their units: Chinese, English. */
export const LEDGER_WORDS: Readonly<Record<LedgerField, readonly [zh: string, en: string]>> = {
  builtYear: ["建成年份", "built"],
  households: ["户数（户）", "households"],
  floorAreaM2: ["建筑面积（㎡）", "floor area, m²"],
  buildings: ["楼栋数（栋）", "buildings"],
  parkingSpaces: ["车位数（个）", "parking spaces"],
  cars: ["机动车数（辆）", "cars"],
  gates: ["出入口（处）", "gates"],
  lifts: ["电梯（部）", "lifts"],
  feeYuanPerM2Month: ["物业费（元/㎡·月）", "fee, yuan/m² a month"],
  collectionRate: ["收缴率（0–1）", "collection rate, 0–1"],
  fundBalanceYuan: ["维修资金余额（元）", "fund balance, yuan"],
};
