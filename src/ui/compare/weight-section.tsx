import { Button, Slider } from "@mantine/core";
import { useMemo, useState } from "react";
import {
  CRITERIA,
  type IndicatorKey,
  type Weighing,
  type Weights,
  weighScenarios,
} from "../../core/index.ts";
import { useFormat } from "../format.ts";
import { useActions, useApp } from "../store-context.tsx";
import { Bars } from "./charts/bars.tsx";
import classes from "./compare.module.css";
import { useCompareWords } from "./compare-words.ts";
import type { Compared } from "./use-compared.ts";

/** A plan's columns of the table: today is no plan and has no score. */
function plansOnly({ comparison: { table, ranked } }: Compared) {
  if (!table) return null;
  return {
    scenarios: ranked.map((k) => table.scenarios[k]),
    indicators: table.indicators.map((row) => ({
      ...row,
      values: ranked.map((k) => row.values[k]),
    })),
  };
}

/** Weights of the indicators, the score of every plan, and where the winner changes. */
export function WeightSection({ compared }: { readonly compared: Compared }) {
  const t = useCompareWords();
  const { compare } = useActions();
  const { comparison } = compared;
  const { options } = comparison;
  const [weights, setWeights] = useState<Weights>(
    options.weights ?? { netCostYuan: 1, meanServiceM: 1, householdsLeftOut: 1 },
  );
  const weighing = useMemo(() => {
    const table = plansOnly(compared);
    const isWeighed = Object.values(weights).some((weight) => weight > 0);
    return table && isWeighed ? weighScenarios(table, weights) : null;
  }, [compared, weights]);
  return (
    <>
      <p className={classes.hint}>{t("weight.hint")}</p>
      <div className={classes.halves}>
        <WeightSliders compared={compared} weights={weights} onWeights={setWeights} />
        <div>
          {weighing ? (
            <Scores compared={compared} weighing={weighing} />
          ) : (
            <p role="status">{t("weight.none")}</p>
          )}
          <div className={classes.row}>
            <Button
              disabled={!weighing}
              onClick={() =>
                void compare(
                  comparison.sides.map(({ id }) => id),
                  { ...options, weights },
                )
              }
            >
              {t("weight.apply")}
            </Button>
            <Button variant="default" onClick={() => setWeights({})}>
              {t("weight.clear")}
            </Button>
          </div>
        </div>
      </div>
    </>
  );
}

const MOST = 5;

interface WeightSlidersProps {
  readonly compared: Compared;
  readonly weights: Weights;
  onWeights(weights: Weights): void;
}

function WeightSliders({ compared, weights, onWeights }: WeightSlidersProps) {
  const t = useCompareWords();
  const language = useApp((state) => state.language);
  const labels = compared.comparison.table?.indicators;
  const nameOf = (key: IndicatorKey) =>
    labels?.find((row) => row.key === key)?.label[language] ?? key;
  return (
    <div className={classes.sliders}>
      {CRITERIA.map((key) => (
        <div key={key} className={classes.slider}>
          <span>{nameOf(key)}</span>
          <Slider
            aria-label={t("weight.of", { name: nameOf(key) })}
            thumbLabel={t("weight.of", { name: nameOf(key) })}
            data-weight={key}
            min={0}
            max={MOST}
            step={1}
            size="sm"
            value={weights[key] ?? 0}
            onChange={(weight) => onWeights({ ...weights, [key]: weight })}
          />
          <output>{weights[key] ?? 0}</output>
        </div>
      ))}
    </div>
  );
}

interface ScoresProps {
  readonly compared: Compared;
  readonly weighing: Weighing;
}

function Scores({ compared: { comparison, names }, weighing }: ScoresProps) {
  const t = useCompareWords();
  const format = useFormat();
  const language = useApp((state) => state.language);
  const nameAt = (k: number) => names[comparison.ranked[k]];
  const list = (ks: readonly number[]) => ks.map(nameAt).join(language === "zh" ? "、" : ", ");
  const labelOf = (key: IndicatorKey) =>
    comparison.table?.indicators.find((row) => row.key === key)?.label[language] ?? key;
  return (
    <>
      <p role="status" data-winner>
        <strong>{t("weight.winner", { names: list(weighing.winners) })}</strong>
      </p>
      <Bars
        title={t("weight.score")}
        bars={weighing.scores.map((score, k) => ({
          key: String(k),
          label: nameAt(k),
          from: 0,
          to: score,
          value: format.fixed(score, 3),
          tone: weighing.winners.includes(k) ? "owners" : "weak",
        }))}
      />
      <h4>{t("weight.switches")}</h4>
      {weighing.switches.length === 0 ? (
        <p data-switches="0">{t("weight.stable")}</p>
      ) : (
        <ul className={classes.list} data-switches={weighing.switches.length}>
          {weighing.switches.map(({ key, share, below, above }) => (
            <li key={`${key} ${share}`}>
              {t("weight.switch", {
                name: labelOf(key),
                share: format.percent(share),
                below: list(below),
                above: list(above),
                now: format.percent(weighing.indicators.find((one) => one.key === key)?.share ?? 0),
              })}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
