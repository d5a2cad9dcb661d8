import { useTranslation } from "react-i18next";
import { useApp } from "../store-context.tsx";

/** Units of the assumptions in English; those of the core are written for Chinese readers. */
export const ENGLISH_UNITS: Readonly<Record<string, string>> = {
  "元/㎡·月": "yuan/m²·month",
  "元/㎡·年": "yuan/m²·year",
  "元/㎡": "yuan/m²",
  "元/户·年": "yuan/household·year",
  "元/位·月": "yuan/space·month",
  "元/位": "yuan/space",
  "元/处": "yuan each",
  "元/部·年": "yuan/lift·year",
  "元/人·年": "yuan/person·year",
  "元/月": "yuan/month",
  "元/年": "yuan/year",
  "元/m": "yuan/m",
  元: "yuan",
  "㎡": "m²",
  "㎡/m": "m²/m",
  m: "m",
  人: "persons",
  户: "households",
  位: "spaces",
  年: "years",
};

/** Units that are no measure but a word, by their message. */
export const WORD_UNITS = {
  share: "assumption.share",
  level: "assume.levelUnit",
  calendar: "assume.calendar",
  "×": "assume.times",
} as const;

function isWord(unit: string): unit is keyof typeof WORD_UNITS {
  return Object.hasOwn(WORD_UNITS, unit);
}

/** The unit of an assumption in the page's language. */
export function useUnitWords(): (unit: string) => string {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  return (unit) => {
    if (isWord(unit)) return t(WORD_UNITS[unit]);
    return language === "en" ? (ENGLISH_UNITS[unit] ?? unit) : unit;
  };
}
