import type { Bilingual, Language } from "../../base/language.ts";
import type { Indicator } from "../../scenario/comparison.ts";
import type { IndicatorKey } from "../../scenario/indicator-rows.ts";

/** A number with separators and at most so many decimals; a true minus sign. */
export function say(value: number, digits = 0): string {
  const written = value.toLocaleString("en", {
    maximumFractionDigits: digits,
    minimumFractionDigits: digits,
  });
  return written.replace(/^-(?=[0.,]*$)/, "").replace("-", "−");
}

/** Yuan counted as officials do: 万元, thousand yuan. */
export function scaleYuan(yuan: number, language: Language): number {
  return yuan / (language === "zh" ? 10_000 : 1000);
}

/** Yuan in words. */
export function sayYuan(yuan: number, language: Language): string {
  const unit = language === "zh" ? "万元" : "thousand yuan";
  return `${say(scaleYuan(yuan, language), 1)} ${unit}`;
}

const isYuan = ({ zh }: Bilingual) => zh === "元" || zh === "元/年";

/** A value of an indicator as a brief shows it, with a sign where it is a change. */
export function sayIndicator(
  { unit }: Pick<Indicator, "unit">,
  value: number,
  { language, signed = false }: { readonly language: Language; readonly signed?: boolean },
): string {
  const written = isYuan(unit)
    ? say(scaleYuan(value, language), 1)
    : say(value, unit.zh === "元/㎡·月" ? 2 : 0);
  return signed && value > 0 && /[1-9]/.test(written) ? `+${written}` : written;
}

/** The unit of an indicator as a brief shows it. */
export function sayUnit({ unit }: Pick<Indicator, "unit">, language: Language): string {
  if (!isYuan(unit)) return unit[language];
  const yuan = language === "zh" ? "万元" : "thousand yuan";
  return unit.zh === "元" ? yuan : language === "zh" ? `${yuan}/年` : `${yuan}/yr`;
}

/** Indicators that fit on a page, in their order. */
export const SHOWN: readonly IndicatorKey[] = [
  "districts",
  "compoundsIncluded",
  "householdsIncluded",
  "householdsLeftOut",
  "incomeYuan",
  "costYuan",
  "netCostYuan",
  "breakEvenFeeYuanPerM2Month",
  "subsidyYuan",
  "uncoveredYuan",
  "worksYuan",
  "staff",
  "meanServiceM",
  "communityLines",
];
