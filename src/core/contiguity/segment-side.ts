import type { PolygonSet } from "../geometry/polygon-set.ts";
import type { Boundary } from "./boundary.ts";

/** x1, y1, x2, y2, minX, minY, maxX, maxY */
export const STRIDE = 8;

/** Segments of one unit, {@link STRIDE} numbers each, kept for the pair at hand. */
export interface Side {
  readonly segments: Float64Array;
  count: number;
}

/** Copies the segments of a unit that come within `reachM` of the other unit's bounds. */
export function selectSegments(
  side: Side,
  unit: number,
  other: number,
  reachM: number,
  shapes: PolygonSet,
  boundary: Boundary,
): void {
  const { xy, bounds } = shapes;
  const minX = bounds[4 * other] - reachM;
  const minY = bounds[4 * other + 1] - reachM;
  const maxX = bounds[4 * other + 2] + reachM;
  const maxY = bounds[4 * other + 3] + reachM;
  const { segments } = side;
  let at = 0;
  for (let k = boundary.start[unit]; k < boundary.start[unit + 1]; k++) {
    const to = boundary.next[k];
    const x1 = xy[2 * k];
    const y1 = xy[2 * k + 1];
    const x2 = xy[2 * to];
    const y2 = xy[2 * to + 1];
    const lowX = Math.min(x1, x2);
    const highX = Math.max(x1, x2);
    const lowY = Math.min(y1, y2);
    const highY = Math.max(y1, y2);
    if (lowX > maxX || highX < minX || lowY > maxY || highY < minY) continue;
    segments[at] = x1;
    segments[at + 1] = y1;
    segments[at + 2] = x2;
    segments[at + 3] = y2;
    segments[at + 4] = lowX;
    segments[at + 5] = lowY;
    segments[at + 6] = highX;
    segments[at + 7] = highY;
    at += STRIDE;
  }
  side.count = at / STRIDE;
}

/** Squared distance between the bounds of segment i of p and segment j of q. */
export function boxDistance2(p: Float64Array, i: number, q: Float64Array, j: number): number {
  const dx = Math.max(0, p[i + 4] - q[j + 6], q[j + 4] - p[i + 6]);
  const dy = Math.max(0, p[i + 5] - q[j + 7], q[j + 5] - p[i + 7]);
  return dx * dx + dy * dy;
}
