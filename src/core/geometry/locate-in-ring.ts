export type RingSide = "inside" | "outside" | "edge";

function distanceSquared(ring: ArrayLike<number>, i: number, j: number, x: number, y: number) {
  const dx = ring[j] - ring[i];
  const dy = ring[j + 1] - ring[i + 1];
  const length2 = dx * dx + dy * dy;
  const along = length2 === 0 ? 0 : ((x - ring[i]) * dx + (y - ring[i + 1]) * dy) / length2;
  const t = Math.min(1, Math.max(0, along));
  return (x - ring[i] - t * dx) ** 2 + (y - ring[i + 1] - t * dy) ** 2;
}

/**
 * Where a point lies relative to an open flat ring (even-odd); `edge` within `toleranceM` of the
 * boundary.
 */
export function locateInRing(
  ring: ArrayLike<number>,
  point: readonly [number, number],
  toleranceM: number,
): RingSide {
  const [x, y] = point;
  const limit = toleranceM * toleranceM;
  let inside = false;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    if (distanceSquared(ring, j, i, x, y) <= limit) return "edge";
    if (ring[i + 1] > y === ring[j + 1] > y) continue;
    const at = ((ring[j] - ring[i]) * (y - ring[i + 1])) / (ring[j + 1] - ring[i + 1]) + ring[i];
    if (x < at) inside = !inside;
  }
  return inside ? "inside" : "outside";
}
