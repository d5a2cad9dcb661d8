import type { ContiguityGraph } from "../contiguity/graph.ts";

/** Where a step leads; x grows to the east, y to the north. */
export const HEADINGS = {
  north: [0, 1],
  east: [1, 0],
  south: [0, -1],
  west: [-1, 0],
} as const;
export type Heading = keyof typeof HEADINGS;

/** Beyond this angle from the heading a linked compound is not in that direction: cos 60°. */
const LEAST_COSINE = 0.5;

/**
 * The linked compound one step in a direction: of those at most 60° off the heading the one least
 * far, where what lies off the heading counts double. Null when there is none.
 * @param centroid x at 2i, y at 2i+1, m
 */
export function stepAlongLinks(
  { offset, neighbor }: ContiguityGraph,
  centroid: Float64Array,
  { from, heading }: { readonly from: number; readonly heading: Heading },
): number | null {
  const [hx, hy] = HEADINGS[heading];
  let [best, least]: [number | null, number] = [null, Infinity];
  for (let e = offset[from]; e < offset[from + 1]; e++) {
    const to = neighbor[e];
    const dx = centroid[2 * to] - centroid[2 * from];
    const dy = centroid[2 * to + 1] - centroid[2 * from + 1];
    const ahead = dx * hx + dy * hy;
    const aside = Math.abs(dx * hy - dy * hx);
    if (!(ahead > 0) || ahead < LEAST_COSINE * Math.hypot(dx, dy)) continue;
    if (ahead + 2 * aside >= least) continue;
    [best, least] = [to, ahead + 2 * aside];
  }
  return best;
}
