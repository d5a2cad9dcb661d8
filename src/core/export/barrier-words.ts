import type { Language } from "../base/language.ts";
import type { Barrier } from "../ingest/world.ts";
import { classWord } from "./class-words.ts";
import { BARRIER_LABELS } from "./labels.ts";

/** A barrier by its name, else by its kind and class. */
export function barrierWords({ name, kind, sourceClass }: Barrier, language: Language): string {
  if (name !== null) return name;
  const word = BARRIER_LABELS[kind][language];
  const own = classWord(sourceClass, language);
  if (own === "" || own === word) return word;
  return language === "zh" ? `${word}（${own}）` : `${word} (${own})`;
}
