import type { Indicator } from "../../core/index.ts";
import { useFormat } from "../format.ts";
import { useApp } from "../store-context.tsx";
import classes from "./compare.module.css";
import { useCompareWords } from "./compare-words.ts";
import { DataTable } from "./data-table.tsx";
import { FairnessNotes } from "./fairness-notes.tsx";
import type { Compared } from "./use-compared.ts";
import { useIndicatorWords } from "./write-indicator.ts";

/** What is fair to compare, and every indicator of every scenario with its difference to the first. */
export function IndicatorSection({ compared }: { readonly compared: Compared }) {
  const t = useCompareWords();
  const language = useApp((state) => state.language);
  const { unitOf } = useIndicatorWords();
  const { comparison, names } = compared;
  const { table } = comparison;
  return (
    <>
      <FairnessNotes compared={compared} />
      {table && (
        <>
          <p className={classes.hint}>{t("indicator.caption")}</p>
          <DataTable
            label={t("tab.indicators")}
            head={[
              t("indicator.name"),
              ...names.map((name, k) => (k === 0 ? `${name}（${t("view.base")}）` : name)),
            ]}
            rows={table.indicators.map((indicator) => ({
              key: indicator.key,
              cells: [
                <span key="name">
                  {indicator.label[language]}{" "}
                  <span className={classes.unit}>
                    {unitOf(indicator.unit)} · {t(`indicator.${indicator.purse}`)}
                  </span>
                </span>,
                ...names.map((name, k) => (
                  <IndicatorCell key={name} indicator={indicator} at={k} />
                )),
              ],
            }))}
          />
        </>
      )}
    </>
  );
}

const ARROWS = { better: "▲", worse: "▼" } as const;

function IndicatorCell({ indicator, at }: { readonly indicator: Indicator; readonly at: number }) {
  const t = useCompareWords();
  const format = useFormat();
  const { write, writeChange } = useIndicatorWords();
  const { unit, values, differences, shares, verdicts } = indicator;
  const difference = differences[at];
  const verdict = verdicts[at];
  const share = shares[at];
  const isJudged = verdict === "better" || verdict === "worse";
  return (
    <>
      {write(unit, values[at])}
      {at > 0 && (
        <span className={`${classes.difference} ${isJudged ? classes[verdict] : ""}`}>
          {difference === 0 ? (
            t("indicator.same")
          ) : (
            <>
              ({writeChange(unit, difference)}
              {share !== null && `, ${share > 0 ? "+" : ""}${format.percent(share)}`}){" "}
              {isJudged && `${ARROWS[verdict]} ${t(`indicator.${verdict}`)}`}
            </>
          )}
        </span>
      )}
    </>
  );
}
