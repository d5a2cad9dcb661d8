import { Text, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type AssumptionKey,
  assumptionsUnder,
  type Recipe,
  type SetAt,
  valuesOf,
} from "../../core/index.ts";
import type { ScenarioState } from "../../store/state.ts";
import { FoldSection } from "../figures/fold-section.tsx";
import { Section } from "../figures/section.tsx";
import { RecipeIssues } from "../plan/recipe-issues.tsx";
import { useScenario } from "../store-context.tsx";
import { AssumptionRow } from "./assumption-row.tsx";
import classes from "./assumptions.module.css";
import { FileReport } from "./file-report.tsx";
import { type AssumptionSection, groupAssumptions } from "./group-assumptions.ts";
import { OverrideList } from "./override-list.tsx";
import { RulePackSection } from "./rule-pack-section.tsx";
import { LevelChooser, SetChooser } from "./set-chooser.tsx";

/** Faults of the recipe that this panel can put right. */
const MONEY_ISSUES: ReadonlySet<string> = new Set([
  "override-scope",
  "override-unknown-compound",
  "fee-above-guided",
]);

/** What every estimate rests on: set, service level, values set by hand, each assumption, rules. */
export function AssumptionPanel() {
  const { t } = useTranslation();
  const scenario = useScenario();
  if (!scenario) {
    return (
      <Section title={t("assumption.title")}>
        <Text size="sm" c="dimmed">
          {t("data.none")}
        </Text>
      </Section>
    );
  }
  return (
    <>
      <p className={classes.head}>{t("assumption.intro")}</p>
      <FileReport />
      <RecipeIssues issues={scenario.issues.filter(({ code }) => MONEY_ISSUES.has(code))} />
      <SetChooser scenario={scenario} />
      <LevelChooser scenario={scenario} />
      <OverrideList scenario={scenario} />
      <AssumptionTable scenario={scenario} />
      <RulePackSection pack={scenario.recipe.rulePack} />
    </>
  );
}

/** Where the city's value was set. */
function setAtOf({ assumptions, assumptionSet }: Recipe, key: AssumptionKey): SetAt {
  if (Object.hasOwn(assumptions, key)) return "city";
  return assumptionSet && Object.hasOwn(assumptionSet.entries, key) ? "set" : "shipped";
}

function AssumptionTable({ scenario }: { readonly scenario: ScenarioState }) {
  const { t } = useTranslation();
  const [search, setSearch] = useState("");
  const { recipe } = scenario;
  const known = useMemo(
    () => assumptionsUnder(recipe.assumptionSet).filter(({ key }) => key !== "service_level"),
    [recipe.assumptionSet],
  );
  const sections = groupAssumptions(known, search);
  return (
    <>
      <Section title={t("assumption.title")}>
        <TextInput
          aria-label={t("assume.search")}
          placeholder={t("assume.search")}
          leftSection={<IconSearch size={14} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          mb={8}
        />
        {sections.length === 0 && <p className={classes.note}>{t("assume.noMatch")}</p>}
      </Section>
      {sections.map((section) => (
        <Group
          key={section.group}
          section={section}
          recipe={recipe}
          searched={search.trim() !== ""}
        />
      ))}
    </>
  );
}

interface GroupProps {
  readonly section: AssumptionSection;
  readonly recipe: Recipe;
  readonly searched: boolean;
}

function Group({ section: { group, entries }, recipe, searched }: GroupProps) {
  const { t } = useTranslation();
  const values = valuesOf(recipe);
  const title = t(`assume.group_${group}`);
  return (
    <FoldSection
      name={`assume.${group}`}
      title={title}
      aside={t("assume.count", { total: entries.length })}
      startsOpen={group === "income"}
      forced={searched}
    >
      <ul className={classes.plainList} aria-label={title}>
        {entries.map((entry) => (
          <AssumptionRow
            key={entry.key}
            entry={entry}
            value={values[entry.key]}
            setAt={setAtOf(recipe, entry.key)}
          />
        ))}
      </ul>
    </FoldSection>
  );
}
