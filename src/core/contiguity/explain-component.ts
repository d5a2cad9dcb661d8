import Flatbush from "flatbush";
import { TOUCH_M } from "../geometry/segment-distance.ts";
import type { World } from "../ingest/world.ts";
import { type BarrierIndex, indexBarriers } from "./barrier-index.ts";
import { labelComponents } from "./components.ts";
import type { ContiguityGraph } from "./graph.ts";
import { findMeetingPoints } from "./meeting-points.ts";
import { createPairGauge, type PairGauge } from "./pair-gauge.ts";

/** One pair that would connect a component to another participant. */
export interface WayOut {
  /** a member of the component */
  readonly from: number;
  /** a participant of another component */
  readonly to: number;
  readonly gapM: number;
}

/** A way out over hard barriers: a crossing at each place, or the barriers gone, would open it. */
export interface WayOver extends WayOut {
  /** indices of the hard barriers that sever the pair, ascending */
  readonly barriers: readonly number[];
  /** where the connection meets each of them, m */
  readonly places: readonly (readonly [number, number])[];
}

/** What cuts a component off: the first of these that something can be done about. */
export type CutOffReason = "hand" | "crossing" | "envelope" | "gap" | "gap-and-crossing" | "alone";

/** Why a component stands alone, and the smallest changes each of which would connect it. */
export interface ComponentStory {
  readonly component: number;
  /** `alone`: no change within the reach searched would do */
  readonly reason: CutOffReason;
  /** a pair cut by hand that would otherwise be linked, at the least gap */
  readonly byHand: WayOut | null;
  /** a pair within the gap severed by the fewest barriers, then at the least gap */
  readonly crossing: WayOver | null;
  /** a link to a participant of another cell, at the least gap; −1 where a cell is unknown */
  readonly envelope: (WayOut & { readonly fromCell: number; readonly toCell: number }) | null;
  /** the nearest pair beyond the gap that no barrier severs: a gap of `gapM` would do */
  readonly gap: WayOut | null;
  /** the nearest pair beyond the gap, whatever severs it: `gap` and the crossings would do */
  readonly both: WayOver | null;
}

/** How far the nearest other participant is looked for, m. */
export const SEARCH_REACH_M = 300;

export interface ExplainOptions {
  /** the gap the graph was built with, m */
  readonly gapM: number;
  /** how far to look for the nearest other participant, m; {@link SEARCH_REACH_M} by default */
  readonly withinM?: number;
  /** length n, 1 = takes part; all by default */
  readonly active?: Uint8Array;
  /** length n, equal = same envelope cell; one cell by default */
  readonly cell?: Int32Array;
}

interface Search {
  readonly world: World;
  readonly graph: ContiguityGraph;
  readonly options: ExplainOptions;
  readonly label: Int32Array;
  readonly gauge: PairGauge;
  readonly index: BarrierIndex;
  readonly tree: Flatbush;
  /** pairs cut by hand, a · n + b */
  readonly cutByHand: ReadonlySet<number>;
}

const connection = new Float64Array(4);

