import { wordsOfUnit } from "../../core/index.ts";
import { useApp } from "../store-context.tsx";

/** The unit of an assumption in the page's language. */
export function useUnitWords(): (unit: string) => string {
  const language = useApp((state) => state.language);
  return (unit) => wordsOfUnit(unit, language) ?? unit;
}
