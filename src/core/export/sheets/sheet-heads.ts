import type { Bilingual } from "../../base/language.ts";

/** Heads that several sheets share; those of compounds are headers that a ledger reader knows. */
export const SHEET_HEADS = {
  districtId: { zh: "片区编号", en: "District id" },
  district: { zh: "片区", en: "District" },
  compoundId: { zh: "小区编号", en: "Compound id" },
  compound: { zh: "小区名称", en: "Compound" },
  street: { zh: "街道", en: "Street office" },
  community: { zh: "社区", en: "Community" },
  households: { zh: "户数 (户)", en: "Households" },
  floorArea: { zh: "建筑面积 (㎡)", en: "Floor area (m²)" },
  reason: { zh: "未纳入原因", en: "Not included because" },
} as const satisfies Record<string, Bilingual>;

/** What every paper of a plan says of itself. */
export const CANDIDATE: Bilingual = {
  zh: "候选方案（征求意见稿），须经业主依法表决和主管部门审核后方可实施。",
  en: "Candidate plan for consultation; it takes effect only after the owners' vote and official review.",
};

/** Said of data that stand for no real place. */
export const SYNTHETIC: Bilingual = {
  zh: "本数据为模拟数据，不对应任何真实小区。",
  en: "The data are synthetic and stand for no real compound.",
};
