import { TOUCH_M } from "../geometry/segment-distance.ts";
import type { World } from "../ingest/world.ts";
import { type Box, indexBarriers, type Meeting, NO_MEETING } from "./barrier-index.ts";
import type { ContiguityOptions } from "./graph.ts";
import { readHandPairs } from "./hand-pairs.ts";
import { createPairGauge } from "./pair-gauge.ts";
import type { SharedBoundaries } from "./shared-boundaries.ts";
import type { CutCollector, LinkCollector, LinkRow } from "./tables.ts";

/** Boundaries this close share a wall, m (DESIGN §4). */
export const WALL_M = 3;

/** Decides pair by pair what is a link and what a cut, and writes it down. */
export interface PairJudge {
  /** Takes up a box, m: unless alone, pairs judged from now on have a unit in it. */
  focus(minX: number, minY: number, maxX: number, maxY: number): void;
  /** Judges a pair, a < b, of which one is in the box taken up. */
  judge(a: number, b: number): void;
  /** Judges a pair wherever it is. */
  judgeAlone(a: number, b: number): void;
  /** True when a person linked or cut the pair. */
  isByHand(a: number, b: number): boolean;
}

/**
 * A judge for one world and its options; writes into the collectors.
 * @throws if a pair by hand names no two compounds
 */
export function createPairJudge(
  world: World,
  options: ContiguityOptions,
  into: {
    readonly links: LinkCollector;
    readonly cuts: CutCollector;
    readonly shared: SharedBoundaries | null;
    /** barriers elsewhere play no part; everywhere by default */
    readonly window?: Box;
  },
): PairJudge {
  const { gapM } = options;
  const { links, cuts, shared } = into;
  const count = world.compounds.length;
  const added = readHandPairs(options.added, count);
  const removed = readHandPairs(options.removed, count);
  const gauge = createPairGauge(world.shapes);
  const index = indexBarriers(world.barriers, world.crossings, into.window);
  const connection = new Float64Array(4);
  const reachM = gapM + TOUCH_M;
  const wallReachM = Math.min(WALL_M, gapM);
  const row: LinkRow = {
    a: 0,
    b: 0,
    gapM: 0,
    wallM: 0,
    needsCrossing: false,
    penalised: 0,
    byHand: false,
    barriers: [],
  };

  function addLink(a: number, b: number, distanceM: number, met: Meeting, byHand: boolean): void {
    row.a = a;
    row.b = b;
    row.gapM = distanceM;
    row.wallM = gauge.facingM(wallReachM);
    row.needsCrossing = met.hard > 0 && !byHand;
    row.penalised = met.penalised;
    row.byHand = byHand;
    row.barriers = met.barriers;
    links.add(row, connection, 0);
  }

  /** What no person has decided. */
  function judge(a: number, b: number): void {
    const distanceM = gauge.measure(a, b, shared ? Infinity : reachM);
    if (distanceM === Infinity) return;
    gauge.connect(connection, 0);
    const met = shared ? NO_MEETING : index.meet(connection, 0);
    if (met.severing.length === 0) addLink(a, b, distanceM, met, false);
    else cuts.add({ a, b, gapM: distanceM, barrier: met.severing[0] }, connection, 0);
  }

  function focusOnConnection(): void {
    const [x1, y1, x2, y2] = connection;
    index.focus(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
  }

  function judgeByHand(a: number, b: number): void {
    const distanceM = gauge.measure(a, b, Infinity);
    gauge.connect(connection, 0);
    if (removed.has(a, b)) {
      cuts.add({ a, b, gapM: distanceM, barrier: -1 }, connection, 0);
      return;
    }
    focusOnConnection();
    const met = index.meet(connection, 0);
    const byRule = shared ? shared.has(a, b) : distanceM <= reachM;
    addLink(a, b, distanceM, met, !byRule || met.severing.length > 0);
  }

  const isByHand = (a: number, b: number) => added.has(a, b) || removed.has(a, b);
  return {
    focus: (minX, minY, maxX, maxY) =>
      index.focus(minX - reachM, minY - reachM, maxX + reachM, maxY + reachM),
    judge,
    judgeAlone(a, b) {
      if (isByHand(a, b)) {
        judgeByHand(a, b);
        return;
      }
      if (shared && !shared.has(a, b)) return;
      const { bounds } = world.shapes;
      index.focus(
        bounds[4 * a] - reachM,
        bounds[4 * a + 1] - reachM,
        bounds[4 * a + 2] + reachM,
        bounds[4 * a + 3] + reachM,
      );
      judge(a, b);
    },
    isByHand,
  };
}
