import { useTranslation } from "react-i18next";
import { useApp } from "../store-context.tsx";

/** Units of the assumptions in English; those of the core are written for Chinese readers. */
const ENGLISH: Readonly<Record<string, string>> = {
  "元/㎡·月": "yuan/m²·month",
  "元/㎡·年": "yuan/m²·year",
  "元/户·年": "yuan/household·year",
  "元/位·月": "yuan/space·month",
  "元/人·年": "yuan/person·year",
  "元/月": "yuan/month",
  "元/年": "yuan/year",
  "元/m": "yuan/m",
  "㎡": "m²",
  人: "persons",
  户: "households",
  年: "years",
};

/** The unit of an assumption in the page's language. */
export function useUnitWords(): (unit: string) => string {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  return (unit) => {
    if (unit === "share") return t("assumption.share");
    return language === "en" ? (ENGLISH[unit] ?? unit) : unit;
  };
}
