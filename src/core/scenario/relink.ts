import type { ContiguityGraph } from "../contiguity/graph.ts";
import { type GraphChange, updateGraph } from "../contiguity/update-graph.ts";
import type { World } from "../ingest/world.ts";
import { type DrawingChange, type Drawings, diffDrawings, drawOnWorld } from "./drawings.ts";
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

/** Parts of a recipe that decide who is linked, gap and kind of links apart. */
type Relinking = HandLinks & Drawings;

/** Whether two recipes make the same links of the same data. */
export function hasSameLinks(a: Recipe, b: Recipe): boolean {
  const text = ({ parameters: { gapM, links }, linksAdded, linksRemoved, ...rest }: Recipe) =>
    JSON.stringify([
      [gapM, links, linksAdded, linksRemoved],
      [rest.barriersDrawn, rest.barriersRemoved, rest.crossingsDrawn, rest.crossingsRemoved],
    ]);
  return text(a) === text(b);
}

/** A list without one of its entries, or with one of another list at its place there. */
function changeList<T>(
  list: readonly T[],
  { isAdded, at }: DrawingChange,
  after: readonly T[],
): readonly T[] {
  return isAdded
    ? [...list.slice(0, at), after[at], ...list.slice(at)]
    : [...list.slice(0, at), ...list.slice(at + 1)];
}

/** The graph after barriers and crossings came and went, one by one. */
function redraw({ world: before, recipe, graph }: Prepared, after: World): ContiguityGraph {
  const { gapM, links } = recipe.parameters;
  const { added, removed } = resolveLinks(before, recipe);
  let world = before;
  let next = graph;
  for (const change of diffDrawings(before, after)) {
    const { isAdded, at } = change;
    const was = world;
    world =
      change.kind === "barrier"
        ? { ...was, barriers: changeList(was.barriers, change, after.barriers) }
        : { ...was, crossings: changeList(was.crossings, change, after.crossings) };
    const told: GraphChange =
      change.kind === "crossing"
        ? { kind: "crossing", crossing: (isAdded ? world : was).crossings[at] }
        : isAdded
          ? { kind: "barrier-added", at }
          : { kind: "barrier-removed", at, barrier: was.barriers[at] };
    next = updateGraph(next, world, { gapM, links, added, removed, change: told });
  }
  return next;
}

/**
 * The graph after drawings and hand-made links and cuts changed, one by one; equal to the graph built
 * anew (SPEC C17). Names of nobody are ignored, as `prepare` does.
 * @param before data, recipe and graph before
 * @param after drawings, links and cuts after
 */
export function relink(before: Prepared, after: Relinking): ContiguityGraph {
  const { world } = drawOnWorld(before.read, after);
  return relinkByHand({ ...before, world, graph: redraw(before, world) }, after);
}

/** The graph after hand-made links and cuts changed, pair by pair. */
function relinkByHand({ world, recipe, graph }: Prepared, links: HandLinks): ContiguityGraph {
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
