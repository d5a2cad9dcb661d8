import type { Language } from "../core/index.ts";
import { useApp } from "./store-context.tsx";

/** Figures in words of one language. Chinese counts money and area in 万 where that reads better. */
export interface Format {
  /** whole number with separators */
  int(value: number): string;
  /** up to `digits` decimals */
  number(value: number, digits: number): string;
  /** exactly `digits` decimals, so that a column lines up */
  fixed(value: number, digits: number): string;
  /** 0…1 as per cent */
  percent(share: number, digits?: number): string;
  areaM2(value: number): string;
  yuan(value: number): string;
  fee(yuanPerM2Month: number): string;
  metres(value: number): string;
  /** 万㎡ in Chinese, thousand m² in English, number only */
  areaScaled(valueM2: number): string;
  /** 万元 in Chinese, thousand yuan in English, number only */
  yuanScaled(valueYuan: number): string;
}

const LOCALES: Readonly<Record<Language, string>> = { zh: "zh-CN", en: "en-GB" };
const TEN_THOUSAND = 10_000;
const MILLION = 1_000_000;

/** Formatter of one language. Negative numbers carry a true minus sign. */
export function createFormat(language: Language): Format {
  const locale = LOCALES[language];
  const zh = language === "zh";
  const writers = new Map<string, Intl.NumberFormat>();
  const writerOf = (digits: number, fixed: number): Intl.NumberFormat => {
    const key = `${digits}/${fixed}`;
    const known =
      writers.get(key) ??
      new Intl.NumberFormat(locale, {
        maximumFractionDigits: digits,
        minimumFractionDigits: fixed,
      });
    writers.set(key, known);
    return known;
  };
  const write = (value: number, digits: number, fixed: number): string =>
    writerOf(digits, fixed)
      .format(Object.is(value, -0) ? 0 : value)
      .replace("-", "−");
  const number = (value: number, digits: number): string => write(value, digits, 0);
  const scale = zh ? TEN_THOUSAND : 1000;
  return {
    int: (value) => number(Math.round(value), 0),
    number,
    fixed: (value, digits) => write(value, digits, digits),
    percent: (share, digits = 1) => `${number(share * 100, digits)}%`,
    areaM2: (value) =>
      zh && Math.abs(value) >= TEN_THOUSAND
        ? `${write(value / TEN_THOUSAND, 2, 2)} 万㎡`
        : `${number(value, 0)} ${zh ? "㎡" : "m²"}`,
    yuan(value) {
      if (zh && Math.abs(value) >= TEN_THOUSAND) return `${write(value / TEN_THOUSAND, 2, 2)} 万元`;
      if (!zh && Math.abs(value) >= MILLION) return `${write(value / MILLION, 2, 2)} M yuan`;
      return `${number(value, 0)} ${zh ? "元" : "yuan"}`;
    },
    fee: (value) => `${write(value, 2, 2)} ${zh ? "元/㎡·月" : "yuan/m²·month"}`,
    metres: (value) => `${number(value, 0)} m`,
    areaScaled: (value) => write(value / scale, zh ? 2 : 1, zh ? 2 : 1),
    yuanScaled: (value) => write(value / scale, 1, 1),
  };
}

/** Writers of numbers are dear to make: one set a language, whoever uses it. */
const FORMATS = new Map<Language, Format>();

/** Formatter of the page's language. */
export function useFormat(): Format {
  const language = useApp((state) => state.language);
  const format = FORMATS.get(language) ?? createFormat(language);
  FORMATS.set(language, format);
  return format;
}
