import { Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { DEFAULT_LIMITS, type Limits } from "../../core/index.ts";
import { CommitNumber } from "../figures/commit-number.tsx";
import { Section } from "../figures/section.tsx";
import { useActions } from "../store-context.tsx";
import classes from "./plan.module.css";

/** Order shown, step of the field. */
const LIMITS: readonly { readonly key: keyof Limits; readonly step: number }[] = [
  { key: "minHouseholds", step: 50 },
  { key: "idealHouseholds", step: 50 },
  { key: "maxHouseholds", step: 50 },
  { key: "minFloorAreaM2", step: 5000 },
  { key: "idealFloorAreaM2", step: 5000 },
  { key: "maxFloorAreaM2", step: 5000 },
  { key: "maxCompounds", step: 1 },
  { key: "maxSpanM", step: 100 },
  { key: "maxBreakEvenFeeYuanPerM2Month", step: 0.05 },
];

/** A fee at which few districts pay their way; shown when that limit is first switched on. */
const FIRST_FEE_LIMIT = 1;

function switchedOn(key: keyof Limits): number {
  return DEFAULT_LIMITS[key] ?? FIRST_FEE_LIMIT;
}

/** Every limit of a district; each can be switched off. */
export function LimitsForm({ limits }: { readonly limits: Limits }) {
  const { t } = useTranslation();
  const { setParameters } = useActions();
  const set = (key: keyof Limits, value: number | null) =>
    setParameters({ limits: { ...limits, [key]: value } });
  return (
    <Section title={t("plan.limits")}>
      {LIMITS.map(({ key, step }) => {
        const value = limits[key];
        const name = t(`limit.${key}`);
        return (
          <div key={key} className={classes.limit}>
            <Switch
              aria-label={t("plan.useLimit", { name })}
              checked={value !== null}
              onChange={(event) => set(key, event.currentTarget.checked ? switchedOn(key) : null)}
            />
            <span>{name}</span>
            <CommitNumber
              aria-label={name}
              min={0}
              step={step}
              allowDecimal={step < 1}
              thousandSeparator=","
              disabled={value === null}
              value={value ?? switchedOn(key)}
              onCommit={(next) => set(key, next)}
            />
          </div>
        );
      })}
    </Section>
  );
}
