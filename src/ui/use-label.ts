import { useCallback } from "react";
import type { Bilingual } from "../core/index.ts";
import { useApp } from "./store-context.tsx";

/** A core text in the page's language, written as the beginning of a line. */
export function useLabel(): (text: Bilingual) => string {
  const language = useApp((state) => state.language);
  return useCallback(
    (text) => text[language].charAt(0).toUpperCase() + text[language].slice(1),
    [language],
  );
}
