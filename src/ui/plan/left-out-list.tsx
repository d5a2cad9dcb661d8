import { ActionIcon, Tooltip } from "@mantine/core";
import { IconFocus2 } from "@tabler/icons-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import {
  LEFT_OUT_REASONS,
  type LeftOutReason,
  REASON_LABELS,
  type Relaxation,
  type World,
} from "../../core/index.ts";
import type { ScenarioState } from "../../store/state.ts";
import { Section } from "../figures/section.tsx";
import { useFormat } from "../format.ts";
import { GroupedList } from "../lists/grouped-list.tsx";
import { useActions } from "../store-context.tsx";
import { useLabel } from "../use-label.ts";
import classes from "./plan.module.css";
import { useRelaxationWords } from "./relaxation-words.ts";

interface LeftOutEntry {
  readonly compound: number;
  readonly relaxation: Relaxation | null;
}

/** Reasons that mean "could not be placed"; compounds that are simply too new are not listed. */
const LISTED = LEFT_OUT_REASONS.filter((reason) => reason !== "none" && reason !== "not-aged");

function groupByReason({ zoning, plan }: ScenarioState) {
  const relaxations = new Map(plan?.leftOut.map((l) => [l.compound, l.relaxation]));
  const entries = new Map<LeftOutReason, LeftOutEntry[]>(LISTED.map((reason) => [reason, []]));
  zoning.assignment.forEach((district, compound) => {
    if (district >= 0) return;
    entries
      .get(LEFT_OUT_REASONS[zoning.reason[compound]])
      ?.push({ compound, relaxation: relaxations.get(compound) ?? null });
  });
  return LISTED.map((reason) => ({ reason, entries: entries.get(reason) ?? [] })).filter(
    (group) => group.entries.length > 0,
  );
}

/** Compounds that no district took, by reason, each with the smallest change that would help. */
export function LeftOutList({
  world,
  scenario,
}: {
  readonly world: World;
  readonly scenario: ScenarioState;
}) {
  const { t } = useTranslation();
  const label = useLabel();
  const format = useFormat();
  const groups = useMemo(
    () =>
      groupByReason(scenario).map(({ reason, entries }) => {
        const households = entries.reduce((n, e) => n + world.compounds[e.compound].households, 0);
        const counts = t("plan.leftOutCounts", {
          compounds: format.int(entries.length),
          households: format.int(households),
        });
        return { key: reason, heading: `${label(REASON_LABELS[reason])} · ${counts}`, entries };
      }),
    [scenario, world, t, label, format],
  );
  return (
    <>
      <Section title={t("plan.leftOut")}>
        {groups.length === 0 && (
          <p style={{ margin: 0, fontSize: 13 }}>{t("plan.nobodyLeftOut")}</p>
        )}
      </Section>
      {groups.length > 0 && (
        <div className={classes.lists}>
          <GroupedList
            groups={groups}
            label={t("plan.leftOut")}
            entryHeight={50}
            render={(entry) => <LeftOutRow entry={entry} world={world} />}
          />
        </div>
      )}
    </>
  );
}

function LeftOutRow({ entry, world }: { readonly entry: LeftOutEntry; readonly world: World }) {
  const { t } = useTranslation();
  const words = useRelaxationWords();
  const { select, zoomToSelection } = useActions();
  const compound = world.compounds[entry.compound];
  return (
    <div className={classes.leftOut}>
      <div style={{ minWidth: 0, overflowWrap: "anywhere" }}>
        {compound.name}
        {entry.relaxation && <div className={classes.relaxation}>{words(entry.relaxation)}</div>}
      </div>
      <Tooltip label={t("action.locate")}>
        <ActionIcon
          aria-label={`${t("action.locate")}: ${compound.name}`}
          onClick={() => {
            select({ kind: "compounds", indices: [entry.compound] });
            zoomToSelection();
          }}
        >
          <IconFocus2 size={17} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
