import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type PairStory, readPairByHand } from "../../core/index.ts";
import type { PairParts } from "../detail/detail-parts.ts";
import { useActions } from "../store-context.tsx";
import classes from "./links.module.css";
import { noteOnLink } from "./scope-words.ts";
import { useScope } from "./use-scope.ts";

const CHOICES = [
  { by: "rule", label: "pair.byRule" },
  { by: "linked", label: "pair.link_" },
  { by: "cut", label: "pair.cut_" },
] as const;

/** Links, cuts, or leaves the pair to the rule; all are always there, so that the focus stays. */
export function HandChoice({ story, ...parts }: PairParts & { readonly story: PairStory }) {
  const { world, scenario, pair } = parts;
  const { t } = useTranslation();
  const { setPair } = useActions();
  const ids = [world.compounds[pair[0]].id, world.compounds[pair[1]].id] as const;
  const now = readPairByHand(scenario.recipe, ids);
  const scope = useScope(parts);
  const { gapM, links } = scenario.recipe.parameters;
  const isByRule = links === "gap" && story.gapM <= gapM && story.severing.length === 0;
  const note = now === "linked" ? noteOnLink(scope, isByRule, t) : null;
  return (
    <>
      <Button.Group aria-label={t("pair.byHand")}>
        {CHOICES.map(({ by, label }) => (
          <Button
            key={by}
            px={6}
            flex={1}
            variant={by === now ? "filled" : "default"}
            aria-pressed={by === now}
            onClick={() => setPair(pair, by)}
          >
            {t(label)}
          </Button>
        ))}
      </Button.Group>
      {note && <p className={classes.words}>{note}</p>}
      <p className={classes.hint}>{t("pair.handHint")}</p>
    </>
  );
}
