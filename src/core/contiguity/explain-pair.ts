import { unproject } from "../geometry/projection.ts";
import { TOUCH_M } from "../geometry/segment-distance.ts";
import type { World } from "../ingest/world.ts";
import { explainLink, findBarriersOnTheWay, type LinkStory, severs } from "./explain-link.ts";
import type { ContiguityGraph } from "./graph.ts";
import { createPairGauge } from "./pair-gauge.ts";
import { WALL_M } from "./pair-judge.ts";
import { findRow } from "./splice-tables.ts";

/** How two compounds stand to each other in a graph. `apart`: neither linked nor cut. */
export type PairStanding = "link" | "cut" | "apart";

/** A pair with all there is to say about it. */
export interface PairStory extends LinkStory {
  readonly standing: PairStanding;
  /** the shortest connection, `[lon, lat]` on each of the two boundaries */
  readonly line: readonly [readonly [number, number], readonly [number, number]];
}

/** The story of a pair beyond the gap, measured now. */
function measureApart(
  world: World,
  pair: readonly [number, number],
  gapM: number,
): { story: LinkStory; connection: Float64Array } {
  const [a, b] = pair;
  const gauge = createPairGauge(world.shapes);
  const connection = new Float64Array(4);
  const distanceM = gauge.measure(a, b, Infinity);
  gauge.connect(connection, 0);
  const barriers = findBarriersOnTheWay(world, connection);
  const isNear = distanceM <= gapM + TOUCH_M;
  const story: LinkStory = {
    a,
    b,
    gapM: distanceM,
    facingM: isNear ? gauge.facingM(gapM) : 0,
    wallM: isNear ? gauge.facingM(Math.min(WALL_M, gapM)) : 0,
    needsCrossing: false,
    byHand: false,
    barriers,
    severing: barriers.filter(severs).map(({ index }) => index),
  };
  return { story, connection };
}

/**
 * The shortest connection of each pair of compounds: x1, y1, x2, y2 per pair, m, on the boundaries
 * of its lower and of its higher compound.
 */
export function connectPairs(
  world: World,
  pairs: readonly (readonly [number, number])[],
): Float64Array {
  const gauge = createPairGauge(world.shapes);
  const connections = new Float64Array(4 * pairs.length);
  pairs.forEach((pair, k) => {
    gauge.measure(Math.min(...pair), Math.max(...pair), Infinity);
    gauge.connect(connections, 4 * k);
  });
  return connections;
}

/**
 * Explains any two compounds: the link or cut between them in the graph, or how far they are apart.
 * @param options.pair two compound indices, either way round
 * @param options.gapM the gap the graph was built with
 * @throws if the pair names one compound twice
 */
export function explainPair(
  world: World,
  graph: ContiguityGraph,
  options: { readonly pair: readonly [number, number]; readonly gapM: number },
): PairStory {
  const { gapM } = options;
  const a = Math.min(...options.pair);
  const b = Math.max(...options.pair);
  if (a === b) throw new Error(`compound ${a} is no pair with itself`);
  const place = ([x1, y1, x2, y2]: Float64Array): PairStory["line"] => [
    unproject(world.projection, x1, y1),
    unproject(world.projection, x2, y2),
  ];
  for (const table of ["links", "cuts"] as const) {
    const row = findRow(graph[table], a, b);
    const isThere = row < graph[table].count && graph[table].a[row] === a;
    if (!isThere || graph[table].b[row] !== b) continue;
    const story = explainLink(world, graph, { table, row, gapM });
    const line = place(graph[table].connection.slice(4 * row, 4 * row + 4));
    return { ...story, line, standing: table === "links" ? "link" : "cut" };
  }
  const { story, connection } = measureApart(world, [a, b], gapM);
  return { ...story, line: place(connection), standing: "apart" };
}
