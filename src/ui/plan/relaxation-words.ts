import { useTranslation } from "react-i18next";
import type { Relaxation } from "../../core/index.ts";
import { useFormat } from "../format.ts";

/** Says what would have to change for a compound to be taken in. */
export function useRelaxationWords(): (relaxation: Relaxation) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ what, from, to }) => {
    const write = (value: number | string): string => {
      if (typeof value === "string") return value;
      return what === "aged-before" ? String(value) : format.number(value, 1);
    };
    if (what === "crossing" || what === "envelope") return t(`relaxation.${what}`);
    return t("relaxation.change", {
      what: t(`relaxation.${what}`),
      from: write(from),
      to: write(to),
    });
  };
}
