import { ActionIcon, Tooltip, UnstyledButton } from "@mantine/core";
import { IconRestore, IconTrash } from "@tabler/icons-react";
import { useMemo, useRef } from "react";
import type { World } from "../../core/index.ts";
import { useEditWords } from "../edit/edit-words.ts";
import { Section } from "../figures/section.tsx";
import { useActions, useApp, useScenario } from "../store-context.tsx";
import classes from "./links.module.css";
import { type DrawingRow, listDrawings } from "./list-drawings.ts";
import { barrierWords, useSpeech } from "./pair-words.ts";

/** Barriers and crossings drawn and taken out by hand; each can be shown, and taken back. */
export function DrawingList({ scene }: { readonly scene: World }) {
  const { t } = useEditWords();
  const world = useApp((state) => state.world);
  const scenario = useScenario();
  const list = useRef<HTMLDivElement>(null);
  const rows = useMemo(
    () => (world && scenario ? listDrawings(world, scene, scenario.recipe) : []),
    [world, scene, scenario],
  );
  return (
    <Section title={t("drawing.title")}>
      <div ref={list} tabIndex={-1}>
        {rows.length === 0 && <p className={classes.words}>{t("drawing.none")}</p>}
        {rows.map((row) => (
          <Row
            key={`${row.kind}/${row.isDrawn}/${row.id}`}
            row={row}
            onGone={() => list.current?.focus()}
          />
        ))}
      </div>
    </Section>
  );
}

function useRowName({ barrier, lengthM }: DrawingRow): string {
  const { t } = useEditWords();
  const speech = useSpeech();
  if (!barrier) return t("drawing.crossing");
  const name = barrierWords({ barrier }, speech);
  return t("drawing.length", { name, metres: speech.format.int(lengthM) });
}

interface RowProps {
  readonly row: DrawingRow;
  /** the row is about to go: the focus needs another place */
  onGone(): void;
}

function Row({ row, onGone }: RowProps) {
  const { t } = useEditWords();
  const { zoomTo, takeOutObstacle, putBackObstacle } = useActions();
  const name = useRowName(row);
  const { kind, id, isDrawn, bounds } = row;
  const back = t(isDrawn ? "drawing.remove" : "drawing.restore", { name });
  return (
    <div className={classes.hand}>
      <UnstyledButton
        className={classes.handName}
        aria-label={t("drawing.zoom", { name })}
        onClick={() => zoomTo(bounds)}
      >
        {name}
        <span className={classes.facts}>{t(isDrawn ? "drawing.drawn" : "drawing.takenOut")}</span>
      </UnstyledButton>
      <Tooltip label={back}>
        <ActionIcon
          aria-label={back}
          onClick={() => {
            onGone();
            if (isDrawn) takeOutObstacle(kind, id);
            else putBackObstacle(kind, id);
          }}
        >
          {isDrawn ? <IconTrash size={16} /> : <IconRestore size={16} />}
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
