import type { ContiguityGraph } from "../contiguity/graph.ts";
import { updateGraph } from "../contiguity/update-graph.ts";
import type { Prepared } from "./prepare.ts";
import type { LinkPair, Recipe } from "./recipe.ts";
import { resolveLinks } from "./resolve-links.ts";

/** Links and cuts a person made, by compound ids. */
export type HandLinks = Pick<Recipe, "linksAdded" | "linksRemoved">;

/** What a person says of a pair; `rule`: nothing, gap and barriers decide. */
export type PairByHand = "linked" | "cut" | "rule";

const isPair = ([p, q]: LinkPair, [a, b]: LinkPair) => (p === a && q === b) || (p === b && q === a);

/** What the recipe says of a pair of compound ids. */
export function readPairByHand(links: HandLinks, pair: LinkPair): PairByHand {
  if (links.linksRemoved.some((one) => isPair(one, pair))) return "cut";
  return links.linksAdded.some((one) => isPair(one, pair)) ? "linked" : "rule";
}

/** The hand-made links and cuts after a person said `by` of a pair of compound ids. */
export function setPairByHand(links: HandLinks, pair: LinkPair, by: PairByHand): HandLinks {
  const without = (list: readonly LinkPair[]) => list.filter((one) => !isPair(one, pair));
  const linksAdded = without(links.linksAdded);
  const linksRemoved = without(links.linksRemoved);
  if (by === "linked") return { linksAdded: [...linksAdded, pair], linksRemoved };
  if (by === "cut") return { linksAdded, linksRemoved: [...linksRemoved, pair] };
  return { linksAdded, linksRemoved };
}

/**
 * The graph after hand-made links and cuts changed, pair by pair; equal to the graph built anew
 * (SPEC C17). Links that name nobody are ignored, as `prepare` does.
 * @param prepared world, recipe and graph before
 * @param links the hand-made links and cuts after
 */
export function relink({ world, recipe, graph }: Prepared, links: HandLinks): ContiguityGraph {
  const { gapM, links: kind } = recipe.parameters;
  const before = resolveLinks(world, recipe);
  const after = resolveLinks(world, links);
  const keyOf = ([i, j]: readonly [number, number]) =>
    Math.min(i, j) * graph.count + Math.max(i, j);
  const standing = ({ added, removed }: typeof before) =>
    new Map([
      ...added.map((pair) => [keyOf(pair), "linked"] as const),
      ...removed.map((pair) => [keyOf(pair), "cut"] as const),
    ]);
  const was = standing(before);
  const is = standing(after);
  const changed = new Set(
    [...was.keys(), ...is.keys()].filter((key) => was.get(key) !== is.get(key)),
  );
  const options = { gapM, links: kind, added: after.added, removed: after.removed };
  let next = graph;
  for (const key of changed) {
    const pair = [Math.floor(key / graph.count), key % graph.count] as const;
    next = updateGraph(next, world, { ...options, change: { kind: "hand", pair } });
  }
  return next;
}
