/** Up to here every pair is looked at; beyond, points too near the middle are passed over. */
const MOST_PLAIN = 48;

function farthest2(xy: Float64Array, list: ArrayLike<number>, count: number): number {
  let most = 0;
  for (let a = 0; a < count; a++) {
    const ax = xy[2 * list[a]];
    const ay = xy[2 * list[a] + 1];
    for (let b = a + 1; b < count; b++) {
      const dx = ax - xy[2 * list[b]];
      const dy = ay - xy[2 * list[b] + 1];
      const d2 = dx * dx + dy * dy;
      if (d2 > most) most = d2;
    }
  }
  return most;
}

/** Position in the list of the point farthest from (x, y). */
function findFarthest(
  xy: Float64Array,
  list: ArrayLike<number>,
  count: number,
  x: number,
  y: number,
): number {
  let best = 0;
  let most = -1;
  for (let k = 0; k < count; k++) {
    const dx = xy[2 * list[k]] - x;
    const dy = xy[2 * list[k] + 1] - y;
    const d2 = dx * dx + dy * dy;
    if (d2 <= most) continue;
    most = d2;
    best = k;
  }
  return best;
}

/**
 * Greatest distance between two points of `list[0 … count−1]`, m; 0 for fewer than two. Exact: equal
 * to looking at all pairs. With a pair of distance D known and all points within R of a middle, no
 * point nearer to the middle than D − R can be of a farther pair; only the others are paired.
 * @param xy x at 2i, y at 2i+1, m
 * @param scratch room for `count` numbers, so that nothing is allocated; overwritten
 */
export function farthestPairM(
  xy: Float64Array,
  list: ArrayLike<number>,
  count: number,
  scratch?: Int32Array,
): number {
  if (count <= MOST_PLAIN) return Math.sqrt(farthest2(xy, list, count));
  const outside = scratch ?? new Int32Array(count);
  const first = list[findFarthest(xy, list, count, xy[2 * list[0]], xy[2 * list[0] + 1])];
  const second = list[findFarthest(xy, list, count, xy[2 * first], xy[2 * first + 1])];
  const knownM = Math.hypot(xy[2 * first] - xy[2 * second], xy[2 * first + 1] - xy[2 * second + 1]);
  const x = (xy[2 * first] + xy[2 * second]) / 2;
  const y = (xy[2 * first + 1] + xy[2 * second + 1]) / 2;
  const outer = list[findFarthest(xy, list, count, x, y)];
  const radiusM = Math.hypot(xy[2 * outer] - x, xy[2 * outer + 1] - y);
  // A micrometre of room: the bound is summed in floating point.
  const leastM = Math.max(0, knownM - radiusM - 1e-6);
  let kept = 0;
  for (let k = 0; k < count; k++) {
    const dx = xy[2 * list[k]] - x;
    const dy = xy[2 * list[k] + 1] - y;
    if (dx * dx + dy * dy >= leastM * leastM) outside[kept++] = list[k];
  }
  return Math.sqrt(farthest2(xy, outside, kept));
}
