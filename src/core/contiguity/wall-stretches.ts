import { unproject } from "../geometry/projection.ts";
import type { World } from "../ingest/world.ts";
import type { ContiguityGraph } from "./graph.ts";
import { createPairGauge } from "./pair-gauge.ts";
import { WALL_M } from "./pair-judge.ts";

/** A stretch of wall that comes down when a link is opened. */
export interface WallStretch {
  /** x0, y0, x1, y1, … along the boundary of one of the two compounds, m */
  readonly path: readonly number[];
  /** the same as `[lon, lat]` */
  readonly line: readonly (readonly [number, number])[];
  readonly lengthM: number;
}

function lengthOf(path: readonly number[]): number {
  let lengthM = 0;
  for (let i = 2; i < path.length; i += 2) {
    lengthM += Math.sqrt((path[i] - path[i - 2]) ** 2 + (path[i + 1] - path[i - 1]) ** 2);
  }
  return lengthM;
}

/**
 * The wall between the compounds of each link named: the stretches of the shorter of the two
 * boundaries' parts within 3 m of the other; their lengths add up to the link's `wallM`.
 * @param gapM the gap the graph was built with: a wall is never wider
 */
export function findWalls(
  world: World,
  graph: ContiguityGraph,
  options: { readonly links: readonly number[]; readonly gapM: number },
): WallStretch[][] {
  const gauge = createPairGauge(world.shapes);
  const withinM = Math.min(WALL_M, options.gapM);
  return options.links.map((l) => {
    gauge.measure(graph.links.a[l], graph.links.b[l], WALL_M + 1);
    return gauge.stretches(withinM).map((path) => {
      const line: [number, number][] = [];
      for (let i = 0; i < path.length; i += 2) {
        line.push(unproject(world.projection, path[i], path[i + 1]));
      }
      return { path, line, lengthM: lengthOf(path) };
    });
  });
}
