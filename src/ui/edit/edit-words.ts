import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { EditMessages } from "../messages/edit-zh.ts";

/** A text of the editing catalogue, by group and name. */
export type EditKey = {
  readonly [Group in keyof EditMessages]: `${Group}.${keyof EditMessages[Group] & string}`;
}[keyof EditMessages];

/** Writes a text of the editing catalogue. */
export type EditWords = (key: EditKey, args?: Readonly<Record<string, string | number>>) => string;

/**
 * Texts of editing in the page's language. They are a catalogue of their own, because the types of
 * all keys in one are more than the compiler works out.
 */
export function useEditWords(): { readonly t: EditWords } {
  const { i18n } = useTranslation();
  const { language } = i18n;
  return useMemo(() => {
    const write = i18n.getFixedT(language, "edit" as "translation") as unknown as EditWords;
    return { t: (key, args) => write(key, args) };
  }, [i18n, language]);
}
