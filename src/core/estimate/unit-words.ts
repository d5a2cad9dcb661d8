import type { Bilingual, Language } from "../base/language.ts";

/** Units of the assumptions in words; a unit of the list is written for Chinese readers. */
const UNIT_WORDS: Readonly<Record<string, Bilingual>> = {
  "元/㎡·月": { zh: "元/㎡·月", en: "yuan/m²·month" },
  "元/㎡·年": { zh: "元/㎡·年", en: "yuan/m²·year" },
  "元/㎡": { zh: "元/㎡", en: "yuan/m²" },
  "元/户·年": { zh: "元/户·年", en: "yuan/household·year" },
  "元/位·月": { zh: "元/位·月", en: "yuan/space·month" },
  "元/位": { zh: "元/位", en: "yuan/space" },
  "元/处": { zh: "元/处", en: "yuan each" },
  "元/部·年": { zh: "元/部·年", en: "yuan/lift·year" },
  "元/人·年": { zh: "元/人·年", en: "yuan/person·year" },
  "元/月": { zh: "元/月", en: "yuan/month" },
  "元/年": { zh: "元/年", en: "yuan/year" },
  "元/m": { zh: "元/m", en: "yuan/m" },
  元: { zh: "元", en: "yuan" },
  "㎡": { zh: "㎡", en: "m²" },
  "㎡/m": { zh: "㎡/m", en: "m²/m" },
  m: { zh: "m", en: "m" },
  人: { zh: "人", en: "persons" },
  户: { zh: "户", en: "households" },
  位: { zh: "位", en: "spaces" },
  年: { zh: "年", en: "years" },
  share: { zh: "比例", en: "share" },
  level: { zh: "0 托底 · 1 基本 · 2 标准", en: "0 minimum · 1 basic · 2 standard" },
  calendar: { zh: "年份", en: "calendar year" },
  "×": { zh: "倍", en: "times" },
};

/** The unit of an assumption in words; null: none are known. */
export function wordsOfUnit(unit: string, language: Language): string | null {
  return Object.hasOwn(UNIT_WORDS, unit) ? UNIT_WORDS[unit][language] : null;
}
