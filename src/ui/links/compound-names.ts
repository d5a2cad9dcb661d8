import type { Compound } from "../../core/index.ts";
import type { Translate } from "./pair-words.ts";

/** A compound's name; its id, marked as such, where it has none. */
export function nameOf({ id, name }: Pick<Compound, "id" | "name">, t: Translate): string {
  return name === id ? t("links.unnamed", { id }) : name;
}

/** What tells a compound from others of its name: its 社区, else its id. */
export function placeOf({
  id,
  community,
  communityName,
}: Pick<Compound, "id" | "community" | "communityName">): string {
  return communityName ?? community ?? id;
}

/** Places of two compounds, once when they are one. */
export function placesOf(pair: readonly Compound[]): string {
  return [...new Set(pair.map(placeOf))].join(" — ");
}
