import { ActionIcon, Radio, Select, Tooltip } from "@mantine/core";
import { IconFocus2, IconPencil } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { JoinCandidate, RowReading, World } from "../../core/index.ts";
import { useFormat } from "../format.ts";
import { useActions } from "../store-context.tsx";
import classes from "./intake.module.css";
import { useIntakeWords } from "./intake-words.ts";
import { boxOfCompound, metresTo } from "./place.ts";

const NONE = "none";
const OTHER = "other";
const UNDECIDED = "undecided";
/** Before an id, so that no id is one of the words above. */
const MARK = "=";

interface JoinCardProps {
  readonly row: RowReading;
  readonly world: World;
  /** positions of compounds by id */
  readonly indexOf: ReadonlyMap<string, number>;
  /** names to choose from */
  readonly names: readonly { readonly value: string; readonly label: string }[];
  /** decided or about to be: compound id, `""` for none; undefined: not */
  readonly choice: string | undefined;
  onChoose(choice: string | null): void;
}

/** A ledger row with the compounds it may be about, to be decided. */
export function JoinCard({ row, world, indexOf, names, choice, onChoose }: JoinCardProps) {
  const t = useIntakeWords();
  const isSettled = row.state === "joined" || row.state === "refused";
  const [isOpen, setOpen] = useState(!isSettled);
  const hasChoice = names.length > 0;
  const title = row.name ?? row.id ?? t("join.unnamed");
  const place =
    row.sheet === ""
      ? t("join.row", { row: row.number })
      : t("join.rowOf", { sheet: row.sheet, row: row.number });
  return (
    <div className={classes.entry}>
      <div>
        <strong>{title}</strong> <span className={classes.facts}>{place}</span>
        {row.compoundId !== null && row.by !== null && (
          <div className={classes.facts}>
            {t("join.joinedTo", {
              name: nameOf(world, indexOf, row.compoundId),
              reason: t(`joinedBy.${row.by}`),
            })}
          </div>
        )}
      </div>
      {isSettled && hasChoice && (
        <ActionIcon
          aria-label={t("join.change", { name: title })}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <IconPencil size={16} />
        </ActionIcon>
      )}
      {isOpen && hasChoice && (
        <Choices
          row={row}
          world={world}
          indexOf={indexOf}
          names={names}
          choice={choice}
          onChoose={onChoose}
        />
      )}
    </div>
  );
}

function nameOf(world: World, indexOf: ReadonlyMap<string, number>, id: string): string {
  const index = indexOf.get(id);
  return index === undefined ? id : world.compounds[index].name;
}

function radioOf(choice: string | undefined, row: RowReading): string {
  if (choice === undefined) return UNDECIDED;
  if (choice === "") return NONE;
  const isCandidate = row.candidates.some(({ compoundId }) => compoundId === choice);
  return isCandidate ? `${MARK}${choice}` : OTHER;
}

function Choices({ row, world, indexOf, names, choice, onChoose }: JoinCardProps) {
  const t = useIntakeWords();
  const [isOther, setOther] = useState(false);
  const value = isOther ? OTHER : radioOf(choice, row);
  const title = row.name ?? row.id ?? t("join.unnamed");
  return (
    <Radio.Group
      className={classes.wide}
      label={`${title}: ${t("join.choose")}`}
      labelProps={{ className: classes.hidden }}
      value={value}
      onChange={(next) => {
        setOther(next === OTHER);
        if (next === UNDECIDED) onChoose(null);
        else if (next === NONE) onChoose("");
        else if (next.startsWith(MARK)) onChoose(next.slice(MARK.length));
      }}
    >
      <div className={classes.choices}>
        {row.candidates.map((candidate) => (
          <CandidateChoice
            key={candidate.compoundId}
            candidate={candidate}
            row={row}
            world={world}
            index={indexOf.get(candidate.compoundId)}
          />
        ))}
        <Radio value={NONE} label={t("join.none")} />
        <Radio value={OTHER} label={t("join.other")} />
        {value === OTHER && (
          <Select
            aria-label={`${title}: ${t("join.other")}`}
            placeholder={t("join.otherPick")}
            searchable
            limit={50}
            data={names}
            value={choice || null}
            onChange={(id) => {
              setOther(false);
              onChoose(id);
            }}
          />
        )}
        <Radio value={UNDECIDED} label={t("join.undecided")} />
      </div>
    </Radio.Group>
  );
}

interface CandidateChoiceProps {
  readonly candidate: JoinCandidate;
  readonly row: RowReading;
  readonly world: World;
  readonly index: number | undefined;
}

function CandidateChoice({ candidate, row, world, index }: CandidateChoiceProps) {
  const { t: page } = useTranslation();
  const t = useIntakeWords();
  const format = useFormat();
  const { zoomTo } = useActions();
  const { compoundId, by, score } = candidate;
  if (index === undefined) return null;
  const { name, communityName } = world.compounds[index];
  const facts = [
    ...(communityName === null ? [] : [communityName]),
    t(`joinedBy.${by}`),
    t("join.likeness", { percent: format.percent(score, 0) }),
    ...(row.at === null || by === "location"
      ? []
      : [t("join.away", { metres: format.metres(metresTo(world, index, row.at)) })]),
  ];
  return (
    <div className={classes.choice}>
      <Radio
        value={`${MARK}${compoundId}`}
        label={name === compoundId ? name : `${name} · ${compoundId}`}
        description={facts.join(" · ")}
      />
      <Tooltip label={page("action.locate")}>
        <ActionIcon
          aria-label={`${page("action.locate")}: ${name}`}
          onClick={() => zoomTo(boxOfCompound(world, index))}
        >
          <IconFocus2 size={17} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
