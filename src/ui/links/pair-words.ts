import { useTranslation } from "react-i18next";
import {
  type BarrierOnTheWay,
  classWord,
  type Language,
  type PairStory,
} from "../../core/index.ts";
import { type Format, useFormat } from "../format.ts";
import { useApp } from "../store-context.tsx";

export type Translate = ReturnType<typeof useTranslation>["t"];

/** What words are made with. */
export interface Speech {
  readonly t: Translate;
  readonly format: Format;
  readonly language: Language;
}

/** Speech of the page's language. */
export function useSpeech(): Speech {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useApp((state) => state.language);
  return { t, format, language };
}

/** Boundaries this close share a wall, m. */
const WALL_GAP_M = 3;
/** A gap wider than a lane is not called one, m. */
const LANE_GAP_M = 15;
/** Metres from here on are written without decimals. */
const WHOLE_FROM_M = 100;

/** Metres between and along compounds: one decimal below 100 m. */
export function writeMetres(metres: number, format: Format): string {
  return `${format.number(metres, metres < WHOLE_FROM_M ? 1 : 0)} m`;
}

/** A barrier by its name, else its kind, and its class. */
export function barrierWords(
  { barrier }: Pick<BarrierOnTheWay, "barrier">,
  { t, language }: Pick<Speech, "t" | "language">,
): string {
  const name = barrier.name ?? t(`barrierKind.${barrier.kind}`);
  const kind = classWord(barrier.sourceClass, language) || t(`pair.${barrier.barrierClass}`);
  if (kind === name) return name;
  return language === "zh" ? `${name}（${kind}）` : `${name} (${kind})`;
}

function gapWords({ gapM, barriers }: PairStory, { t, format }: Speech): string[] {
  if (gapM === 0) return [t("pair.touching")];
  const gap = t("pair.gap", { metres: writeMetres(gapM, format) });
  if (gapM <= WALL_GAP_M) return [gap, t("pair.acrossWall")];
  const isLane = gapM <= LANE_GAP_M && barriers.length === 0;
  return isLane ? [gap, t("pair.acrossLane")] : [gap];
}

/**
 * What lies between two compounds in one line, e.g. "14 m apart · across a lane · 62 m facing ·
 * crosses 东兴路 (secondary)".
 */
export function describePair(story: PairStory, speech: Speech): string {
  const { barriers, facingM, wallM, needsCrossing, byHand, standing } = story;
  const { t, format } = speech;
  const words = gapWords(story, speech);
  if (wallM > 0) words.push(t("pair.wall", { metres: writeMetres(wallM, format) }));
  else if (facingM > 0) words.push(t("pair.facing", { metres: writeMetres(facingM, format) }));
  if (barriers.length > 0) {
    const names = barriers.map((one) => barrierWords(one, speech)).join(t("pair.and"));
    words.push(t("pair.crosses", { barriers: names }));
  }
  if (needsCrossing) words.push(t("pair.byCrossing"));
  if (byHand) words.push(t(standing === "cut" ? "pair.handCut" : "pair.handLinked"));
  return words.join(" · ");
}
