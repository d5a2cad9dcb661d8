import type { ContiguityGraph } from "../contiguity/graph.ts";
import type { Zoning } from "../zoning/zoning.ts";

/** How often the ends of each link share a district, over several zonings of the same compounds. */
export interface LinkAgreement {
  /** per link: share of the zonings that take both ends in which they share a district; −1: none does */
  readonly together: Float64Array;
  /** per link: zonings that take both ends in */
  readonly known: Int32Array;
}

type Assigned = Pick<Zoning, "assignment">;

function checkSizes({ count }: ContiguityGraph, zonings: readonly Assigned[]): void {
  for (const { assignment } of zonings)
    if (assignment.length !== count)
      throw new Error(`zoning of ${assignment.length} compounds for a graph of ${count}`);
}

/** 1 together, 0 apart, −1 unknown because an end is in no district. */
function standing({ assignment }: Assigned, a: number, b: number): number {
  if (assignment[a] < 0 || assignment[b] < 0) return -1;
  return assignment[a] === assignment[b] ? 1 : 0;
}

/**
 * Firm and arbitrary borders told apart: 1 or 0 where all zonings agree on a link, in between where
 * it depends on the zoning. The order of zonings plays no part. O(links × zonings).
 * @throws when a zoning is not about the graph's compounds
 */
export function linkAgreement(graph: ContiguityGraph, zonings: readonly Assigned[]): LinkAgreement {
  checkSizes(graph, zonings);
  const { count, a, b } = graph.links;
  const together = new Float64Array(count).fill(-1);
  const known = new Int32Array(count);
  for (let l = 0; l < count; l++) {
    let shared = 0;
    for (const zoning of zonings) {
      const one = standing(zoning, a[l], b[l]);
      if (one < 0) continue;
      known[l] += 1;
      shared += one;
    }
    if (known[l] > 0) together[l] = shared / known[l];
  }
  return { together, known };
}

/**
 * Share of links on which two zonings say the same (together, apart, or not taken in), 0…1; the
 * Rand index (Rand 1971) over neighbours only. Symmetric; 1 with itself and where there is no link.
 */
export function zoningAgreement(graph: ContiguityGraph, one: Assigned, other: Assigned): number {
  checkSizes(graph, [one, other]);
  const { count, a, b } = graph.links;
  let same = 0;
  for (let l = 0; l < count; l++)
    if (standing(one, a[l], b[l]) === standing(other, a[l], b[l])) same += 1;
  return count === 0 ? 1 : same / count;
}
