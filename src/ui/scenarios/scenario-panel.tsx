import { ActionIcon, Badge, Checkbox, Menu, Text, TextInput, UnstyledButton } from "@mantine/core";
import { IconCopy, IconDotsVertical, IconPencil, IconTrash } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { World } from "../../core/index.ts";
import type { ScenarioState } from "../../store/state.ts";
import { Section } from "../figures/section.tsx";
import { useFormat } from "../format.ts";
import { totalScenario } from "../plan/result-summary.tsx";
import { useActions, useApp } from "../store-context.tsx";
import { ComparisonTable } from "./comparison-table.tsx";
import { useScenarioName } from "./scenario-name.ts";
import classes from "./scenarios.module.css";

/** Scenarios side by side: which one is shown, and how any two or more compare. */
export function ScenarioPanel() {
  const { t } = useTranslation();
  const { world, scenarios, activeId } = useApp(({ world, scenarios, activeId }) => ({
    world,
    scenarios,
    activeId,
  }));
  const [unchecked, setUnchecked] = useState<ReadonlySet<string>>(new Set());
  const compared = scenarios.filter(({ id }) => !unchecked.has(id));
  const toggle = (id: string) => {
    const next = new Set(unchecked);
    if (!next.delete(id)) next.add(id);
    setUnchecked(next);
  };
  if (!world || scenarios.length === 0) {
    return (
      <Section title={t("scenario.list")}>
        <Text size="sm" c="dimmed">
          {t("data.none")}
        </Text>
      </Section>
    );
  }
  return (
    <>
      <Section title={t("scenario.list")}>
        <Text size="xs" c="dimmed" pb={4}>
          {t("scenario.hint")}
        </Text>
      </Section>
      <ul style={{ listStyle: "none", margin: 0, padding: 0 }}>
        {scenarios.map((scenario) => (
          <ScenarioItem
            key={scenario.id}
            world={world}
            scenario={scenario}
            active={scenario.id === activeId}
            only={scenarios.length === 1}
            compared={!unchecked.has(scenario.id)}
            onCompare={() => toggle(scenario.id)}
          />
        ))}
      </ul>
      <Section title={t("scenario.comparison")}>
        {compared.length < 2 ? (
          <Text size="sm" c="dimmed">
            {t("scenario.needTwo")}
          </Text>
        ) : (
          <ComparisonTable world={world} scenarios={compared} />
        )}
      </Section>
    </>
  );
}

interface ScenarioItemProps {
  readonly world: World;
  readonly scenario: ScenarioState;
  readonly active: boolean;
  readonly only: boolean;
  readonly compared: boolean;
  onCompare(): void;
}

function ScenarioItem(props: ScenarioItemProps) {
  const { world, scenario, active, only, compared, onCompare } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const { activateScenario, renameScenario } = useActions();
  const [renaming, setRenaming] = useState(false);
  const name = useScenarioName()(scenario.name);
  const total = useMemo(() => totalScenario(world, scenario), [world, scenario]);
  const rename = (next: string) => {
    setRenaming(false);
    if (next !== name) renameScenario(scenario.id, next);
  };
  return (
    <li className={`${classes.item} ${active ? classes.active : ""}`}>
      <Checkbox
        aria-label={t("scenario.compareOne", { name })}
        checked={compared}
        onChange={onCompare}
      />
      {renaming ? (
        <TextInput
          aria-label={t("scenario.name")}
          defaultValue={name}
          autoFocus
          onBlur={(event) => rename(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter") rename(event.currentTarget.value);
            if (event.key === "Escape") setRenaming(false);
          }}
        />
      ) : (
        <UnstyledButton aria-current={active} onClick={() => activateScenario(scenario.id)}>
          <span className={classes.name}>{name}</span>{" "}
          {active && <Badge variant="filled">{t("scenario.active")}</Badge>}{" "}
          {scenario.edited && <Badge variant="outline">{t("scenario.edited")}</Badge>}{" "}
          {scenario.stale && (
            <Badge variant="outline" color="var(--tone-warn)">
              {t("scenario.stale")}
            </Badge>
          )}
          <span className={classes.facts} style={{ display: "block" }}>
            {t("scenario.facts", {
              districts: format.int(total.districts),
              households: format.int(total.households),
              netCost: format.yuan(total.netCostYuan),
            })}
          </span>
        </UnstyledButton>
      )}
      <ScenarioMenu id={scenario.id} name={name} only={only} onRename={() => setRenaming(true)} />
    </li>
  );
}

interface ScenarioMenuProps extends Pick<ScenarioItemProps, "only"> {
  readonly id: string;
  readonly name: string;
  onRename(): void;
}

function ScenarioMenu({ id, name, only, onRename }: ScenarioMenuProps) {
  const { t } = useTranslation();
  const { duplicateScenario, deleteScenario } = useActions();
  return (
    <div style={{ display: "flex" }}>
      <ActionIcon
        aria-label={`${t("scenario.duplicate")}: ${name}`}
        onClick={() => duplicateScenario(id)}
      >
        <IconCopy size={16} />
      </ActionIcon>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={`${t("scenario.more")}: ${name}`}>
            <IconDotsVertical size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={15} />} onClick={onRename}>
            {t("scenario.rename")}
          </Menu.Item>
          <Menu.Item
            color="red"
            disabled={only}
            leftSection={<IconTrash size={15} />}
            onClick={() => deleteScenario(id)}
          >
            {t("scenario.delete")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
