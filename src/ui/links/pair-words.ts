import { useTranslation } from "react-i18next";
import type { BarrierOnTheWay, PairStory } from "../../core/index.ts";
import { type Format, useFormat } from "../format.ts";

type Translate = ReturnType<typeof useTranslation>["t"];

/** Boundaries this close share a wall, m. */
const WALL_GAP_M = 3;

/** A barrier by name and class, as its file gives them. */
export function barrierWords({ barrier }: Pick<BarrierOnTheWay, "barrier">, t: Translate): string {
  const name = barrier.name ?? t(`barrierKind.${barrier.kind}`);
  const kind = barrier.sourceClass || t(`pair.${barrier.barrierClass}`);
  return t("pair.barrier", { name, kind });
}

function gapWords({ gapM, barriers }: PairStory, t: Translate, format: Format): string[] {
  if (gapM === 0) return [t("pair.touching")];
  const gap = t("pair.gap", { metres: `${format.number(gapM, gapM < 10 ? 1 : 0)} m` });
  if (gapM <= WALL_GAP_M) return [gap, t("pair.acrossWall")];
  return barriers.length === 0 ? [gap, t("pair.acrossLane")] : [gap];
}

/**
 * What lies between two compounds in one line, e.g. "14 m apart · across a lane · 62 m facing ·
 * crosses 东兴路 (secondary)".
 */
export function describePair(story: PairStory, t: Translate, format: Format): string {
  const { barriers, facingM, wallM, needsCrossing, byHand, standing } = story;
  const words = gapWords(story, t, format);
  if (wallM > 0) words.push(t("pair.wall", { metres: format.metres(wallM) }));
  else if (facingM > 0) words.push(t("pair.facing", { metres: format.metres(facingM) }));
  if (barriers.length > 0) {
    const names = barriers.map((one) => barrierWords(one, t)).join(t("pair.and"));
    words.push(t("pair.crosses", { barriers: names }));
  }
  if (needsCrossing) words.push(t("pair.byCrossing"));
  if (byHand) words.push(t(standing === "cut" ? "pair.handCut" : "pair.handLinked"));
  return words.join(" · ");
}

/** {@link describePair} in the page's language. */
export function usePairWords(): (story: PairStory) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (story) => describePair(story, t, format);
}
