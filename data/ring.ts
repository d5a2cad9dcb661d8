/** Metres east and north of the city's middle. */
export type Point = readonly [number, number];

/** Open ring (last point ≠ first), counter-clockwise unless said otherwise. */
export type Ring = readonly Point[];

/** An oriented frame: `origin`, the unit vector of the long side, and the extents along both. */
export interface Frame {
  readonly origin: Point;
  readonly along: Point;
  readonly lengthM: number;
  readonly widthM: number;
}

/** Signed area, m²; positive when counter-clockwise. */
export function areaM2(ring: Ring): number {
  let twice = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i] as Point;
    const [xj, yj] = ring[j] as Point;
    twice += xj * yi - xi * yj;
  }
  return twice / 2;
}

/** Area centroid; the mean of the points when the area vanishes. */
export function centroid(ring: Ring): Point {
  const [x0, y0] = ring[0] as Point;
  let [twice, cx, cy] = [0, 0, 0];
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = [ring[i]![0] - x0, ring[i]![1] - y0];
    const [xj, yj] = [ring[j]![0] - x0, ring[j]![1] - y0];
    const cross = xj * yi - xi * yj;
    twice += cross;
    cx += (xi + xj) * cross;
    cy += (yi + yj) * cross;
  }
  return twice === 0 ? [x0, y0] : [x0 + cx / (3 * twice), y0 + cy / (3 * twice)];
}

export function distanceM(a: Point, b: Point): number {
  return Math.hypot(b[0] - a[0], b[1] - a[1]);
}

/** Length of an open path, metres. */
export function pathLengthM(path: readonly Point[]): number {
  let sum = 0;
  for (let i = 1; i < path.length; i++) sum += distanceM(path[i - 1]!, path[i]!);
  return sum;
}

/** Length of a closed ring, metres. */
export function perimeterM(ring: Ring): number {
  return pathLengthM(ring) + distanceM(ring[ring.length - 1]!, ring[0]!);
}

/** Even-odd test; points on the boundary fall on either side. */
export function isInside(ring: Ring, [x, y]: Point): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i] as Point;
    const [xj, yj] = ring[j] as Point;
    if (yi > y !== yj > y && x < xi + ((y - yi) / (yj - yi)) * (xj - xi)) inside = !inside;
  }
  return inside;
}

/** Coordinates in a frame: along its long side, and across. */
export function toFrame(frame: Frame, [x, y]: Point): Point {
  const [dx, dy] = [x - frame.origin[0], y - frame.origin[1]];
  return [dx * frame.along[0] + dy * frame.along[1], dy * frame.along[0] - dx * frame.along[1]];
}

/** Inverse of {@link toFrame}. */
export function fromFrame(frame: Frame, [s, t]: Point): Point {
  const [ax, ay] = frame.along;
  return [frame.origin[0] + s * ax - t * ay, frame.origin[1] + s * ay + t * ax];
}

/** The smallest box around the ring that is parallel to one of its edges; origin at its middle. */
export function longFrame(ring: Ring): Frame {
  let best: Frame | null = null;
  for (let i = 0; i < ring.length; i++) {
    const [a, b] = [ring[i]!, ring[(i + 1) % ring.length]!];
    const length = distanceM(a, b);
    if (length < 1e-6) continue;
    const frame = boxAlong(ring, [(b[0] - a[0]) / length, (b[1] - a[1]) / length]);
    if (!best || frame.lengthM * frame.widthM < best.lengthM * best.widthM) best = frame;
  }
  if (!best) throw new Error(`a ring of ${ring.length} equal points has no frame`);
  return best;
}

function boxAlong(ring: Ring, direction: Point): Frame {
  const flat: Frame = { origin: [0, 0], along: direction, lengthM: 0, widthM: 0 };
  let [minS, minT, maxS, maxT] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const point of ring) {
    const [s, t] = toFrame(flat, point);
    minS = Math.min(minS, s);
    maxS = Math.max(maxS, s);
    minT = Math.min(minT, t);
    maxT = Math.max(maxT, t);
  }
  const origin = fromFrame(flat, [(minS + maxS) / 2, (minT + maxT) / 2]);
  const [length, width] = [maxS - minS, maxT - minT];
  if (length >= width) return { origin, along: direction, lengthM: length, widthM: width };
  return { origin, along: [-direction[1], direction[0]], lengthM: width, widthM: length };
}
