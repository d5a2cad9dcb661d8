/** Distances at or below this are zero: a micrometre, far below any survey and above rounding. */
export const TOUCH_M = 1e-6;

/** Squared distance from p to the segment a–b, m². */
export function pointSegment2(
  px: number,
  py: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): number {
  const dx = bx - ax;
  const dy = by - ay;
  const length2 = dx * dx + dy * dy;
  const along = length2 > 0 ? ((px - ax) * dx + (py - ay) * dy) / length2 : 0;
  const u = Math.max(0, Math.min(1, along));
  const ex = px - ax - u * dx;
  const ey = py - ay - u * dy;
  return ex * ex + ey * ey;
}

/** True when the segments a–b and c–d cross in one inner point of both. */
function crossProperly(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): boolean {
  const abC = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
  const abD = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax);
  if (!((abC > 0 && abD < 0) || (abC < 0 && abD > 0))) return false;
  const cdA = (dx - cx) * (ay - cy) - (dy - cy) * (ax - cx);
  const cdB = (dx - cx) * (by - cy) - (dy - cy) * (bx - cx);
  return (cdA > 0 && cdB < 0) || (cdA < 0 && cdB > 0);
}

/** Squared distance between the segments a–b and c–d, m²; 0 when they cross. Lengths may be 0. */
export function segmentDistance2(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): number {
  if (crossProperly(ax, ay, bx, by, cx, cy, dx, dy)) return 0;
  return Math.min(
    pointSegment2(ax, ay, cx, cy, dx, dy),
    pointSegment2(bx, by, cx, cy, dx, dy),
    pointSegment2(cx, cy, ax, ay, bx, by),
    pointSegment2(dx, dy, ax, ay, bx, by),
  );
}

/** Position 0…1 on a–b of the point nearest to p; 0 when a = b. */
function nearestOn(px: number, py: number, ax: number, ay: number, bx: number, by: number): number {
  const dx = bx - ax;
  const dy = by - ay;
  const length2 = dx * dx + dy * dy;
  if (!(length2 > 0)) return 0;
  return Math.min(1, Math.max(0, ((px - ax) * dx + (py - ay) * dy) / length2));
}

/** u on a–b, v on c–d and their distance for the four ends; reused because links are many. */
const ends = new Float64Array(12);

/**
 * The shortest connection between the segments a–b and c–d, all in metres. Where it is not unique
 * (parallel segments, within {@link TOUCH_M}) it is the middle one of the facing stretch.
 * @param out receives x1, y1 on a–b, then x2, y2 on c–d; equal when the segments meet
 * @returns length of the facing stretch, m; 0 when the shortest connection is unique
 */
export function connectSegments(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
  out: Float64Array,
): number {
  let least = Infinity;
  for (let i = 0; i < 4; i++) {
    const fromA = i < 2;
    const odd = i % 2;
    const u = fromA ? odd : nearestOn(odd ? dx : cx, odd ? dy : cy, ax, ay, bx, by);
    const v = fromA ? nearestOn(odd ? bx : ax, odd ? by : ay, cx, cy, dx, dy) : odd;
    const awayX = ax + u * (bx - ax) - cx - v * (dx - cx);
    const awayY = ay + u * (by - ay) - cy - v * (dy - cy);
    const gap = Math.sqrt(awayX * awayX + awayY * awayY);
    ends[3 * i] = u;
    ends[3 * i + 1] = v;
    ends[3 * i + 2] = gap;
    least = Math.min(least, gap);
  }
  // Ends that touch come before a crossing: overlapping collinear segments may seem to cross anywhere.
  if (least > TOUCH_M && crossProperly(ax, ay, bx, by, cx, cy, dx, dy)) {
    const abC = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
    const abD = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax);
    const v = abC / (abC - abD);
    out[0] = out[2] = cx + v * (dx - cx);
    out[1] = out[3] = cy + v * (dy - cy);
    return 0;
  }
  let first = -1;
  let last = -1;
  for (let i = 0; i < 12; i += 3) {
    if (ends[i + 2] > least + TOUCH_M) continue;
    if (first < 0 || ends[i] < ends[first]) first = i;
    if (last < 0 || ends[i] > ends[last]) last = i;
  }
  // The distance is convex along both segments, so halfway between two shortest is shortest too.
  const u = (ends[first] + ends[last]) / 2;
  const v = (ends[first + 1] + ends[last + 1]) / 2;
  out[0] = ax + u * (bx - ax);
  out[1] = ay + u * (by - ay);
  out[2] = least <= TOUCH_M ? out[0] : cx + v * (dx - cx);
  out[3] = least <= TOUCH_M ? out[1] : cy + v * (dy - cy);
  if (first === last) return 0;
  return (ends[last] - ends[first]) * Math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay));
}
