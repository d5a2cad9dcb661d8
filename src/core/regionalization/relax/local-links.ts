import Flatbush from "flatbush";
import {
  type BarrierIndex,
  CROSSING_REACH_M,
  indexBarriers,
} from "../../contiguity/barrier-index.ts";
import { findMeetingPoints } from "../../contiguity/meeting-points.ts";
import { createPairGauge, type PairGauge } from "../../contiguity/pair-gauge.ts";
import { TOUCH_M } from "../../geometry/segment-distance.ts";
import type { World } from "../../ingest/world.ts";
import type { Problem } from "../problem.ts";

/** A pair that a wider gap or a new crossing links. */
export interface NewLink {
  readonly to: number;
  readonly gapM: number;
}

/** How links are opened up. */
export interface Opened {
  /** at least the problem's own gap, m */
  readonly gapM: number;
  /** places of new crossings, m */
  readonly crossings: readonly (readonly [number, number])[];
}

/** What would be linked to a compound. */
export interface LocalLinker {
  /**
   * Placeable compounds of the same cell that are not linked to `from` now and would be, ascending;
   * pairs cut by hand stay cut. Costs what lies within the gap.
   */
  newLinks(from: number, opened: Opened): readonly NewLink[];
}

interface Tools {
  readonly problem: Problem;
  readonly gauge: PairGauge;
  readonly index: BarrierIndex;
  readonly tree: Flatbush;
  /** pairs that are cuts now, a · n + b, and whether by hand */
  readonly cuts: ReadonlyMap<number, boolean>;
}

function indexCompounds({ shapes: { bounds, count } }: World): Flatbush {
  const tree = new Flatbush(Math.max(1, count));
  for (let k = 0; k < 4 * count; k += 4)
    tree.add(bounds[k], bounds[k + 1], bounds[k + 2], bounds[k + 3]);
  if (count === 0) tree.add(0, 0, 0, 0);
  tree.finish();
  return tree;
}

function readCuts({ graph: { count, cuts } }: Problem): Map<number, boolean> {
  const found = new Map<number, boolean>();
  cuts.barrier.forEach((barrier, c) => {
    found.set(cuts.a[c] * count + cuts.b[c], barrier < 0);
  });
  return found;
}

const connection = new Float64Array(4);

/** True when a hard barrier severs the pair the gauge has taken up, new crossings given. */
function isSevered({ problem, gauge, index }: Tools, { crossings }: Opened): boolean {
  gauge.connect(connection, 0);
  const [x1, y1, x2, y2] = connection;
  index.focus(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
  const reachM = CROSSING_REACH_M + TOUCH_M;
  const isPassable = (barrier: number) =>
    findMeetingPoints(connection, problem.world.barriers[barrier]).some(([x, y]) =>
      crossings.some(([cx, cy]) => (cx - x) ** 2 + (cy - y) ** 2 <= reachM * reachM),
    );
  return !index.meet(connection, 0).severing.every((b) => crossings.length > 0 && isPassable(b));
}

function isLinked({ graph }: Problem, a: number, b: number): boolean {
  for (let e = graph.offset[a]; e < graph.offset[a + 1]; e++)
    if (graph.neighbor[e] === b) return true;
  return false;
}

function judgePair(tools: Tools, pair: readonly [number, number], opened: Opened): number | null {
  const { problem, gauge, cuts } = tools;
  const [a, b] = pair[0] < pair[1] ? pair : [pair[1], pair[0]];
  const cut = cuts.get(a * problem.graph.count + b);
  if (cut === true || (cut === false && opened.crossings.length === 0)) return null;
  const gapM = gauge.measure(a, b, opened.gapM + TOUCH_M);
  if (!(gapM <= opened.gapM + TOUCH_M)) return null;
  if (cut === undefined && gapM <= problem.parameters.gapM + TOUCH_M) return null;
  return isSevered(tools, opened) ? null : gapM;
}

/** Builds the indices once; questions cost what they touch, and are answered once. */
export function createLocalLinker(problem: Problem): LocalLinker {
  const { world, placeable, cell } = problem;
  const { bounds } = world.shapes;
  const tools: Tools = {
    problem,
    gauge: createPairGauge(world.shapes),
    index: indexBarriers(world.barriers, world.crossings),
    tree: indexCompounds(world),
    cuts: readCuts(problem),
  };
  const known = new Map<string, readonly NewLink[]>();
  const search = (from: number, opened: Opened): NewLink[] => {
    const reachM = opened.gapM + TOUCH_M;
    const [x1, y1, x2, y2] = bounds.subarray(4 * from, 4 * from + 4);
    return tools.tree
      .search(
        x1 - reachM,
        y1 - reachM,
        x2 + reachM,
        y2 + reachM,
        (to) => to !== from && placeable[to] === 1 && cell[to] === cell[from],
      )
      .sort((a, b) => a - b)
      .filter((to) => !isLinked(problem, from, to))
      .flatMap((to) => {
        const gapM = judgePair(tools, [from, to], opened);
        return gapM === null ? [] : [{ to, gapM }];
      });
  };
  return {
    newLinks(from, opened) {
      const key = `${from};${opened.gapM};${opened.crossings.join(";")}`;
      const found = known.get(key) ?? search(from, opened);
      known.set(key, found);
      return found;
    },
  };
}
