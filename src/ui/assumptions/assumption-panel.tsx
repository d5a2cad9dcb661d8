import { ActionIcon, Badge, Tooltip } from "@mantine/core";
import { IconRestore } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { ASSUMPTIONS, type AssumptionValues } from "../../core/index.ts";
import { CommitNumber } from "../figures/commit-number.tsx";
import { useFormat } from "../format.ts";
import { useActions, useScenario } from "../store-context.tsx";
import { useLabel } from "../use-label.ts";
import classes from "./assumptions.module.css";
import { useUnitWords } from "./unit-words.ts";

type Entry = (typeof ASSUMPTIONS)[number];

/** Every assumption with its range and source; a changed value is marked and can be taken back. */
export function AssumptionPanel() {
  const { t } = useTranslation();
  const scenario = useScenario();
  const changed: Partial<AssumptionValues> = scenario?.recipe.assumptions ?? {};
  return (
    <>
      <p className={classes.head} style={{ margin: 0 }}>
        {t("assumption.intro")}
      </p>
      <ul style={{ listStyle: "none", margin: 0, padding: 0 }} aria-label={t("assumption.title")}>
        {ASSUMPTIONS.map((entry) => (
          <AssumptionRow
            key={entry.key}
            entry={entry}
            value={changed[entry.key] ?? entry.default}
            changed={Object.hasOwn(changed, entry.key)}
            disabled={scenario === null}
          />
        ))}
      </ul>
    </>
  );
}

interface AssumptionRowProps {
  readonly entry: Entry;
  readonly value: number;
  readonly changed: boolean;
  readonly disabled: boolean;
}

function AssumptionRow({ entry, value, changed, disabled }: AssumptionRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const label = useLabel();
  const unitWords = useUnitWords();
  const { setAssumptions, resetAssumption } = useActions();
  const name = label(entry.meaning);
  return (
    <li className={`${classes.row} ${changed ? classes.changed : ""}`}>
      <span>
        {name}
        {changed && (
          <Badge ml={6} variant="light">
            {t("assumption.changed")}
          </Badge>
        )}
      </span>
      <CommitNumber
        aria-label={name}
        min={0}
        step={stepOf(entry)}
        thousandSeparator=","
        disabled={disabled}
        value={value}
        onCommit={(next) => setAssumptions({ [entry.key]: next })}
      />
      {changed ? (
        <Tooltip label={t("assumption.reset")}>
          <ActionIcon
            aria-label={`${t("assumption.reset")}: ${name}`}
            onClick={() => resetAssumption(entry.key)}
          >
            <IconRestore size={16} />
          </ActionIcon>
        </Tooltip>
      ) : (
        <span />
      )}
      <span className={classes.detail}>
        {t("assumption.detail", {
          unit: unitWords(entry.unit),
          low: format.number(entry.low, 3),
          normal: format.number(entry.default, 3),
          high: format.number(entry.high, 3),
          confidence: t(`confidence.${entry.confidence}`),
          source: label(entry.source),
        })}
      </span>
    </li>
  );
}

function stepOf({ low, high }: Entry): number {
  return 10 ** Math.floor(Math.log10(Math.max(high - low, 1e-6)) - 0.7);
}
