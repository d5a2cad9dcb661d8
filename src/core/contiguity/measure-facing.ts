import type { World } from "../ingest/world.ts";
import type { ContiguityGraph } from "./graph.ts";
import { createPairGauge } from "./pair-gauge.ts";

/**
 * Facing length of every link, m, in the order of the links: the shorter of the two boundaries'
 * parts within `gapM` of the other, exact. O(links); half as long again as building the graph, so
 * it is measured for what is shown and not while building.
 */
export function measureFacing(world: World, graph: ContiguityGraph, gapM: number): Float64Array {
  const { a, b, count } = graph.links;
  const gauge = createPairGauge(world.shapes);
  const facingM = new Float64Array(count);
  for (let l = 0; l < count; l++) {
    gauge.measure(a[l], b[l], gapM + 1);
    facingM[l] = gauge.facingM(gapM);
  }
  return facingM;
}
