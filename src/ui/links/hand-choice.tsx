import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { readPairByHand } from "../../core/index.ts";
import type { PairParts } from "../detail/detail-parts.ts";
import { useActions } from "../store-context.tsx";
import classes from "./links.module.css";

const CHOICES = [
  { by: "rule", label: "pair.byRule" },
  { by: "linked", label: "pair.link_" },
  { by: "cut", label: "pair.cut_" },
] as const;

/** Links, cuts, or leaves the pair to the rule; all are always there, so that the focus stays. */
export function HandChoice({ world, scenario, pair }: PairParts) {
  const { t } = useTranslation();
  const { setPair } = useActions();
  const ids = [world.compounds[pair[0]].id, world.compounds[pair[1]].id] as const;
  const now = readPairByHand(scenario.recipe, ids);
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
      <p className={classes.hint}>{t("pair.handHint")}</p>
    </>
  );
}
