import type { PolygonSet } from "../geometry/polygon-set.ts";
import { TOUCH_M } from "../geometry/segment-distance.ts";
import type { Barrier, Crossing, World } from "../ingest/world.ts";
import { type Box, CROSSING_REACH_M } from "./barrier-index.ts";
import { toRows } from "./build-graph.ts";
import type { ContiguityGraph, ContiguityOptions, CutTable, LinkTable } from "./graph.ts";
import { readHandPairs } from "./hand-pairs.ts";
import { createPairJudge } from "./pair-judge.ts";
import { findSharedBoundaries } from "./shared-boundaries.ts";
import {
  type CutCollector,
  createCutCollector,
  createLinkCollector,
  type LinkCollector,
} from "./tables.ts";

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
function boundChange(world: World, change: GraphChange): Box | null {
  if (change.kind === "hand") return null;
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

type Rows = Pick<CutTable, "a" | "b" | "connection">;

interface Changed {
  readonly isTouched: (table: Rows, row: number) => boolean;
  readonly renumber: (barrier: number) => number;
  /** pairs to judge again */
  readonly again: [number, number][];
}

/** True for the rows that must be judged again. */
function createTouch(world: World, change: GraphChange): Changed["isTouched"] {
  const box = boundChange(world, change);
  const low = change.kind === "hand" ? Math.min(...change.pair) : -1;
  const high = change.kind === "hand" ? Math.max(...change.pair) : -1;
  return (table, row) =>
    box === null
      ? table.a[row] === low && table.b[row] === high
      : reaches(table.connection, row, box);
}

const NO_BARRIERS: readonly number[] = [];

/** Copies the links the change does not touch; the pairs of the others are appended to `again`. */
function keepLinks(
  links: LinkTable,
  into: LinkCollector,
  { isTouched, renumber, again }: Changed,
): void {
  for (let l = 0; l < links.count; l++) {
    const pair: [number, number] = [links.a[l], links.b[l]];
    if (isTouched(links, l)) {
      again.push(pair);
      continue;
    }
    const first = links.barrierStart[l];
    const end = links.barrierStart[l + 1];
    const met = first === end ? NO_BARRIERS : links.barriers.subarray(first, end).map(renumber);
    const row = {
      a: pair[0],
      b: pair[1],
      gapM: links.gapM[l],
      wallM: links.wallM[l],
      needsCrossing: links.needsCrossing[l] === 1,
      penalised: links.penalised[l],
      byHand: links.byHand[l] === 1,
      barriers: met,
    };
    into.add(row, links.connection, 4 * l);
  }
}

function keepCuts(
  cuts: CutTable,
  into: CutCollector,
  { isTouched, renumber, again }: Changed,
): void {
  for (let c = 0; c < cuts.count; c++) {
    if (isTouched(cuts, c)) {
      again.push([cuts.a[c], cuts.b[c]]);
      continue;
    }
    const barrier = cuts.barrier[c] < 0 ? -1 : renumber(cuts.barrier[c]);
    const row = { a: cuts.a[c], b: cuts.b[c], gapM: cuts.gapM[c], barrier };
    into.add(row, cuts.connection, 4 * c);
  }
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

/**
 * The graph after one change, equal to {@link buildGraph} of the new world and options byte for
 * byte; only the pairs whose connection the change can touch are judged again. O(links) to copy.
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
  const links = createLinkCollector();
  const cuts = createCutCollector();
  const again: [number, number][] = [];
  const changed = {
    isTouched: createTouch(world, change),
    renumber: createRenumbering(change),
    again,
  };
  keepLinks(graph.links, links, changed);
  keepCuts(graph.cuts, cuts, changed);
  const pairs = change.kind === "hand" ? readHandPairs([change.pair], count).all() : again;
  const window = boundPairs(world.shapes, pairs, options.gapM + 2 * CROSSING_REACH_M);
  const shared =
    options.links === "gap" ? null : findSharedBoundaries(world.compounds, options.links);
  const judge = createPairJudge(world, options, { links, cuts, shared, window });
  for (const [a, b] of pairs) judge.judgeAlone(a, b);
  const table = links.finish(count);
  return { count, ...toRows(count, table), links: table, cuts: cuts.finish(count) };
}
