import type { PolygonSet } from "../geometry/polygon-set.ts";
import { TOUCH_M } from "../geometry/segment-distance.ts";
import type { Barrier, Crossing, World } from "../ingest/world.ts";
import { type Box, CROSSING_REACH_M } from "./barrier-index.ts";
import { toRows } from "./build-graph.ts";
import type { ContiguityGraph, ContiguityOptions, CutTable, LinkTable } from "./graph.ts";
import { readHandPairs } from "./hand-pairs.ts";
import { createPairJudge } from "./pair-judge.ts";
import { findSharedBoundaries } from "./shared-boundaries.ts";
import { findRow, planSplice, spliceCuts, spliceLinks } from "./splice-tables.ts";
import { createCutCollector, createLinkCollector } from "./tables.ts";

/** What changed between the graph's world and options and the new ones. */
export type GraphChange =
  /** a barrier was put in; `at` is its index in the new world */
  | { readonly kind: "barrier-added"; readonly at: number }
  /** a barrier was taken out; `at` was its index in the old world */
  | { readonly kind: "barrier-removed"; readonly at: number; readonly barrier: Barrier }
  /** a crossing was put in or taken out */
  | { readonly kind: "crossing"; readonly crossing: Crossing }
  /** a pair was linked or cut by hand, or no longer is */
  | { readonly kind: "hand"; readonly pair: readonly [number, number] };

/** Bounds of what can be near enough to matter: nothing outside it is touched by the change. */
function boundChange(world: World, change: Exclude<GraphChange, { kind: "hand" }>): Box {
  if (change.kind === "crossing") {
    const { x, y } = change.crossing;
    const reach = CROSSING_REACH_M + 2 * TOUCH_M;
    return [x - reach, y - reach, x + reach, y + reach];
  }
  const barrier = change.kind === "barrier-added" ? world.barriers[change.at] : change.barrier;
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const path of barrier.paths) {
    for (let i = 0; i < path.length; i += 2) {
      box[0] = Math.min(box[0], path[i] - 2 * TOUCH_M);
      box[1] = Math.min(box[1], path[i + 1] - 2 * TOUCH_M);
      box[2] = Math.max(box[2], path[i] + 2 * TOUCH_M);
      box[3] = Math.max(box[3], path[i + 1] + 2 * TOUCH_M);
    }
  }
  return box;
}

/** True when the connection of a row comes into the box. */
function reaches(connection: Float64Array, row: number, box: Box): boolean {
  const x1 = connection[4 * row];
  const y1 = connection[4 * row + 1];
  const x2 = connection[4 * row + 2];
  const y2 = connection[4 * row + 3];
  return !(
    Math.min(x1, x2) > box[2] ||
    Math.max(x1, x2) < box[0] ||
    Math.min(y1, y2) > box[3] ||
    Math.max(y1, y2) < box[1]
  );
}

/** Index in the new world of a barrier of the old one. */
function createRenumbering(change: GraphChange): (barrier: number) => number {
  if (change.kind === "barrier-added") return (b) => (b >= change.at ? b + 1 : b);
  if (change.kind === "barrier-removed") return (b) => (b > change.at ? b - 1 : b);
  return (b) => b;
}

/** The rows that must be judged again, ascending. */
function findTouched(table: CutTable | LinkTable, world: World, change: GraphChange): number[] {
  if (change.kind === "hand") {
    const [low, high] = [Math.min(...change.pair), Math.max(...change.pair)];
    const row = findRow(table, low, high);
    return row < table.count && table.a[row] === low && table.b[row] === high ? [row] : [];
  }
  const box = boundChange(world, change);
  const rows: number[] = [];
  for (let row = 0; row < table.count; row++) {
    if (reaches(table.connection, row, box)) rows.push(row);
  }
  return rows;
}

/** Bounds of all compounds of the pairs, and `marginM` more. */
function boundPairs(
  { bounds }: PolygonSet,
  pairs: readonly (readonly [number, number])[],
  marginM: number,
): Box {
  let box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const unit of pairs.flat()) {
    const [minX, minY, maxX, maxY] = bounds.subarray(4 * unit, 4 * unit + 4);
    box = [
      Math.min(box[0], minX - marginM),
      Math.min(box[1], minY - marginM),
      Math.max(box[2], maxX + marginM),
      Math.max(box[3], maxY + marginM),
    ];
  }
  return box;
}

function samePairs(one: LinkTable, other: LinkTable): boolean {
  if (one.count !== other.count) return false;
  for (let l = 0; l < one.count; l++) {
    if (one.a[l] !== other.a[l] || one.b[l] !== other.b[l]) return false;
  }
  return true;
}

/** Judges the pairs in the new world, looking at no more of it than surrounds them. */
function judgePairs(
  world: World,
  options: ContiguityOptions,
  pairs: readonly (readonly [number, number])[],
): { links: LinkTable; cuts: CutTable } {
  const links = createLinkCollector();
  const cuts = createCutCollector();
  if (pairs.length === 0) return { links: links.finish(0), cuts: cuts.finish(0) };
  const window = boundPairs(world.shapes, pairs, options.gapM + 2 * CROSSING_REACH_M);
  const shared =
    options.links === "gap" ? null : findSharedBoundaries(world.compounds, options.links);
  const judge = createPairJudge(world, options, { links, cuts, shared, window });
  for (const [a, b] of pairs) judge.judgeAlone(a, b);
  const count = world.compounds.length;
  return { links: links.finish(count), cuts: cuts.finish(count) };
}

/**
 * The graph after one change, equal to {@link buildGraph} of the new world and options byte for
 * byte; only the pairs whose connection the change can touch are judged again, the rest is copied
 * in blocks. Shares no memory with the graph it is given.
 * @param world the new world: the same compounds, barriers and crossings after the change
 * @param options the new options: the same gap and kind of links, pairs by hand after the change
 * @throws if the worlds differ in their number of compounds, or a pair names no two compounds
 */
export function updateGraph(
  graph: ContiguityGraph,
  world: World,
  options: ContiguityOptions & { readonly change: GraphChange },
): ContiguityGraph {
  const { change } = options;
  const count = world.compounds.length;
  if (graph.count !== count)
    throw new Error(`graph of ${graph.count}, world of ${count} compounds`);
  const oldLinks = findTouched(graph.links, world, change);
  const oldCuts = findTouched(graph.cuts, world, change);
  const touched = [
    ...oldLinks.map((l): [number, number] => [graph.links.a[l], graph.links.b[l]]),
    ...oldCuts.map((c): [number, number] => [graph.cuts.a[c], graph.cuts.b[c]]),
  ];
  const pairs = change.kind === "hand" ? readHandPairs([change.pair], count).all() : touched;
  const fresh = judgePairs(world, options, pairs);
  const renumber = createRenumbering(change);
  const links = spliceLinks(graph.links, fresh.links, {
    pieces: planSplice(graph.links, oldLinks, fresh.links),
    renumber,
  });
  const cuts = spliceCuts(graph.cuts, fresh.cuts, {
    pieces: planSplice(graph.cuts, oldCuts, fresh.cuts),
    renumber,
  });
  const rows = samePairs(graph.links, links)
    ? {
        offset: graph.offset.slice(),
        neighbor: graph.neighbor.slice(),
        linkOf: graph.linkOf.slice(),
      }
    : toRows(count, links);
  return { count, ...rows, links, cuts };
}
