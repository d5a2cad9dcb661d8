import { Button, Group } from "@mantine/core";
import { IconLink, IconRestore, IconUnlink } from "@tabler/icons-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { explainPair, type PairByHand, readPairByHand } from "../../core/index.ts";
import { CardFrame } from "../detail/card-frame.tsx";
import type { DetailParts } from "../detail/detail-parts.ts";
import { type FigureRow, FigureRows } from "../figures/figure-rows.tsx";
import { Section } from "../figures/section.tsx";
import { useFormat } from "../format.ts";
import { useActions, useApp } from "../store-context.tsx";
import classes from "./links.module.css";
import { barrierWords, usePairWords } from "./pair-words.ts";

interface PairDetailProps extends DetailParts {
  readonly pair: readonly [number, number];
}

/** What lies between two compounds, and what a person may decide about it. */
export function PairDetail({ world, scenario, pair }: PairDetailProps) {
  const { t } = useTranslation();
  const words = usePairWords();
  const graph = useApp((state) => state.graph);
  const { gapM } = scenario.recipe.parameters;
  const story = useMemo(
    () => graph && explainPair(world, graph, { pair, gapM }),
    [world, graph, pair, gapM],
  );
  const measures = useMeasures(story);
  if (!story) return null;
  const names = pair.map((i) => world.compounds[i].name);
  return (
    <CardFrame title={names.join(" — ")} subtitle={t(`pair.${story.standing}`)}>
      <Section title={t("pair.place")}>
        <p className={classes.words}>{words(story)}</p>
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
            const kind = crossing?.kind || t("pair.crossing");
            const passable = crossing ? ` · ${t("pair.passable", { crossing: kind })}` : "";
            const value = `${t(`pair.${barrier.barrierClass}`)}${passable}`;
            return { key: String(index), label: barrierWords(one, t), value };
          })}
        />
      </Section>
      <Section title={t("detail.each")}>
        <Ends world={world} pair={pair} />
      </Section>
    </CardFrame>
  );
}

function useMeasures(story: ReturnType<typeof explainPair> | null): FigureRow[] {
  const { t } = useTranslation();
  const format = useFormat();
  if (!story) return [];
  const measures = [
    ["distance", story.gapM],
    ["facingLength", story.facingM],
    ["wallLength", story.wallM],
  ] as const;
  return measures.map(([key, metres]) => ({
    key,
    label: t(`pair.${key}`),
    value: `${format.number(metres, 1)} m`,
  }));
}

const ICONS = { linked: IconLink, cut: IconUnlink, rule: IconRestore };

/** Links, cuts, or gives the pair back to the rule; what stands already is not offered. */
export function HandButtons({ world, scenario, pair }: PairDetailProps) {
  const { t } = useTranslation();
  const { setPair } = useActions();
  const ids = [world.compounds[pair[0]].id, world.compounds[pair[1]].id] as const;
  const now = readPairByHand(scenario.recipe, ids);
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
      <p className={classes.hint}>{t("pair.handHint")}</p>
    </>
  );
}

function Ends({ world, pair }: Pick<PairDetailProps, "world" | "pair">) {
  const { select } = useActions();
  return (
    <Group gap={8}>
      {pair.map((i) => (
        <Button key={i} variant="light" onClick={() => select({ kind: "compounds", indices: [i] })}>
          {world.compounds[i].name}
        </Button>
      ))}
    </Group>
  );
}
