import { useMemo } from "react";
import { useApp } from "../store-context.tsx";

const LOCALES = { zh: "zh-CN", en: "en-GB" } as const;

/** Writes a moment, ms since 1970, as day and time here. */
export function useMoment(): (at: number) => string {
  const language = useApp((state) => state.language);
  return useMemo(() => {
    const writer = new Intl.DateTimeFormat(LOCALES[language], {
      dateStyle: "medium",
      timeStyle: "short",
    });
    return (at) => writer.format(at);
  }, [language]);
}
