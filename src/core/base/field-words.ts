import type { Bilingual, Language } from "./language.ts";

/** Ledger fields, by canonical name, as officials call them. */
export const FIELD_WORDS = {
  compound_id: { zh: "小区编号", en: "Compound id" },
  name: { zh: "小区名称", en: "Compound name" },
  community_code: { zh: "社区代码", en: "Community code" },
  community: { zh: "社区", en: "Community" },
  street: { zh: "街道", en: "Subdistrict" },
  street_community: { zh: "街道和社区", en: "Subdistrict and community" },
  mgmt_mode: { zh: "管理方式", en: "How it is managed" },
  company: { zh: "物业企业", en: "Company" },
  anchor: { zh: "牵头小区", en: "Anchor" },
  households: { zh: "户数", en: "Households" },
  floor_area: { zh: "建筑面积", en: "Floor area" },
  built_year: { zh: "建成年份", en: "Year built" },
  buildings: { zh: "楼栋数", en: "Buildings" },
  parking: { zh: "车位数", en: "Parking spaces" },
  cars: { zh: "机动车数", en: "Cars" },
  gates: { zh: "出入口数", en: "Gates" },
  lifts: { zh: "电梯数", en: "Lifts" },
  fee: { zh: "现行物业费", en: "Present fee" },
  collection: { zh: "现行收缴率", en: "Present collection rate" },
  fund_balance: { zh: "维修资金余额", en: "Maintenance fund" },
  alias: { zh: "别名", en: "Other names" },
  address: { zh: "地址", en: "Address" },
  land_area: { zh: "占地面积", en: "Land area" },
  building: { zh: "楼栋号", en: "Building number" },
  as_of: { zh: "统计日期", en: "As of" },
  lon: { zh: "经度（X）", en: "Longitude (X)" },
  lat: { zh: "纬度（Y）", en: "Latitude (Y)" },
  lonlat: { zh: "经纬度", en: "Longitude and latitude" },
  wkt: { zh: "几何（WKT）", en: "Geometry (WKT)" },
  class: { zh: "阻隔类别", en: "Class of barrier" },
} as const satisfies Record<string, Bilingual>;

/** Units of ledger columns, as a person can choose them. */
export const UNIT_WORDS: Readonly<Record<string, Bilingual>> = {
  "㎡": { zh: "平方米", en: "m²" },
  "万㎡": { zh: "万平方米", en: "10,000 m²" },
  亩: { zh: "亩", en: "mu" },
  公顷: { zh: "公顷", en: "ha" },
  平方公里: { zh: "平方公里", en: "km²" },
  元: { zh: "元", en: "yuan" },
  万元: { zh: "万元", en: "10,000 yuan" },
  "元/㎡·月": { zh: "元/平方米·月", en: "yuan/m²·month" },
  "元/㎡·年": { zh: "元/平方米·年", en: "yuan/m²·year" },
};

/** The words of all fields in one language, by canonical name. */
export function fieldWordsIn(language: Language): Record<keyof typeof FIELD_WORDS, string> {
  const words = Object.entries(FIELD_WORDS).map(([field, text]) => [field, text[language]]);
  return Object.fromEntries(words) as Record<keyof typeof FIELD_WORDS, string>;
}
