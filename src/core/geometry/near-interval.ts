import { pointSegment2 } from "./segment-distance.ts";

/** Widens `out` to the part 0…1 where |start + u·step|² ≤ reach², a disc. */
function widenByDisc(
  startX: number,
  startY: number,
  stepX: number,
  stepY: number,
  reach2: number,
  out: Float64Array,
): void {
  const a = stepX * stepX + stepY * stepY;
  const half = startX * stepX + startY * stepY;
  const rest = startX * startX + startY * startY - reach2;
  const root2 = half * half - a * rest;
  if (root2 < 0) return;
  const root = Math.sqrt(root2);
  const from = Math.max(0, (-half - root) / a);
  const to = Math.min(1, (-half + root) / a);
  if (from > to) return;
  if (from < out[0]) out[0] = from;
  if (to > out[1]) out[1] = to;
}

/** Narrows `out` to where low ≤ start + u·step ≤ high. */
function narrowBySlab(start: number, step: number, low: number, high: number, out: Float64Array) {
  if (step === 0) {
    if (start < low || start > high) out[1] = -1;
    return;
  }
  const p = (low - start) / step;
  const q = (high - start) / step;
  out[0] = Math.max(out[0], Math.min(p, q));
  out[1] = Math.min(out[1], Math.max(p, q));
}

const slab = new Float64Array(2);

/**
 * The part of segment a–b that lies within `reachM` of segment c–d. It is one interval, because a
 * segment widened by a disc is convex: the hull of what two discs and one rectangle cover.
 * @param out receives from, to as positions 0…1 on a–b
 * @returns false when no part is that near or a = b
 */
export function nearInterval(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
  reachM: number,
  out: Float64Array,
): boolean {
  const stepX = bx - ax;
  const stepY = by - ay;
  if (stepX === 0 && stepY === 0) return false;
  const reach2 = reachM * reachM;
  if (
    pointSegment2(ax, ay, cx, cy, dx, dy) <= reach2 &&
    pointSegment2(bx, by, cx, cy, dx, dy) <= reach2
  ) {
    out[0] = 0;
    out[1] = 1;
    return true;
  }
  out[0] = 2;
  out[1] = -1;
  widenByDisc(ax - cx, ay - cy, stepX, stepY, reach2, out);
  widenByDisc(ax - dx, ay - dy, stepX, stepY, reach2, out);
  const length = Math.sqrt((dx - cx) * (dx - cx) + (dy - cy) * (dy - cy));
  if (length > 0) {
    const ex = (dx - cx) / length;
    const ey = (dy - cy) / length;
    slab[0] = 0;
    slab[1] = 1;
    narrowBySlab((ax - cx) * ex + (ay - cy) * ey, stepX * ex + stepY * ey, 0, length, slab);
    const across = (ay - cy) * ex - (ax - cx) * ey;
    narrowBySlab(across, stepY * ex - stepX * ey, -reachM, reachM, slab);
    if (slab[0] <= slab[1]) {
      out[0] = Math.min(out[0], slab[0]);
      out[1] = Math.max(out[1], slab[1]);
    }
  }
  return out[0] <= out[1];
}
