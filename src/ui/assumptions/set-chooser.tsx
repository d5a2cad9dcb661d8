import { Button, Radio, Select } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { SERVICE_LEVELS, SHIPPED_SETS, valuesOf } from "../../core/index.ts";
import type { ScenarioState } from "../../store/state.ts";
import { saveFile } from "../export/save-file.ts";
import { Section } from "../figures/section.tsx";
import { useActions } from "../store-context.tsx";
import { useLabel } from "../use-label.ts";
import classes from "./assumptions.module.css";
import { LoadButton } from "./load-button.tsx";

const AS_SHIPPED = "";

/** Which set of assumptions holds, and its way in and out of files. */
export function SetChooser({ scenario }: { readonly scenario: ScenarioState }) {
  const { t } = useTranslation();
  const label = useLabel();
  const { setAssumptionSet, loadAssumptions, writeAssumptions } = useActions();
  const set = scenario.recipe.assumptionSet;
  const isShipped = set === null || SHIPPED_SETS.some(({ id }) => id === set.id);
  const known = isShipped ? SHIPPED_SETS : [...SHIPPED_SETS, set];
  return (
    <Section title={t("set.title")}>
      <p className={classes.note}>{t("set.hint")}</p>
      <Select
        aria-label={t("set.choose")}
        allowDeselect={false}
        value={set?.id ?? AS_SHIPPED}
        data={[
          { value: AS_SHIPPED, label: t("set.shipped") },
          ...known.map(({ id, name }) => ({ value: id, label: label(name) })),
        ]}
        onChange={(id) => setAssumptionSet(known.find((one) => one.id === id) ?? null)}
      />
      <div className={classes.buttons}>
        <LoadButton label={t("set.load")} disabled={false} onLoad={loadAssumptions} />
        <SaveButton label={t("set.save")} onSave={() => saveFile(writeAssumptions(false))} />
        <SaveButton label={t("set.saveBlank")} onSave={() => saveFile(writeAssumptions(true))} />
      </div>
    </Section>
  );
}

/** Hands a file to the browser's downloads. */
export function SaveButton({ label, onSave }: { readonly label: string; onSave(): void }) {
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={15} aria-hidden />}
      onClick={() => onSave()}
    >
      {label}
    </Button>
  );
}

/** The city's service level, each with what it means. */
export function LevelChooser({ scenario }: { readonly scenario: ScenarioState }) {
  const { t } = useTranslation();
  const { setAssumptions } = useActions();
  const { service_level: level } = valuesOf(scenario.recipe);
  return (
    <Section title={t("level.title")}>
      <Radio.Group
        aria-label={t("level.title")}
        value={String(level)}
        onChange={(value) => setAssumptions({ service_level: Number(value) })}
      >
        <div className={classes.levels}>
          {SERVICE_LEVELS.map((name, k) => (
            <Radio
              key={name}
              value={String(k)}
              label={t(`level.${name}`)}
              description={t(`level.${name}Is`)}
              styles={{ description: { fontSize: 12, marginTop: 2 } }}
            />
          ))}
        </div>
      </Radio.Group>
    </Section>
  );
}