/** Hard barriers that sever the pair the gauge has taken up. */
function severing({ gauge, index }: Search): readonly number[] {
  gauge.connect(connection, 0);
  const [x1, y1, x2, y2] = connection;
  index.focus(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
  return index.meet(connection, 0).severing;
}

const isLess = (way: WayOut, than: WayOut | null) =>
  than === null ||
  way.gapM < than.gapM ||
  (way.gapM === than.gapM &&
    (way.from < than.from || (way.from === than.from && way.to < than.to)));

const inOneCell = ({ options: { cell } }: Search, a: number, b: number) =>
  cell === undefined || cell[a] === cell[b];

/** Ends of a pair, the one in the component first; null when it does not lead out of it. */
function orient(search: Search, component: number, a: number, b: number): [number, number] | null {
  const { label } = search;
  if (label[a] < 0 || label[b] < 0 || label[a] === label[b]) return null;
  if (label[a] === component) return [a, b];
  return label[b] === component ? [b, a] : null;
}

type CutWays = Pick<ComponentStory, "byHand" | "crossing">;

function judgeCut(search: Search, known: CutWays, way: WayOut, isByHand: boolean): CutWays {
  const { world, options, gauge } = search;
  gauge.measure(Math.min(way.from, way.to), Math.max(way.from, way.to), options.gapM + TOUCH_M);
  const barriers = way.gapM <= options.gapM + TOUCH_M ? [...severing(search)] : null;
  if (barriers === null) return known;
  if (isByHand) {
    const wouldLink = barriers.length === 0 && isLess(way, known.byHand);
    return wouldLink ? { ...known, byHand: way } : known;
  }
  const { crossing } = known;
  const fewer = crossing === null ? -1 : barriers.length - crossing.barriers.length;
  if (fewer > 0 || (fewer === 0 && !isLess(way, crossing))) return known;
  const places = barriers.map((b) => findMeetingPoints(connection, world.barriers[b])[0]);
  return { ...known, crossing: { ...way, barriers, places } };
}

/** The best changes among the cuts, for every component. */
function searchCuts(search: Search, count: number): CutWays[] {
  const { cuts } = search.graph;
  const ways = Array.from({ length: count }, (): CutWays => ({ byHand: null, crossing: null }));
  for (let c = 0; c < cuts.count; c++) {
    const a = cuts.a[c];
    const b = cuts.b[c];
    if (!inOneCell(search, a, b)) continue;
    for (const component of new Set([search.label[a], search.label[b]])) {
      const ends = component < 0 ? null : orient(search, component, a, b);
      if (ends === null) continue;
      const way = { from: ends[0], to: ends[1], gapM: cuts.gapM[c] };
      ways[component] = judgeCut(search, ways[component], way, cuts.barrier[c] < 0);
    }
  }
  return ways;
}

/** The link at the least gap that leads out of each component into another cell. */
function searchCells(search: Search, count: number): ComponentStory["envelope"][] {
  const { links } = search.graph;
  const best: ComponentStory["envelope"][] = Array.from({ length: count }, () => null);
  const { cell } = search.options;
  if (!cell) return best;
  for (let l = 0; l < links.count; l++) {
    if (inOneCell(search, links.a[l], links.b[l])) continue;
    for (const component of [search.label[links.a[l]], search.label[links.b[l]]]) {
      const ends = component < 0 ? null : orient(search, component, links.a[l], links.b[l]);
      if (ends === null) continue;
      const [from, to] = ends;
      const way = { from, to, gapM: links.gapM[l], fromCell: cell[from], toCell: cell[to] };
      if (isLess(way, best[component])) best[component] = way;
    }
  }
  return best;
}

/** The nearest ways out beyond the gap: free of severing barriers, and whatever lies between. */
interface Nearest {
  gap: WayOut | null;
  both: WayOver | null;
}

function isWanted(search: Search, from: number, to: number): boolean {
  const { label, cutByHand } = search;
  if (label[to] < 0 || label[to] === label[from] || !inOneCell(search, from, to)) return false;
  return !cutByHand.has(Math.min(from, to) * label.length + Math.max(from, to));
}

/** Improves `nearest` by the pairs of one member whose bounds come within `reachM`. */
function searchAround(search: Search, from: number, reachM: number, nearest: Nearest): void {
  const { world, gauge, tree, options } = search;
  const { bounds } = world.shapes;
  const found = tree.search(
    bounds[4 * from] - reachM,
    bounds[4 * from + 1] - reachM,
    bounds[4 * from + 2] + reachM,
    bounds[4 * from + 3] + reachM,
    (to) => isWanted(search, from, to),
  );
  for (const to of found) {
    const withinM = Math.min(reachM, nearest.gap?.gapM ?? Infinity) + TOUCH_M;
    const gapM = gauge.measure(Math.min(from, to), Math.max(from, to), withinM);
    const way = { from, to, gapM };
    if (gapM <= options.gapM + TOUCH_M || gapM === Infinity || !isLess(way, nearest.gap)) continue;
    const barriers = [...severing(search)];
    if (barriers.length === 0) nearest.gap = way;
    if (!isLess(way, nearest.both)) continue;
    const places = barriers.map((b) => findMeetingPoints(connection, world.barriers[b])[0]);
    nearest.both = { ...way, barriers, places };
  }
}

/** Searches ever wider until nothing nearer can be left. */
function searchNearest(search: Search, members: readonly number[]): Nearest {
  const { gapM, withinM = SEARCH_REACH_M } = search.options;
  const nearest: Nearest = { gap: null, both: null };
  for (let reachM = Math.max(gapM, 1); ; reachM *= 2) {
    const limitM = Math.min(reachM, withinM);
    for (const member of members) searchAround(search, member, limitM, nearest);
    if ((nearest.gap !== null && nearest.gap.gapM <= limitM) || limitM === withinM) return nearest;
  }
}

/** The reason that the ways out of a component add up to. */
export function readReason(story: Omit<ComponentStory, "reason" | "component">): CutOffReason {
  if (story.byHand) return "hand";
  if (story.crossing) return "crossing";
  if (story.envelope) return "envelope";
  if (story.gap) return "gap";
  return story.both ? "gap-and-crossing" : "alone";
}

function readCutsByHand({ count, cuts }: ContiguityGraph): Set<number> {
  const pairs = new Set<number>();
  cuts.barrier.forEach((barrier, c) => {
    if (barrier < 0) pairs.add(cuts.a[c] * count + cuts.b[c]);
  });
  return pairs;
}

function indexUnits({ shapes }: World): Flatbush {
  const tree = new Flatbush(Math.max(1, shapes.count));
  const { bounds } = shapes;
  for (let u = 0; u < bounds.length; u += 4) {
    tree.add(bounds[u], bounds[u + 1], bounds[u + 2], bounds[u + 3]);
  }
  if (shapes.count === 0) tree.add(0, 0, 0, 0);
  tree.finish();
  return tree;
}

/** Explains components one at a time, in the numbering of {@link labelComponents}. */
export interface ComponentExplainer {
  readonly count: number;
  /** Costs the search around the component's members. */
  explain(component: number): ComponentStory;
}

/**
 * Takes up a graph so that its components can be explained: why each stands alone and the smallest
 * change of each kind that would connect it to another participant. Exact for graphs linked by gap:
 * making the change alone connects it. The largest component is searched from the others' side, so
 * the search costs what the small ones cost. O(n + links + cuts · log).
 */
export function createComponentExplainer(
  world: World,
  graph: ContiguityGraph,
  options: ExplainOptions,
): ComponentExplainer {
  const { count, label, size } = labelComponents(graph, options);
  const search: Search = {
    world,
    graph,
    options,
    label,
    gauge: createPairGauge(world.shapes),
    index: indexBarriers(world.barriers, world.crossings),
    tree: indexUnits(world),
    cutByHand: readCutsByHand(graph),
  };
  const members = Array.from({ length: count }, (): number[] => []);
  label.forEach((component, unit) => {
    if (component >= 0) members[component].push(unit);
  });
  const cutWays = searchCuts(search, count);
  const cellWays = searchCells(search, count);
  const largest = size.indexOf(size.reduce((most, one) => Math.max(most, one), 0));
  return {
    count,
    explain(component) {
      const nearest =
        component === largest
          ? turnAround(search, members, largest)
          : searchNearest(search, members[component]);
      const story = { ...cutWays[component], envelope: cellWays[component], ...nearest };
      return { component, reason: readReason(story), ...story };
    },
  };
}

/** The story of every component of the active compounds, see {@link createComponentExplainer}. */
export function explainComponents(
  world: World,
  graph: ContiguityGraph,
  options: ExplainOptions,
): ComponentStory[] {
  const { count, explain } = createComponentExplainer(world, graph, options);
  return Array.from({ length: count }, (_, component) => explain(component));
}

/** The nearest ways out of the largest component: the nearest into it from any other. */
function turnAround(search: Search, members: readonly number[][], largest: number): Nearest {
  const label = search.label.map((own) => (own < 0 ? -1 : Number(own === largest)));
  const outside = members.filter((_, c) => c !== largest).flat();
  const { gap, both } = searchNearest({ ...search, label }, outside);
  const turn = <T extends WayOut>(way: T | null): T | null =>
    way && { ...way, from: way.to, to: way.from };
  return { gap: turn(gap), both: turn(both) };
}
