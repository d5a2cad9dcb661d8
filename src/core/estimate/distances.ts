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
 * Greatest distance from the service point to a member, m. The point is the member nearest to the
 * centre of the households, where a control room serves most people on the shortest way.
 */
export function responseM(
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
  const from = (px: number, py: number, i: number) =>
    Math.hypot(centroid[2 * i] - px, centroid[2 * i + 1] - py);
  let point = members[0];
  for (let k = 1; k < members.length; k++) {
    if (from(x / all, y / all, members[k]) < from(x / all, y / all, point)) point = members[k];
  }
  let most = 0;
  for (let k = 0; k < members.length; k++) {
    most = Math.max(most, from(centroid[2 * point], centroid[2 * point + 1], members[k]));
  }
  return most;
}
