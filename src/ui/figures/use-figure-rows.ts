import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import {
  type Band,
  type Bands,
  type DistrictEstimate,
  FIGURES,
  type FigureKey,
  readFigure,
} from "../../core/index.ts";
import { useFormat } from "../format.ts";
import { useApp } from "../store-context.tsx";
import type { FigureRow } from "./figure-rows.tsx";
import { NO_END_YEARS, writeFigure } from "./write-figure.ts";

const TOTALS: ReadonlySet<FigureKey> = new Set([
  "incomeYuan",
  "costYuan",
  "netCostYuan",
  "worksYuan",
  "staffTotal",
  "uncoveredYuan",
]);

/** Main figures: their band stands beside them. */
const BANDED: ReadonlySet<FigureKey> = new Set([
  "incomeYuan",
  "costYuan",
  "netCostYuan",
  "netCostYuanPerM2Month",
  "breakEvenFeeYuanPerM2Month",
  "breakEvenCollectionShare",
  "breakEvenSubsidyYuanPerM2Month",
  "savingYuan",
  "worksYuan",
  "paybackYears",
  "staffTotal",
  "subsidyYuan",
  "uncoveredYuan",
  "fundNeedYuan",
  "fundYears",
  "parkingShortage",
  "spacesGained",
]);

interface RowOptions {
  readonly bands: Bands | null;
  /** opens the trace of a figure */
  onOpen(key: FigureKey): void;
}

/** Figures in the page's words, those that need more than a number included. */
function useWrite(): (key: FigureKey, value: number) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (key, value) => {
    const plain = writeFigure(key, value, format);
    if (key === "breakEvenCollectionShare" && value > 1)
      return `${plain} · ${t("money.outOfReach")}`;
    if (key === "paybackYears" && value >= NO_END_YEARS) return t("money.never");
    if (!key.endsWith("Years")) return plain;
    return value >= NO_END_YEARS
      ? t("money.yearsMore", { years: NO_END_YEARS })
      : t("money.years", { years: plain });
  };
}

/** A band in words; equal ends say nothing. */
export function useBandWords(): (key: FigureKey, band: Band) => string | undefined {
  const { t } = useTranslation();
  const format = useFormat();
  const inWords = useWrite();
  const write = (key: FigureKey, value: number) =>
    key.endsWith("Years") ? inWords(key, value) : writeFigure(key, value, format);
  return (key, { low, high }) => {
    const [from, to] = [write(key, low), write(key, high)];
    return from === to ? undefined : t("money.band", { low: from, high: to });
  };
}

/** Lines of a ledger: label, figure, band and formula from the core's own figures. */
export function useFigureRows(
  estimate: DistrictEstimate,
  { bands, onOpen }: RowOptions,
): (keys: readonly FigureKey[]) => FigureRow[] {
  const language = useApp((state) => state.language);
  const write = useWrite();
  const bandWords = useBandWords();
  // biome-ignore lint/correctness/useExhaustiveDependencies: words change with the language alone
  return useMemo(
    () => (keys) =>
      keys.map((key) => ({
        key,
        label: FIGURES[key].label[language],
        value: write(key, readFigure(estimate, key)),
        band: bands && BANDED.has(key) ? bandWords(key, bands[key]) : undefined,
        formula: FIGURES[key].formula[language],
        total: TOTALS.has(key),
        onOpen: () => onOpen(key),
      })),
    [estimate, bands, onOpen, language],
  );
}
