import { Button } from "@mantine/core";
import { IconRestore } from "@tabler/icons-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { SERVICE_LEVEL_LABELS, SERVICE_LEVELS } from "../../core/index.ts";
import type { ScenarioState } from "../../store/state.ts";
import { FoldSection } from "../figures/fold-section.tsx";
import { useFormat } from "../format.ts";
import { useActions, useApp } from "../store-context.tsx";
import { useLabel } from "../use-label.ts";
import classes from "./assumptions.module.css";
import { listOverrides, type Override } from "./list-overrides.ts";

/** Every value set by hand, wherever it holds; each is taken back with one click. */
export function OverrideList({ scenario }: { readonly scenario: ScenarioState }) {
  const { t } = useTranslation();
  const overrides = useMemo(() => listOverrides(scenario.recipe), [scenario.recipe]);
  return (
    <FoldSection
      name="assume.overrides"
      title={t("override.title")}
      aside={t("override.count", { total: overrides.length })}
      startsOpen
    >
      {overrides.length === 0 && <p className={classes.note}>{t("override.none")}</p>}
      <ul className={classes.plainList}>
        {overrides.map((override) => (
          <OverrideRow
            key={`${override.place.kind} ${override.place.id} ${override.entry.key}`}
            override={override}
            scenario={scenario}
          />
        ))}
      </ul>
    </FoldSection>
  );
}

/** A place as a person knows it. */
function usePlaceName(scenario: ScenarioState): (place: Override["place"]) => string {
  const { t } = useTranslation();
  const compounds = useApp((state) => state.world?.compounds) ?? [];
  return ({ kind, id }) => {
    if (kind === "city" || id === null) return t("override.city");
    if (kind === "district") {
      const district = scenario.zoning.districts.find((d) => d.id === id);
      return t("override.district", { name: district?.name ?? t("override.gone", { id }) });
    }
    const compound = compounds.find((c) => c.id === id);
    return t("override.compound", { name: compound?.name ?? t("override.goneCompound", { id }) });
  };
}

function OverrideRow({
  override: { place, entry, before, value },
  scenario,
}: {
  readonly override: Override;
  readonly scenario: ScenarioState;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const label = useLabel();
  const { resetAssumption, setPlaceAssumption } = useActions();
  const name = entry.key === "service_level" ? t("level.title") : label(entry.meaning);
  const write = (number: number) => {
    const level = entry.key === "service_level" ? SERVICE_LEVELS[number] : undefined;
    return level ? label(SERVICE_LEVEL_LABELS[level]) : format.number(number, 3);
  };
  const placeName = usePlaceName(scenario)(place);
  const reset = () => {
    const { kind, id } = place;
    if (kind === "city" || id === null) resetAssumption(entry.key);
    else setPlaceAssumption({ kind, id }, entry.key, null);
  };
  return (
    <li className={classes.override}>
      <span>
        {name}
        <span className={classes.place}>{placeName}</span>
      </span>
      <span className={classes.change}>
        {t("override.change", { before: write(before), after: write(value) })}
      </span>
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconRestore size={14} aria-hidden />}
        aria-label={t("override.resetOne", { place: placeName, name })}
        onClick={reset}
      >
        {t("override.reset")}
      </Button>
    </li>
  );
}
