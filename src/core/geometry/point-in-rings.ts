/** True when a ray from (x, y) to the east crosses an odd number of the ring's edges. */
export function crossesRingOddly(
  xy: Float64Array,
  firstPoint: number,
  endPoint: number,
  x: number,
  y: number,
): boolean {
  let odd = false;
  let px = xy[2 * (endPoint - 1)];
  let py = xy[2 * (endPoint - 1) + 1];
  for (let k = firstPoint; k < endPoint; k++) {
    const qx = xy[2 * k];
    const qy = xy[2 * k + 1];
    if (py > y !== qy > y && x < px + ((y - py) / (qy - py)) * (qx - px)) odd = !odd;
    px = qx;
    py = qy;
  }
  return odd;
}
