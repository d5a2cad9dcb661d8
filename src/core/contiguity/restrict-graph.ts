import { toRows } from "./build-graph.ts";
import type { ContiguityGraph, CutTable } from "./graph.ts";
import { createLinkCollector } from "./tables.ts";

const NO_CUTS: CutTable = {
  count: 0,
  a: new Uint32Array(0),
  b: new Uint32Array(0),
  gapM: new Float64Array(0),
  barrier: new Int32Array(0),
  connection: new Float64Array(0),
};

/**
 * The links among some compounds, position k standing for `members[k]`; cuts are not carried over.
 * O(members · log + their links).
 * @param members ascending
 */
export function restrictGraph(
  { offset, neighbor, linkOf, links }: ContiguityGraph,
  members: ArrayLike<number>,
): ContiguityGraph {
  const localOf = new Map(Array.from(members, (i, k) => [i, k]));
  const collector = createLinkCollector();
  for (const [i, a] of localOf) {
    for (let e = offset[i]; e < offset[i + 1]; e++) {
      const b = localOf.get(neighbor[e]);
      if (b === undefined || b <= a) continue;
      const l = linkOf[e];
      const row = {
        a,
        b,
        gapM: links.gapM[l],
        wallM: links.wallM[l],
        needsCrossing: links.needsCrossing[l] === 1,
        penalised: links.penalised[l],
        byHand: links.byHand[l] === 1,
        barriers: links.barriers.subarray(links.barrierStart[l], links.barrierStart[l + 1]),
      };
      collector.add(row, links.connection, 4 * l);
    }
  }
  const table = collector.finish(members.length);
  return { count: members.length, ...toRows(members.length, table), links: table, cuts: NO_CUTS };
}
