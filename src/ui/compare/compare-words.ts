import type { i18n } from "i18next";
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
  return wordsOf(i18n, i18n.language);
}

/** One writer a language: hundreds of cells ask for it. */
const WRITERS = new WeakMap<i18n, Map<string, CompareWords>>();

function wordsOf(catalogue: i18n, language: string): CompareWords {
  const known = WRITERS.get(catalogue) ?? new Map<string, CompareWords>();
  WRITERS.set(catalogue, known);
  const fixed = (known.get(language) ??
    catalogue.getFixedT(language, "compare" as "translation")) as CompareWords;
  known.set(language, fixed);
  return fixed;
}
