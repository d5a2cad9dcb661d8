import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { explainPair, type PairStory } from "../../core/index.ts";
import type { PairParts } from "../detail/detail-parts.ts";
import { type FigureRow, FigureRows } from "../figures/figure-rows.tsx";
import { Section } from "../figures/section.tsx";
import { useFormat } from "../format.ts";
import { useApp } from "../store-context.tsx";
import { HandChoice } from "./hand-choice.tsx";
import classes from "./links.module.css";
import { describePair, useSpeech, writeMetres } from "./pair-words.ts";
import { headline } from "./scope-words.ts";
import { useScope } from "./use-scope.ts";

/** What lies between two compounds; null while there is no graph. */
export function usePairStory({ world, scenario, pair: [a, b] }: PairParts): PairStory | null {
  const graph = useApp((state) => state.graph);
  const { gapM } = scenario.recipe.parameters;
  return useMemo(
    () => graph && explainPair(world, graph, { pair: [a, b], gapM }),
    [world, graph, a, b, gapM],
  );
}

interface PairFactsProps extends PairParts {
  readonly story: PairStory;
  /** the words are led by how the two stand, for cards that do not tell it otherwise */
  readonly withStanding?: boolean;
}

/** The pair in words, what a person decided about it, and its measures. */
export function PairFacts({ story, withStanding = false, ...parts }: PairFactsProps) {
  const speech = useSpeech();
  const { t } = speech;
  const scope = useScope(parts);
  const measures = useMeasures(story);
  return (
    <>
      <Section title={t("pair.place")}>
        {withStanding && <p className={classes.words}>{headline(story, scope, t)}</p>}
        <p className={classes.words}>{describePair(story, speech)}</p>
      </Section>
      <Section title={t("pair.byHand")}>
        <HandChoice story={story} {...parts} />
      </Section>
      <Section title={t("pair.metres")}>
        <FigureRows rows={measures} />
      </Section>
    </>
  );
}

function useMeasures(story: PairStory): FigureRow[] {
  const { t } = useTranslation();
  const format = useFormat();
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
