import { crossesRingOddly } from "../geometry/point-in-rings.ts";

/** Corners of the way around: far enough apart that no chord comes near the disc it goes round. */
const CORNERS = 16;
/** Radius of that way in radii of the disc around everything. */
const FAR = 10;

interface Disc {
  readonly x: number;
  readonly y: number;
  readonly radiusM: number;
}

/** A disc around points given as x, y, x, y … */
function discAround(xy: readonly number[]): Disc {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let k = 0; k < xy.length; k += 2) {
    minX = Math.min(minX, xy[k]);
    maxX = Math.max(maxX, xy[k]);
    minY = Math.min(minY, xy[k + 1]);
    maxY = Math.max(maxY, xy[k + 1]);
  }
  const [x, y] = [(minX + maxX) / 2, (minY + maxY) / 2];
  return { x, y, radiusM: 1 + Math.hypot(maxX - minX, maxY - minY) };
}

/** The point that the line from `inner` through `end` reaches outside the disc. */
function extend(inner: readonly number[], end: readonly number[], { radiusM }: Disc): number[] {
  const [dx, dy] = [end[0] - inner[0], end[1] - inner[1]];
  const stretch = (2 * radiusM) / Math.hypot(dx, dy);
  return [end[0] + stretch * dx, end[1] + stretch * dy];
}

/** One side of a line through a disc as a ring: the line, extended, and a way back around the disc. */
function sideRing(points: readonly (readonly number[])[], disc: Disc): Float64Array {
  const first = extend(points[1], points[0], disc);
  const last = extend(points[points.length - 2], points[points.length - 1], disc);
  const angleOf = ([x, y]: readonly number[]) => Math.atan2(y - disc.y, x - disc.x);
  const from = angleOf(last);
  const turn = (angleOf(first) - from + 4 * Math.PI) % (2 * Math.PI);
  const around = Array.from({ length: CORNERS + 1 }, (_, k) => {
    const angle = from + (turn * k) / CORNERS;
    const r = FAR * disc.radiusM;
    return [disc.x + r * Math.cos(angle), disc.y + r * Math.sin(angle)];
  });
  return Float64Array.from([first, ...points, last, ...around].flat());
}

/**
 * Members on either side of a drawn line, which is taken to run on straight at both ends; a compound
 * is where its centroid is. O(members · corners).
 * @param xy centroids, x at 2i, y at 2i+1, m
 * @param line corners in m, at least two different ones, else everybody is on one side
 * @returns both sides ascending; one may be empty
 */
export function splitByLine(
  xy: Float64Array,
  members: readonly number[],
  line: readonly (readonly [number, number])[],
): readonly [number[], number[]] {
  const points = line.filter(
    ([x, y], k) => k === 0 || x !== line[k - 1][0] || y !== line[k - 1][1],
  );
  const sorted = [...members].sort((a, b) => a - b);
  if (points.length < 2) return [sorted, []];
  const places = sorted.flatMap((i) => [xy[2 * i], xy[2 * i + 1]]);
  const ring = sideRing(points, discAround([...places, ...points.flat()]));
  const isInside = (i: number) =>
    crossesRingOddly(ring, 0, ring.length / 2, xy[2 * i], xy[2 * i + 1]);
  return [sorted.filter((i) => !isInside(i)), sorted.filter(isInside)];
}
