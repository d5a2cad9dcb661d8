import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { CardFrame } from "../detail/card-frame.tsx";
import type { PairParts } from "../detail/detail-parts.ts";
import { type FigureRow, FigureRows } from "../figures/figure-rows.tsx";
import { Section } from "../figures/section.tsx";
import { useActions } from "../store-context.tsx";
import classes from "./links.module.css";
import { PairFacts, usePairStory } from "./pair-parts.tsx";
import { barrierWords } from "./pair-words.ts";

/** What lies between two compounds, and what a person may decide about it. */
export function PairDetail(parts: PairParts) {
  const { world, pair } = parts;
  const { t } = useTranslation();
  const story = usePairStory(parts);
  if (!story) return null;
  const names = pair.map((i) => world.compounds[i].name);
  return (
    <CardFrame title={names.join(" — ")} subtitle={t(`pair.${story.standing}`)}>
      <PairFacts story={story} {...parts} />
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

function Ends({ world, pair }: Pick<PairParts, "world" | "pair">) {
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
