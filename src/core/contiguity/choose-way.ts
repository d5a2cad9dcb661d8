import { TOUCH_M } from "../geometry/segment-distance.ts";
import type { ComponentStory, CutOffReason, WayOut } from "./explain-component.ts";

/** The way out a component's reason stands for; null when it stands alone whatever one does. */
export function chooseWay({
  byHand,
  crossing,
  envelope,
  gap,
  both,
}: Omit<ComponentStory, "component" | "reason">): WayOut | null {
  return byHand ?? crossing ?? envelope ?? gap ?? both;
}

/** The gap to set so that a way out beyond it links, m: rounded up, one decimal. */
export function neededGapM({ gapM }: Pick<WayOut, "gapM">): number {
  return Math.ceil((gapM - TOUCH_M) * 10) / 10;
}

/** Metres of a way as they are shown: one decimal below 100 m; a gap to be set is rounded up. */
export function shownGapM(reason: CutOffReason, way: Pick<WayOut, "gapM">): number {
  if (reason === "gap" || reason === "gap-and-crossing") return neededGapM(way);
  return way.gapM < 100 ? Math.round(way.gapM * 10) / 10 : Math.round(way.gapM);
}
