import { Button, Group } from "@mantine/core";
import { IconLink, IconRestore, IconUnlink } from "@tabler/icons-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import {
  classWord,
  explainPair,
  type PairByHand,
  readPairByHand,
  readPairScope,
} from "../../core/index.ts";
import { CardFrame } from "../detail/card-frame.tsx";
import type { DetailParts } from "../detail/detail-parts.ts";
import { type FigureRow, FigureRows } from "../figures/figure-rows.tsx";
import { Section } from "../figures/section.tsx";
import { useFormat } from "../format.ts";
import { useActions, useApp } from "../store-context.tsx";
import { nameOf, placesOf } from "./compound-names.ts";
import classes from "./links.module.css";
import { barrierWords, describePair, useSpeech, writeMetres } from "./pair-words.ts";
import { headline, noteOnLink, type ScopeParts } from "./scope-words.ts";

interface PairDetailProps extends DetailParts {
  readonly pair: readonly [number, number];
}

/** What lies between two compounds, and what a person may decide about it. */
export function PairDetail({ world, scenario, pair }: PairDetailProps) {
  const speech = useSpeech();
  const { t, language } = speech;
  const scope = useScope({ world, scenario, pair });
  const graph = useApp((state) => state.graph);
  const { gapM } = scenario.recipe.parameters;
  const story = useMemo(
    () => graph && explainPair(world, graph, { pair, gapM }),
    [world, graph, pair, gapM],
  );
  const measures = useMeasures(story);
  if (!story) return null;
  const ends = pair.map((i) => world.compounds[i]);
  const title = ends.map((end) => nameOf(end, t)).join(" — ");
  return (
    <CardFrame title={title} subtitle={`${headline(story, scope, t)} · ${placesOf(ends)}`}>
      <Section title={t("pair.place")}>
        <p className={classes.words}>{describePair(story, speech)}</p>
      </Section>
      <Section title={t("pair.byHand")}>
        <HandButtons world={world} scenario={scenario} pair={pair} />
      </Section>
      <Section title={t("pair.metres")}>
        <FigureRows rows={measures} />
      </Section>
      <Section title={t("pair.barriers")}>
        {story.barriers.length === 0 && <p className={classes.words}>{t("pair.noBarriers")}</p>}
        <FigureRows
          rows={story.barriers.map((one): FigureRow => {
            const { index, barrier, crossing } = one;
            const kind = (crossing && classWord(crossing.kind, language)) || t("pair.crossing");
            const passable = crossing ? ` · ${t("pair.passable", { crossing: kind })}` : "";
            const value = `${t(`pair.${barrier.barrierClass}`)}${passable}`;
            return { key: String(index), label: barrierWords(one, speech), value };
          })}
        />
      </Section>
      <Section title={t("pair.ends")}>
        <Ends world={world} pair={pair} />
      </Section>
    </CardFrame>
  );
}

function useMeasures(story: ReturnType<typeof explainPair> | null): FigureRow[] {
  const { t } = useTranslation();
  const format = useFormat();
  if (!story) return [];
  const lengths = [
    ["facingLength", story.facingM],
    ["wallLength", story.wallM],
  ] as const;
  // Beyond the gap nothing faces and no wall is shared: 0 would read as if that had been measured.
  const measures = [
    ["distance", story.gapM] as const,
    ...lengths.filter(([, metres]) => story.standing !== "apart" || metres > 0),
  ];
  return measures.map(([key, metres]) => ({
    key,
    label: t(`pair.${key}`),
    value: writeMetres(metres, format),
  }));
}

const ICONS = { linked: IconLink, cut: IconUnlink, rule: IconRestore };

function useScope({ world, scenario, pair }: PairDetailProps): ScopeParts {
  const { t } = useTranslation();
  const { parameters } = scenario.recipe;
  return {
    scope: readPairScope(world, parameters, pair),
    envelope: parameters.envelope,
    nameOf: (i) => nameOf(world.compounds[i], t),
  };
}

/** Says of a link by hand that the plan does not follow it; null when it does. */
function useHandNote(parts: PairDetailProps, now: PairByHand): string | null {
  const { t } = useTranslation();
  const { world, scenario, pair } = parts;
  const scope = useScope(parts);
  const graph = useApp((state) => state.graph);
  const { gapM, links } = scenario.recipe.parameters;
  const isSame = useMemo(() => {
    if (now !== "linked" || graph === null || links !== "gap") return false;
    const story = explainPair(world, graph, { pair, gapM });
    return story.gapM <= gapM && story.severing.length === 0;
  }, [now, graph, links, gapM, world, pair]);
  return now === "linked" ? noteOnLink(scope, isSame, t) : null;
}

/** Links, cuts, or gives the pair back to the rule; what stands already is not offered. */
export function HandButtons({ world, scenario, pair }: PairDetailProps) {
  const { t } = useTranslation();
  const { setPair } = useActions();
  const ids = [world.compounds[pair[0]].id, world.compounds[pair[1]].id] as const;
  const now = readPairByHand(scenario.recipe, ids);
  const note = useHandNote({ world, scenario, pair }, now);
  const offered = (["linked", "cut", "rule"] as const).filter((by) => by !== now);
  const label: Record<PairByHand, string> = {
    linked: t("pair.link_"),
    cut: t("pair.cut_"),
    rule: t("pair.rule_"),
  };
  return (
    <>
      <Group gap={8}>
        {offered.map((by) => {
          const Icon = ICONS[by];
          return (
            <Button
              key={by}
              variant="default"
              leftSection={<Icon size={16} />}
              onClick={() => setPair(pair, by)}
            >
              {label[by]}
            </Button>
          );
        })}
      </Group>
      {note && <p className={classes.words}>{note}</p>}
      <p className={classes.hint}>{t("pair.handHint")}</p>
    </>
  );
}

function Ends({ world, pair }: Pick<PairDetailProps, "world" | "pair">) {
  const { t } = useTranslation();
  const { select } = useActions();
  return (
    <Group gap={8}>
      {pair.map((i) => (
        <Button key={i} variant="light" onClick={() => select({ kind: "compounds", indices: [i] })}>
          {nameOf(world.compounds[i], t)}
        </Button>
      ))}
    </Group>
  );
}
