import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { classWord } from "../../core/index.ts";
import { CardFrame } from "../detail/card-frame.tsx";
import type { PairParts } from "../detail/detail-parts.ts";
import { type FigureRow, FigureRows } from "../figures/figure-rows.tsx";
import { Section } from "../figures/section.tsx";
import { useActions } from "../store-context.tsx";
import { nameOf, placesOf } from "./compound-names.ts";
import classes from "./links.module.css";
import { PairFacts, usePairStory } from "./pair-parts.tsx";
import { barrierWords, useSpeech } from "./pair-words.ts";
import { headline } from "./scope-words.ts";
import { useScope } from "./use-scope.ts";

/** What lies between two compounds, and what a person may decide about it. */
export function PairDetail(parts: PairParts) {
  const { world, pair } = parts;
  const speech = useSpeech();
  const { t, language } = speech;
  const scope = useScope(parts);
  const story = usePairStory(parts);
  if (!story) return null;
  const ends = pair.map((i) => world.compounds[i]);
  const title = ends.map((end) => nameOf(end, t)).join(" — ");
  return (
    <CardFrame title={title} subtitle={`${headline(story, scope, t)} · ${placesOf(ends)}`}>
      <PairFacts story={story} {...parts} />
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

function Ends({ world, pair }: Pick<PairParts, "world" | "pair">) {
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
