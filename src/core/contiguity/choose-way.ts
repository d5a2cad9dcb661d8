import type { ComponentStory, WayOut } from "./explain-component.ts";

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
