import type { Barrier, Crossing, World } from "../ingest/world.ts";
import { CROSSING_REACH_M } from "./barrier-index.ts";
import type { ContiguityGraph } from "./graph.ts";
import { findMeetingPoints } from "./meeting-points.ts";
import { createPairGauge } from "./pair-gauge.ts";
import { WALL_M } from "./pair-judge.ts";

/** A barrier on the way from one compound to the other. */
export interface BarrierOnTheWay {
  /** index in World.barriers */
  readonly index: number;
  readonly barrier: Barrier;
  /** where the connection meets it, m: the first such point */
  readonly at: readonly [number, number];
  /** the crossing nearest to a meeting point, within 50 m; null when none is */
  readonly crossing: Crossing | null;
}

/** What there is to say about two compounds that are linked or cut; words belong to the page. */
export interface LinkStory {
  readonly a: number;
  readonly b: number;
  readonly gapM: number;
  /** the shorter of the two boundaries' parts within the gap of the other, m */
  readonly facingM: number;
  /** the same within 3 m */
  readonly wallM: number;
  readonly needsCrossing: boolean;
  readonly byHand: boolean;
  /** all barriers the connection meets */
  readonly barriers: readonly BarrierOnTheWay[];
  /** indices of the hard barriers without a crossing: these sever */
  readonly severing: readonly number[];
}

function nearestCrossing(
  crossings: readonly Crossing[],
  points: readonly (readonly [number, number])[],
): Crossing | null {
  let nearest: Crossing | null = null;
  let leastM = CROSSING_REACH_M + 1e-6;
  for (const crossing of crossings) {
    for (const [x, y] of points) {
      const awayM = Math.sqrt((crossing.x - x) ** 2 + (crossing.y - y) ** 2);
      if (awayM > leastM || (nearest && awayM === leastM)) continue;
      leastM = awayM;
      nearest = crossing;
    }
  }
  return nearest;
}

/** Barriers that a connection of some length meets, by index. O(segments of all barriers). */
export function findBarriersOnTheWay(
  world: World,
  connection: ArrayLike<number>,
): BarrierOnTheWay[] {
  if (connection[0] === connection[2] && connection[1] === connection[3]) return [];
  return world.barriers.flatMap((barrier, index): BarrierOnTheWay[] => {
    const points = findMeetingPoints(connection, barrier);
    if (points.length === 0) return [];
    return [{ index, barrier, at: points[0], crossing: nearestCrossing(world.crossings, points) }];
  });
}

/** True for a hard barrier without a crossing. */
export const severs = ({ barrier, crossing }: BarrierOnTheWay) =>
  barrier.barrierClass === "hard" && crossing === null;

/**
 * Explains a link or a cut of the graph by its row.
 * @param options.gapM the gap the graph was built with
 */
export function explainLink(
  world: World,
  graph: ContiguityGraph,
  options: { readonly table: "links" | "cuts"; readonly row: number; readonly gapM: number },
): LinkStory {
  const { row, gapM } = options;
  const table = graph[options.table];
  const gauge = createPairGauge(world.shapes);
  gauge.measure(table.a[row], table.b[row], gapM + 1);
  const barriers = findBarriersOnTheWay(world, table.connection.subarray(4 * row, 4 * row + 4));
  const isLink = options.table === "links";
  return {
    a: table.a[row],
    b: table.b[row],
    gapM: table.gapM[row],
    facingM: gauge.facingM(gapM),
    wallM: gauge.facingM(Math.min(WALL_M, gapM)),
    needsCrossing: isLink && graph.links.needsCrossing[row] === 1,
    byHand: isLink ? graph.links.byHand[row] === 1 : graph.cuts.barrier[row] < 0,
    barriers,
    severing: barriers.filter(severs).map(({ index }) => index),
  };
}
