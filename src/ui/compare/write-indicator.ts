import { useMemo } from "react";
import type { Bilingual, Language } from "../../core/index.ts";
import { type Format, useFormat } from "../format.ts";
import { useApp } from "../store-context.tsx";

/** Indicators in the page's words. */
export interface IndicatorWords {
  /** the number in the unit that reads best, without the unit */
  write(unit: Bilingual, value: number): string;
  /** the same with a sign */
  writeChange(unit: Bilingual, value: number): string;
  /** what `write` counts in */
  unitOf(unit: Bilingual): string;
}

function create(format: Format, language: Language): IndicatorWords {
  const isZh = language === "zh";
  const write = (unit: Bilingual, value: number): string => {
    if (unit.zh === "元/年" || unit.zh === "元") return format.yuanScaled(value);
    if (unit.zh === "㎡") return format.areaScaled(value);
    if (unit.zh === "元/㎡·月") return format.fixed(value, 3);
    return format.number(value, value % 1 === 0 ? 0 : 1);
  };
  return {
    write,
    writeChange: (unit, value) => (value > 0 ? `+${write(unit, value)}` : write(unit, value)),
    unitOf(unit) {
      if (unit.zh === "元/年") return isZh ? "万元/年" : "thousand yuan/yr";
      if (unit.zh === "元") return isZh ? "万元" : "thousand yuan";
      if (unit.zh === "㎡") return isZh ? "万㎡" : "thousand m²";
      return unit[language];
    },
  };
}

/** How indicators are written in the page's language. */
export function useIndicatorWords(): IndicatorWords {
  const format = useFormat();
  const language = useApp((state) => state.language);
  return useMemo(() => create(format, language), [format, language]);
}
