import { Badge, Button, Progress, Text, TextInput, UnstyledButton } from "@mantine/core";
import { IconArrowsDiff, IconBulb, IconLock } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { World } from "../../core/index.ts";
import type { ScenarioState } from "../../store/state.ts";
import { useCompareWords } from "../compare/compare-words.ts";
import { Section } from "../figures/section.tsx";
import { useFormat } from "../format.ts";
import { totalScenario } from "../plan/result-summary.tsx";
import { useActions, useApp } from "../store-context.tsx";
import { LogDialog } from "./log-dialog.tsx";
import { NoteForm } from "./note-form.tsx";
import { ScenarioMenu } from "./scenario-menu.tsx";
import { useScenarioName } from "./scenario-name.ts";
import classes from "./scenarios.module.css";

interface ScenarioPanelProps {
  onCompare(): void;
  /** shows the assumptions */
  onAssume(): void;
}

/** Candidates in one click, and the scenarios: which one is shown, what is noted of each. */
export function ScenarioPanel({ onCompare, onAssume }: ScenarioPanelProps) {
  const { t } = useTranslation();
  const words = useCompareWords();
  const { world, scenarios, activeId } = useApp(({ world, scenarios, activeId }) => ({
    world,
    scenarios,
    activeId,
  }));
  const [logId, setLogId] = useState<string | null>(null);
  if (!world || scenarios.length === 0) {
    return (
      <Section title={t("scenario.list")}>
        <Text size="sm" c="dimmed">
          {t("data.none")}
        </Text>
      </Section>
    );
  }
  const archived = scenarios.filter(({ record }) => record.archived);
  const itemOf = (scenario: ScenarioState) => (
    <ScenarioItem
      key={scenario.id}
      world={world}
      scenario={scenario}
      active={scenario.id === activeId}
      only={scenarios.length === 1}
      onAssume={onAssume}
      onLog={() => setLogId(scenario.id)}
    />
  );
  return (
    <>
      <Section title={t("scenario.list")}>
        <CandidateButton />
        <Button
          fullWidth
          mt={8}
          variant="default"
          leftSection={<IconArrowsDiff size={16} />}
          onClick={onCompare}
        >
          {words("view.open")}
        </Button>
        <Text size="xs" c="dimmed" pt={8}>
          {words("scenario.today")}
        </Text>
      </Section>
      <ul className={classes.items}>
        {scenarios.filter(({ record }) => !record.archived).map(itemOf)}
      </ul>
      {archived.length > 0 && (
        <details className={classes.archive}>
          <summary>{words("scenario.archived", { count: archived.length })}</summary>
          <ul className={classes.items}>{archived.map(itemOf)}</ul>
        </details>
      )}
      <LogDialog id={logId} onClose={() => setLogId(null)} />
    </>
  );
}

/** One click: 4–6 plans; the work shows how far it is and can be stopped. */
function CandidateButton() {
  const words = useCompareWords();
  const { findCandidates, cancel } = useActions();
  const busy = useApp((state) => state.busy);
  const isRunning = busy?.task === "candidates";
  return (
    <>
      <Button
        fullWidth
        leftSection={<IconBulb size={16} />}
        disabled={busy !== null}
        loading={isRunning}
        data-candidates
        onClick={() => void findCandidates()}
      >
        {words("scenario.candidates")}
      </Button>
      {isRunning && (
        <div className={classes.running}>
          <Progress
            style={{ flex: 1 }}
            value={(busy.done ?? 0) * 100}
            aria-label={words("scenario.candidates")}
          />
          <Button variant="default" onClick={cancel}>
            {words("scenario.cancel")}
          </Button>
        </div>
      )}
      <Text size="xs" c="dimmed" pt={4}>
        {words("scenario.candidatesHint")}
      </Text>
    </>
  );
}

interface ScenarioItemProps {
  readonly world: World;
  readonly scenario: ScenarioState;
  readonly active: boolean;
  readonly only: boolean;
  onAssume(): void;
  onLog(): void;
}

function ScenarioItem({ world, scenario, active, only, onAssume, onLog }: ScenarioItemProps) {
  const { t } = useTranslation();
  const words = useCompareWords();
  const { renameScenario } = useActions();
  const [doing, setDoing] = useState<"rename" | "note" | null>(null);
  const name = useScenarioName()(scenario.name);
  const { record } = scenario;
  const rename = (next: string) => {
    setDoing(null);
    if (next !== name) renameScenario(scenario.id, next);
  };
  return (
    <li className={`${classes.item} ${active ? classes.active : ""}`} data-scenario={scenario.id}>
      {doing === "rename" ? (
        <TextInput
          aria-label={t("scenario.name")}
          defaultValue={name}
          autoFocus
          onBlur={(event) => rename(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter") rename(event.currentTarget.value);
            if (event.key === "Escape") setDoing(null);
          }}
        />
      ) : (
        <ScenarioFace world={world} scenario={scenario} active={active} name={name} />
      )}
      <ScenarioMenu
        scenario={scenario}
        name={name}
        only={only}
        onRename={() => setDoing("rename")}
        onNote={() => setDoing("note")}
        onAssume={onAssume}
        onLog={onLog}
      />
      {doing === "note" ? (
        <NoteForm id={scenario.id} note={record.note} onDone={() => setDoing(null)} />
      ) : (
        record.note !== "" && (
          <p className={classes.note}>
            <span className="visually-hidden">{words("scenario.note")}: </span>
            {record.note}
          </p>
        )
      )}
    </li>
  );
}

interface ScenarioFaceProps extends Pick<ScenarioItemProps, "world" | "scenario" | "active"> {
  readonly name: string;
}

function ScenarioFace({ world, scenario, active, name }: ScenarioFaceProps) {
  const { t } = useTranslation();
  const words = useCompareWords();
  const format = useFormat();
  const { activateScenario } = useActions();
  const total = useMemo(() => totalScenario(world, scenario), [world, scenario]);
  return (
    <UnstyledButton aria-current={active} onClick={() => activateScenario(scenario.id)}>
      <span className={classes.name}>{name}</span>{" "}
      {active && <Badge variant="filled">{t("scenario.active")}</Badge>}{" "}
      {scenario.record.locked && (
        <Badge variant="outline" leftSection={<IconLock size={12} />}>
          {words("scenario.locked")}
        </Badge>
      )}{" "}
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
  );
}
