import type { ComponentStory, WayOut } from "./explain-component.ts";

/** The way out that a component's reason stands for; null when it stands alone whatever one does. */
export function chooseWay({
  reason,
  byHand,
  crossing,
  envelope,
  gap,
  both,
}: Omit<ComponentStory, "component">): WayOut | null {
  const ways = { hand: byHand, crossing, envelope, gap, "gap-and-crossing": both, alone: null };
  return ways[reason];
}
