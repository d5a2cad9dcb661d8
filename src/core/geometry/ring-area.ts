/**
 * Signed area of an open flat ring `x0,y0,x1,y1,…` in the square of its unit (m² for metres);
 * positive when counter-clockwise. Works relative to the first point, so that large coordinates
 * cost no digits.
 */
export function signedRingArea(ring: ArrayLike<number>): number {
  const n = ring.length;
  if (n < 6) return 0;
  const x0 = ring[0];
  const y0 = ring[1];
  let twice = 0;
  for (let i = 2; i + 3 < n; i += 2) {
    twice += (ring[i] - x0) * (ring[i + 3] - y0) - (ring[i + 2] - x0) * (ring[i + 1] - y0);
  }
  return twice / 2;
}
