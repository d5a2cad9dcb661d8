import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { CompareMessages } from "../messages/compare-zh.ts";

/** A text of the catalogue of comparison, by group and name. */
type CompareKey = {
  readonly [Group in keyof CompareMessages]: `${Group}.${keyof CompareMessages[Group] & string}`;
}[keyof CompareMessages];

/** Writes a text of the catalogue of comparison. */
export type CompareWords = (
  key: CompareKey,
  args?: Readonly<Record<string, string | number>>,
) => string;

/** Texts of comparison in the page's language: a catalogue of its own, as that of editing. */
export function useCompareWords(): CompareWords {
  const { i18n } = useTranslation();
  const { language } = i18n;
  return useMemo(() => {
    const write = i18n.getFixedT(language, "compare" as "translation") as unknown as CompareWords;
    return (key, args) => write(key, args);
  }, [i18n, language]);
}
