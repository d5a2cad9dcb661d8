import { useTranslation } from "react-i18next";
import type { Relaxation } from "../../core/index.ts";
import { useFormat } from "../format.ts";

/** Changes that are made or not, without a number. */
const WHOLE = [
  "crossing",
  "envelope",
  "link-by-hand",
  "must-together",
  "never-together",
  "anchors",
] as const satisfies readonly Relaxation["what"][];

function isWhole(what: Relaxation["what"]): what is (typeof WHOLE)[number] {
  return WHOLE.some((whole) => whole === what);
}

/** Says what would have to change for a compound to be taken in. */
export function useRelaxationWords(): (relaxation: Relaxation) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ what, from, to, verified }) => {
    const note = verified ? "" : t("relaxation.unverified");
    const write = (value: number | string): string => {
      if (typeof value === "string") return value;
      return what === "aged-before" ? String(value) : format.number(value, 1);
    };
    if (isWhole(what)) return t(`relaxation.${what}`, { to: write(to) }) + note;
    const change = { what: t(`relaxation.${what}`), from: write(from), to: write(to) };
    return t("relaxation.change", change) + note;
  };
}
