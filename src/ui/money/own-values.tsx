import { ActionIcon, SegmentedControl, Select, Tooltip } from "@mantine/core";
import { IconRestore } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import {
  type AssumptionKey,
  type AssumptionValues,
  assumptionsUnder,
  SERVICE_LEVEL_LABELS,
  SERVICE_LEVELS,
  type ShippedAssumption,
  valuesOf,
} from "../../core/index.ts";
import type { PlaceId, ScenarioState } from "../../store/state.ts";
import { stepOf } from "../assumptions/step-of.ts";
import { useUnitWords } from "../assumptions/unit-words.ts";
import { CommitNumber } from "../figures/commit-number.tsx";
import { useActions } from "../store-context.tsx";
import { useLabel } from "../use-label.ts";
import classes from "./money.module.css";

interface OwnValuesProps {
  readonly scenario: ScenarioState;
  readonly place: PlaceId;
}

/** What is set for a place by name; {} where nothing is. */
export function ownValuesOf(
  { recipe }: ScenarioState,
  { kind, id }: PlaceId,
): Partial<AssumptionValues> {
  const places = kind === "district" ? recipe.districtAssumptions : recipe.compoundAssumptions;
  return Object.hasOwn(places, id) ? places[id] : {};
}

/** Values of one district or compound: each marked, each taken back with one click. */
export function OwnValues({ scenario, place }: OwnValuesProps) {
  const { t } = useTranslation();
  const label = useLabel();
  const { setPlaceAssumption } = useActions();
  const own = ownValuesOf(scenario, place);
  const city = valuesOf(scenario.recipe);
  const known = assumptionsUnder(scenario.recipe.assumptionSet);
  const fits = ({ key, scope }: ShippedAssumption) =>
    key !== "service_level" &&
    (scope === "compound" || (scope === "district" && place.kind === "district"));
  const set = known.filter((a) => fits(a) && own[a.key] !== undefined);
  const free = known.filter((a) => fits(a) && own[a.key] === undefined);
  return (
    <>
      {place.kind === "district" && <LevelChoice scenario={scenario} place={place} />}
      {Object.keys(own).length === 0 && <p className={classes.intro}>{t("money.ownNone")}</p>}
      <ul className={classes.list}>
        {set.map((entry) => (
          <OwnRow key={entry.key} entry={entry} value={own[entry.key] ?? 0} place={place} />
        ))}
      </ul>
      <Select
        mt={6}
        aria-label={t("money.ownAdd")}
        placeholder={t("money.ownAdd")}
        searchable
        value={null}
        nothingFoundMessage={t("money.noKey")}
        data={free.map(({ key, meaning }) => ({ value: key, label: label(meaning) }))}
        onChange={(key) =>
          key && setPlaceAssumption(place, key as AssumptionKey, city[key as AssumptionKey])
        }
      />
    </>
  );
}

interface OwnRowProps {
  readonly entry: ShippedAssumption;
  readonly value: number;
  readonly place: PlaceId;
}

function OwnRow({ entry, value, place }: OwnRowProps) {
  const { t } = useTranslation();
  const label = useLabel();
  const unitWords = useUnitWords();
  const { setPlaceAssumption } = useActions();
  const name = label(entry.meaning);
  return (
    <li className={classes.ownRow}>
      <span>
        {name}
        <span className={classes.unit}>{unitWords(entry.unit)}</span>
      </span>
      <CommitNumber
        aria-label={name}
        min={0}
        step={stepOf(entry)}
        thousandSeparator=","
        value={value}
        onCommit={(next) => setPlaceAssumption(place, entry.key, next)}
      />
      <Tooltip label={t("override.reset")}>
        <ActionIcon
          aria-label={`${t("override.reset")}: ${name}`}
          onClick={() => setPlaceAssumption(place, entry.key, null)}
        >
          <IconRestore size={16} />
        </ActionIcon>
      </Tooltip>
    </li>
  );
}

function LevelChoice({ scenario, place }: OwnValuesProps) {
  const { t } = useTranslation();
  const label = useLabel();
  const { setPlaceAssumption } = useActions();
  const own = ownValuesOf(scenario, place).service_level;
  const city = SERVICE_LEVELS[valuesOf(scenario.recipe).service_level] ?? "basic";
  return (
    <>
      <h3 className={classes.subhead}>{t("level.title")}</h3>
      <SegmentedControl
        fullWidth
        aria-label={t("level.title")}
        value={own === undefined ? "city" : String(own)}
        onChange={(value) =>
          setPlaceAssumption(place, "service_level", value === "city" ? null : Number(value))
        }
        data={[
          { value: "city", label: t("level.follow", { level: label(SERVICE_LEVEL_LABELS[city]) }) },
          ...SERVICE_LEVELS.map((level, k) => ({ value: String(k), label: t(`level.${level}`) })),
        ]}
      />
    </>
  );
}
