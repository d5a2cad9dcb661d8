import type { PolygonSet } from "../geometry/polygon-set.ts";
import type { Boundary } from "./boundary.ts";

/** x1, y1, x2, y2, minX, minY, maxX, maxY, 1 / length² (0 for a point) */
export const STRIDE = 9;

/** Segments of one unit, {@link STRIDE} numbers each, kept for the pair at hand. */
export interface Side {
  segments: Float64Array;
  count: number;
  /** minX, minY, maxX, maxY of the segments kept */
  readonly bounds: Float64Array;
}

/** A side with room for `segments` segments. */
export function createSide(segments: number): Side {
  return { segments: new Float64Array(segments * STRIDE), count: 0, bounds: new Float64Array(4) };
}

/** Copies the segments of a unit that come within `reachM` of the box at `at` in `boxes`. */
export function selectSegments(
  side: Side,
  unit: number,
  within: { readonly boxes: Float64Array; readonly at: number; readonly reachM: number },
  shapes: PolygonSet,
  boundary: Boundary,
): void {
  const { xy } = shapes;
  const { boxes, at: box, reachM } = within;
  const minX = boxes[box] - reachM;
  const minY = boxes[box + 1] - reachM;
  const maxX = boxes[box + 2] + reachM;
  const maxY = boxes[box + 3] + reachM;
  const { segments, bounds } = side;
  const { next } = boundary;
  const end = boundary.start[unit + 1];
  let sideMinX = Infinity;
  let sideMinY = Infinity;
  let sideMaxX = -Infinity;
  let sideMaxY = -Infinity;
  let at = 0;
  for (let k = boundary.start[unit]; k < end; k++) {
    const to = next[k];
    const x1 = xy[2 * k];
    const x2 = xy[2 * to];
    const lowX = x1 < x2 ? x1 : x2;
    const highX = x1 < x2 ? x2 : x1;
    if (lowX > maxX || highX < minX) continue;
    const y1 = xy[2 * k + 1];
    const y2 = xy[2 * to + 1];
    const lowY = y1 < y2 ? y1 : y2;
    const highY = y1 < y2 ? y2 : y1;
    if (lowY > maxY || highY < minY) continue;
    segments[at] = x1;
    segments[at + 1] = y1;
    segments[at + 2] = x2;
    segments[at + 3] = y2;
    segments[at + 4] = lowX;
    segments[at + 5] = lowY;
    segments[at + 6] = highX;
    segments[at + 7] = highY;
    const length2 = (x2 - x1) * (x2 - x1) + (y2 - y1) * (y2 - y1);
    segments[at + 8] = length2 > 0 ? 1 / length2 : 0;
    at += STRIDE;
    if (lowX < sideMinX) sideMinX = lowX;
    if (lowY < sideMinY) sideMinY = lowY;
    if (highX > sideMaxX) sideMaxX = highX;
    if (highY > sideMaxY) sideMaxY = highY;
  }
  side.count = at / STRIDE;
  bounds[0] = sideMinX;
  bounds[1] = sideMinY;
  bounds[2] = sideMaxX;
  bounds[3] = sideMaxY;
}

/** Squared distance between the bounds of segment i of p and segment j of q. */
export function boxDistance2(p: Float64Array, i: number, q: Float64Array, j: number): number {
  let dx = p[i + 4] - q[j + 6];
  if (dx < 0) {
    dx = q[j + 4] - p[i + 6];
    if (dx < 0) dx = 0;
  }
  let dy = p[i + 5] - q[j + 7];
  if (dy < 0) {
    dy = q[j + 5] - p[i + 7];
    if (dy < 0) dy = 0;
  }
  return dx * dx + dy * dy;
}

/** Squared distance from the point to segment j of q. */
export function pointDistance2(px: number, py: number, q: Float64Array, j: number): number {
  const x = px - q[j];
  const y = py - q[j + 1];
  const stepX = q[j + 2] - q[j];
  const stepY = q[j + 3] - q[j + 1];
  const along = (x * stepX + y * stepY) * q[j + 8];
  if (along <= 0) return x * x + y * y;
  if (along >= 1) {
    const endX = px - q[j + 2];
    const endY = py - q[j + 3];
    return endX * endX + endY * endY;
  }
  const across = stepX * y - stepY * x;
  return across * across * q[j + 8];
}

/** Squared distance between segment i of p and segment j of q; 0 when they cross. */
export function sideDistance2(p: Float64Array, i: number, q: Float64Array, j: number): number {
  const ax = p[i];
  const ay = p[i + 1];
  const bx = p[i + 2];
  const by = p[i + 3];
  const cx = q[j];
  const cy = q[j + 1];
  const dx = q[j + 2];
  const dy = q[j + 3];
  const abC = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
  const abD = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax);
  if ((abC > 0 && abD < 0) || (abC < 0 && abD > 0)) {
    const cdA = (dx - cx) * (ay - cy) - (dy - cy) * (ax - cx);
    const cdB = (dx - cx) * (by - cy) - (dy - cy) * (bx - cx);
    if ((cdA > 0 && cdB < 0) || (cdA < 0 && cdB > 0)) return 0;
  }
  let least = pointDistance2(ax, ay, q, j);
  const fromB = pointDistance2(bx, by, q, j);
  if (fromB < least) least = fromB;
  const fromC = pointDistance2(cx, cy, p, i);
  if (fromC < least) least = fromC;
  const fromD = pointDistance2(dx, dy, p, i);
  return fromD < least ? fromD : least;
}
