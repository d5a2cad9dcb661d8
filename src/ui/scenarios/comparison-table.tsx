import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { compareScenarios, type Indicator, type World } from "../../core/index.ts";
import type { ScenarioState } from "../../store/state.ts";
import { type Format, useFormat } from "../format.ts";
import { useApp } from "../store-context.tsx";
import { useScenarioName } from "./scenario-name.ts";
import classes from "./scenarios.module.css";

interface ComparisonProps {
  readonly world: World;
  readonly scenarios: readonly ScenarioState[];
}

/** Indicators as rows, scenarios as columns; differences are to the first. */
export function ComparisonTable({ world, scenarios }: ComparisonProps) {
  const { t } = useTranslation();
  const nameOf = useScenarioName();
  const { indicators } = useMemo(
    () => compareScenarios(scenarios.map((scenario) => ({ ...scenario, world }))),
    [world, scenarios],
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard
    <section className={classes.scroller} tabIndex={0} aria-label={t("scenario.comparison")}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t("scenario.indicator")}</th>
            {scenarios.map(({ id, name }) => (
              <th key={id} scope="col">
                {nameOf(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {indicators.map((indicator) => (
            <IndicatorRow key={indicator.key} indicator={indicator} scenarios={scenarios} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Money and area in the units the page reads best. */
function writeIndicator({ unit }: Indicator, value: number, format: Format): string {
  if (unit.zh === "元/年" || unit.zh === "元") return format.yuanScaled(value);
  if (unit.zh === "㎡") return format.areaScaled(value);
  return format.fixed(value, unit.zh === "元/㎡·月" ? 2 : 0);
}

function useUnitWords(): (indicator: Indicator) => string {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  return ({ unit }) => {
    if (unit.zh === "元/年") return t("unit.yuanScaledYear");
    if (unit.zh === "㎡") return t("unit.areaScaled");
    return unit[language];
  };
}

interface IndicatorRowProps {
  readonly indicator: Indicator;
  readonly scenarios: readonly ScenarioState[];
}

function IndicatorRow({ indicator, scenarios }: IndicatorRowProps) {
  const format = useFormat();
  const language = useApp((state) => state.language);
  const unitOf = useUnitWords();
  return (
    <tr>
      <th scope="row">
        {indicator.label[language]} <span className={classes.unit}>{unitOf(indicator)}</span>
      </th>
      {scenarios.map(({ id }, s) => (
        <td key={id}>
          {writeIndicator(indicator, indicator.values[s], format)}
          {s > 0 && (
            <Difference
              indicator={indicator}
              difference={indicator.differences[s]}
              text={writeIndicator(indicator, indicator.differences[s], format)}
            />
          )}
        </td>
      ))}
    </tr>
  );
}

interface DifferenceProps {
  readonly indicator: Indicator;
  readonly difference: number;
  readonly text: string;
}

function Difference({ indicator, difference, text }: DifferenceProps) {
  const { t } = useTranslation();
  if (!/[1-9]/.test(text)) return null;
  const sign = difference > 0 ? "+" : "";
  const improves =
    indicator.better === null ? null : difference > 0 === (indicator.better === "more");
  const tone = improves === null ? "" : improves ? classes.better : classes.worse;
  const word = improves === null ? "" : t(improves ? "scenario.better" : "scenario.worse");
  return (
    <span className={`${classes.difference} ${tone}`}>
      {sign}
      {text} {word}
    </span>
  );
}
