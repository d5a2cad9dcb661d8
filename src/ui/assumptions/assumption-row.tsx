import { ActionIcon, Badge, Tooltip } from "@mantine/core";
import { IconRestore } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { SetAt, ShippedAssumption } from "../../core/index.ts";
import { CommitNumber } from "../figures/commit-number.tsx";
import { useFormat } from "../format.ts";
import { useActions } from "../store-context.tsx";
import { useLabel } from "../use-label.ts";
import classes from "./assumptions.module.css";
import { stepOf } from "./step-of.ts";
import { useUnitWords } from "./unit-words.ts";

interface AssumptionRowProps {
  /** as it holds under the set in force */
  readonly entry: ShippedAssumption;
  readonly value: number;
  readonly setAt: SetAt;
}

/** One assumption: value in force, range, source, and where the value was set. */
export function AssumptionRow({ entry, value, setAt }: AssumptionRowProps) {
  const { t } = useTranslation();
  const label = useLabel();
  const unitWords = useUnitWords();
  const { setAssumptions, resetAssumption } = useActions();
  const name = label(entry.meaning);
  const changed = setAt === "city";
  return (
    <li className={`${classes.row} ${changed ? classes.changed : ""}`}>
      <span>
        {name}
        {changed && (
          <Badge ml={6} variant="light">
            {t("assumption.changed")}
          </Badge>
        )}
        <span className={classes.unit}>{unitWords(entry.unit)}</span>
      </span>
      <CommitNumber
        aria-label={name}
        min={0}
        step={stepOf(entry)}
        thousandSeparator={entry.unit === "calendar" ? "" : ","}
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
      <Ground entry={entry} setAt={setAt} />
    </li>
  );
}

/** What a value rests on. */
function Ground({ entry, setAt }: Pick<AssumptionRowProps, "entry" | "setAt">) {
  const { t } = useTranslation();
  const format = useFormat();
  const label = useLabel();
  const write = (value: number) =>
    entry.unit === "calendar" ? String(value) : format.number(value, 3);
  const facts = [
    t("assume.range", {
      low: write(entry.low),
      normal: write(entry.default),
      high: write(entry.high),
    }),
    t("assume.confidence", { confidence: t(`confidence.${entry.confidence}`) }),
    t(`assume.scope_${entry.scope}`),
    entry.level && t("assume.onlyAt", { level: t(`level.${entry.level}`) }),
    t(`assume.setAt_${setAt}`),
  ];
  const year = entry.year === null ? t("assume.noYear") : t("assume.year", { year: entry.year });
  return (
    <span className={classes.detail}>
      {facts.filter(Boolean).join(" · ")}
      <br />
      {t("assume.source", { source: label(entry.source) })} · {year}
    </span>
  );
}
