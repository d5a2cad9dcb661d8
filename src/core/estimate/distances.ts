import { farthestPairM } from "../geometry/farthest-pair.ts";

/** {@link farthestPairM} where it exceeds `freeM`, else 0: most districts show it by their box alone. */
export function farthestBeyondM(
  centroid: Float64Array,
  of: { readonly members: ArrayLike<number>; readonly count: number; readonly freeM: number },
): number {
  const { members, count, freeM } = of;
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  for (let k = 0; k < count; k++) {
    const x = centroid[2 * members[k]];
    const y = centroid[2 * members[k] + 1];
    if (x < minX) minX = x;
    if (x > maxX) maxX = x;
    if (y < minY) minY = y;
    if (y > maxY) maxY = y;
  }
  const width = maxX - minX;
  const height = maxY - minY;
  if (width * width + height * height <= freeM * freeM) return 0;
  const spanM = farthestPairM(centroid, members, count);
  return spanM > freeM ? spanM : 0;
}

/**
 * Position in `members` of the service point: the member nearest to the centre of the households,
 * where a control room serves most people on the shortest way.
 */
function findServicePoint(
  centroid: Float64Array,
  members: ArrayLike<number>,
  households: (member: number) => number,
): number {
  let x = 0;
  let y = 0;
  let all = 0;
  for (let k = 0; k < members.length; k++) {
    const weight = Math.max(1, households(members[k]));
    x += weight * centroid[2 * members[k]];
    y += weight * centroid[2 * members[k] + 1];
    all += weight;
  }
  const from = (i: number) => Math.hypot(centroid[2 * i] - x / all, centroid[2 * i + 1] - y / all);
  let point = 0;
  for (let k = 1; k < members.length; k++) {
    if (from(members[k]) < from(members[point])) point = k;
  }
  return point;
}

/** Distance of each member from the service point, m, in the order of `members`. */
export function serviceDistancesM(
  centroid: Float64Array,
  members: ArrayLike<number>,
  households: (member: number) => number,
): number[] {
  const point = members[findServicePoint(centroid, members, households)];
  const [x, y] = [centroid[2 * point], centroid[2 * point + 1]];
  return Array.from(members, (i) => Math.hypot(centroid[2 * i] - x, centroid[2 * i + 1] - y));
}

/** Greatest distance from the service point to a member, m. */
export function responseM(
  centroid: Float64Array,
  members: ArrayLike<number>,
  households: (member: number) => number,
): number {
  return serviceDistancesM(centroid, members, households).reduce((a, b) => Math.max(a, b), 0);
}
