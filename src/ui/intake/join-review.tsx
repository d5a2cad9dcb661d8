import { ActionIcon, Text, Tooltip } from "@mantine/core";
import { IconFocus2 } from "@tabler/icons-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { FileReading, LedgerReading, RowReading, World } from "../../core/index.ts";
import { useFormat } from "../format.ts";
import { GroupedList } from "../lists/grouped-list.tsx";
import { useActions } from "../store-context.tsx";
import { ApplyBar } from "./apply-bar.tsx";
import { BulkJoins } from "./bulk-joins.tsx";
import { useDraft } from "./draft.ts";
import classes from "./intake.module.css";
import { useIntakeWords } from "./intake-words.ts";
import { JoinCard } from "./join-card.tsx";
import { groupRows, type JoinDraft, type JoinGroups, mergeJoins } from "./join-rows.ts";
import { boxOfCompound } from "./place.ts";

interface JoinReviewProps {
  readonly world: World;
  readonly ledger: LedgerReading;
  readonly decided: FileReading;
}

const NO_DRAFT: JoinDraft = {};
const ORDER = ["doubtful", "ambiguous", "unmatched", "missing", "refused", "joined"] as const;

/** A row, or a compound that no row is about. */
type Entry = RowReading | number;

function listGroups(groups: JoinGroups, t: ReturnType<typeof useIntakeWords>) {
  return ORDER.map((key) => ({
    key,
    heading: t(`join.${key}`, { n: groups[key].length }),
    entries: groups[key] as readonly Entry[],
  })).filter(({ entries }) => entries.length > 0);
}

/** Ledger rows beside compounds: what is joined, what waits for a person, what stands alone. */
export function JoinReview({ world, ledger, decided }: JoinReviewProps) {
  const t = useIntakeWords();
  const format = useFormat();
  const { decideReading } = useActions();
  const [draft, setDraft] = useDraft(world, `joins/${ledger.source}`, NO_DRAFT);
  const groups = useMemo(() => groupRows(ledger, world), [ledger, world]);
  const listed = useMemo(() => listGroups(groups, t), [groups, t]);
  const names = useMemo(
    () =>
      world.compounds.map(({ id, name, communityName }) => ({
        value: id,
        label: [name, communityName, id].filter((part) => part !== null).join(" · "),
      })),
    [world],
  );
  const indexOf = useMemo(() => new Map(world.compounds.map(({ id }, i) => [id, i])), [world]);
  const choiceOf = (key: string): string | undefined => {
    if (Object.hasOwn(draft, key)) return draft[key] ?? undefined;
    return Object.hasOwn(decided.joins, key) ? decided.joins[key] : undefined;
  };
  const choose = (key: string, choice: string | null) => {
    const { [key]: _, ...rest } = draft;
    const before = Object.hasOwn(decided.joins, key) ? decided.joins[key] : null;
    setDraft(choice === before ? rest : { ...rest, [key]: choice });
  };
  if (ledger.rows.length === 0) return <Text p="md">{t("join.nothing")}</Text>;
  return (
    <>
      <div className={classes.summary}>
        <p>
          {t("join.summary", {
            joined: format.int(groups.joined.length),
            doubtful: format.int(groups.doubtful.length + groups.ambiguous.length),
            unmatched: format.int(groups.unmatched.length),
            missing: format.int(groups.missing.length),
          })}
        </p>
        <p className={classes.facts}>{t("join.certain")}</p>
        <BulkJoins ledger={ledger} decided={decided} draft={draft} onDraft={setDraft} />
      </div>
      <GroupedList
        groups={listed}
        label={t("join.list")}
        entryHeight={60}
        render={(entry) =>
          typeof entry === "number" ? (
            <MissingCompound world={world} index={entry} />
          ) : (
            <JoinCard
              row={entry}
              world={world}
              indexOf={indexOf}
              names={names}
              choice={choiceOf(entry.key)}
              onChoose={(choice) => choose(entry.key, choice)}
            />
          )
        }
      />
      <ApplyBar
        count={Object.keys(draft).length}
        onApply={() =>
          void decideReading(ledger.source, { joins: mergeJoins(decided.joins, draft) })
        }
        onDrop={() => setDraft(NO_DRAFT)}
      />
    </>
  );
}

function MissingCompound({ world, index }: { readonly world: World; readonly index: number }) {
  const { t } = useTranslation();
  const { zoomTo } = useActions();
  const { name, communityName, id } = world.compounds[index];
  return (
    <div className={classes.entry}>
      <div>
        {name}
        <div className={classes.facts}>
          {[communityName, name === id ? null : id].filter((part) => part !== null).join(" · ")}
        </div>
      </div>
      <Tooltip label={t("action.locate")}>
        <ActionIcon
          aria-label={`${t("action.locate")}: ${name}`}
          onClick={() => zoomTo(boxOfCompound(world, index))}
        >
          <IconFocus2 size={17} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
