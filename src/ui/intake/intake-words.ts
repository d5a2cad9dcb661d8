import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { IntakeMessages } from "../messages/intake-zh.ts";

/** A text of the catalogue about reading files, by group and name. */
export type IntakeKey = {
  readonly [Group in keyof IntakeMessages]: `${Group}.${keyof IntakeMessages[Group] & string}`;
}[keyof IntakeMessages];

/** Writes a text of the catalogue about reading files. */
export type IntakeWords = (
  key: IntakeKey,
  args?: Readonly<Record<string, string | number>>,
) => string;

/** Texts of reading files in the page's language. */
export function useIntakeWords(): IntakeWords {
  const { i18n } = useTranslation();
  const { language } = i18n;
  return useMemo(() => {
    const write = i18n.getFixedT(language, "intake" as "translation") as unknown as IntakeWords;
    return (key, args) => write(key, args);
  }, [i18n, language]);
}
