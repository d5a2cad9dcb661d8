import { Button, Checkbox, Radio } from "@mantine/core";
import { useState } from "react";
import { type ComparisonOptions, valuesOf } from "../../core/index.ts";
import type { ScenarioState } from "../../store/state.ts";
import { CommitNumber } from "../figures/commit-number.tsx";
import { useScenarioName } from "../scenarios/scenario-name.ts";
import { useActions, useApp } from "../store-context.tsx";
import { useIsTouch } from "../use-is-touch.ts";
import classes from "./compare.module.css";
import { useCompareWords } from "./compare-words.ts";
import type { Compared } from "./use-compared.ts";

/** More than four maps and columns nobody reads. */
const MOST = 4;

/** As the command line does where nothing is said. */
function defaultOptions(startYear: number): ComparisonOptions {
  return {
    by: "netCostYuan",
    weights: null,
    seed: 1,
    draws: 200,
    phasing: { startYear, years: 3 },
  };
}

/** Scenarios with those last of which an earlier one has the plan already. */
function differentFirst(scenarios: readonly ScenarioState[]): readonly ScenarioState[] {
  const isSame = (a: Int32Array, b: Int32Array) =>
    a.length === b.length && a.every((district, i) => district === b[i]);
  const isTwin = ({ zoning }: ScenarioState, k: number) =>
    scenarios.slice(0, k).some((earlier) => isSame(earlier.zoning.assignment, zoning.assignment));
  return [...scenarios.filter((one, k) => !isTwin(one, k)), ...scenarios.filter(isTwin)];
}

/** The base first, the others in their order. */
function orderSides(chosen: ReadonlySet<string>, base: string, all: readonly ScenarioState[]) {
  const others = all.filter(({ id }) => chosen.has(id) && id !== base).map(({ id }) => id);
  return [base, ...others];
}

function useStartYear(): number {
  return useApp(({ scenarios, activeId }) => {
    const recipe = scenarios.find(({ id }) => id === activeId)?.recipe;
    return recipe ? valuesOf(recipe).reference_year : 0;
  });
}

/** Which scenarios are compared, and which of them is the base. */
export function SideChooser({ compared }: { readonly compared: Compared | null }) {
  const t = useCompareWords();
  const nameOf = useScenarioName();
  const { compare } = useActions();
  const startYear = useStartYear();
  const all = useApp((state) => state.scenarios);
  const { comparison } = compared ?? {};
  const scenarios = all.filter(({ record }) => !record.archived);
  const [first] = useState(() =>
    (comparison?.sides ?? differentFirst(scenarios).slice(0, 3)).map(({ id }) => id),
  );
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(first));
  const [wantedBase, setBase] = useState(first[0] ?? "");
  const there = scenarios.filter(({ id }) => chosen.has(id));
  const base = there.some(({ id }) => id === wantedBase) ? wantedBase : (there[0]?.id ?? "");
  const [options, setOptions] = useState(comparison?.options ?? defaultOptions(startYear));
  const toggle = (id: string) => {
    const next = new Set(there.map((one) => one.id));
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const setPhasing = (change: Partial<ComparisonOptions["phasing"]>) =>
    setOptions({ ...options, phasing: { ...options.phasing, ...change } });
  const isTooMany = there.length > MOST;
  const isNarrow = useIsTouch();
  const summary = there.map(({ name }) => nameOf(name)).join(" · ");
  return (
    <details className={classes.fold} open={!isNarrow || !compared}>
      <summary>
        {t("view.choose")}
        <span className={classes.hint}> {summary}</span>
      </summary>
      <fieldset className={classes.chooser} aria-label={t("view.choose")}>
        <ul>
          {scenarios.map(({ id, name }) => (
            <li key={id}>
              <Checkbox label={nameOf(name)} checked={chosen.has(id)} onChange={() => toggle(id)} />
              <Radio
                name="base"
                label={t("view.base")}
                aria-label={`${t("view.first")}: ${nameOf(name)}`}
                checked={base === id}
                disabled={!chosen.has(id)}
                onChange={() => setBase(id)}
              />
            </li>
          ))}
        </ul>
        <div className={classes.row}>
          <Button
            disabled={there.length === 0 || isTooMany}
            data-run
            onClick={() => {
              const kept = comparison?.options;
              const asked = { ...options, ...(kept && { by: kept.by, draws: kept.draws }) };
              void compare(orderSides(new Set(there.map(({ id }) => id)), base, scenarios), asked);
            }}
          >
            {t("view.run")}
          </Button>
          {there.length === 0 && <span role="status">{t("view.needOne")}</span>}
          {isTooMany && <span role="status">{t("view.most")}</span>}
          <span className={classes.spacer} />
          <CommitNumber
            aria-label={t("phase.startYear")}
            leftSection={t("phase.startYear")}
            leftSectionWidth={84}
            w={170}
            min={1}
            max={9999}
            value={options.phasing.startYear}
            onCommit={(startYear) => setPhasing({ startYear })}
          />
          <CommitNumber
            aria-label={t("phase.years")}
            leftSection={t("phase.years")}
            leftSectionWidth={84}
            w={150}
            min={1}
            max={100}
            value={options.phasing.years}
            onCommit={(years) => setPhasing({ years })}
          />
        </div>
      </fieldset>
    </details>
  );
}
