/**
 * A point inside an open flat ring without crossings: in the middle of the ring's first stretch on the
 * level halfway between its two lowest different corner heights.
 */
export function findInnerPoint(ring: ArrayLike<number>): [number, number] {
  let lowest = Infinity;
  let second = Infinity;
  for (let i = 1; i < ring.length; i += 2) {
    if (ring[i] < lowest) [lowest, second] = [ring[i], lowest];
    else if (ring[i] > lowest && ring[i] < second) second = ring[i];
  }
  const y = (lowest + second) / 2;
  const crossings: number[] = [];
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    if (ring[i + 1] > y === ring[j + 1] > y) continue;
    const t = (y - ring[i + 1]) / (ring[j + 1] - ring[i + 1]);
    crossings.push(ring[i] + t * (ring[j] - ring[i]));
  }
  crossings.sort((a, b) => a - b);
  return [(crossings[0] + crossings[1]) / 2, y];
}
