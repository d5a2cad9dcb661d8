import { TOUCH_M } from "../geometry/segment-distance.ts";
import { type Cover, coveredPart, createSpans, type Spans } from "./covered-part.ts";
import { type Side, STRIDE } from "./segment-side.ts";

/** The least distance found so far and the places that may attain it. */
export interface Nearest {
  best2: number;
  /** places farther than this, squared, need not be kept */
  limit2: number;
  /** corner of one side, segment of the other, squared distance; three numbers each */
  readonly places: number[];
  /** how many of `places` count */
  end: number;
}

/** Squared distances of a point from all segments of q; returns the least. */
function measurePoint(row: Float64Array, px: number, py: number, q: Side): number {
  const t = q.segments;
  const { count } = q;
  let least2 = Infinity;
  for (let j = 0, at = 0; j < count; j++, at += STRIDE) {
    const wx = px - t[at];
    const wy = py - t[at + 1];
    const ex = t[at + 2];
    const ey = t[at + 3];
    const across = ex * wy - ey * wx;
    const beyond = Math.abs(wx * ex + wy * ey) - t[at + 4];
    // Half of beyond + |beyond| is max(0, beyond) without a branch, which would be a coin toss.
    const past = (beyond + Math.abs(beyond)) / 2;
    const d2 = across * across + past * past;
    row[j] = d2;
    if (d2 < least2) least2 = d2;
  }
  return least2;
}

/** Squared distance of a point from the bounds of a side. */
function boundsDistance2(px: number, py: number, { bounds }: Side): number {
  const west = bounds[0] - px;
  const east = px - bounds[2];
  const south = bounds[1] - py;
  const north = py - bounds[3];
  const dx = west > 0 ? west : east > 0 ? east : 0;
  const dy = south > 0 ? south : north > 0 ? north : 0;
  return dx * dx + dy * dy;
}

function keepNearest(
  nearest: Nearest,
  row: Float64Array,
  least2: number,
  corner: number,
  count: number,
): void {
  if (least2 < nearest.best2) {
    nearest.best2 = least2;
    const kept = Math.sqrt(least2) + TOUCH_M;
    nearest.limit2 = Math.min(nearest.limit2, kept * kept);
  }
  const { limit2, places } = nearest;
  for (let j = 0; j < count; j++) {
    if (row[j] > limit2) continue;
    places[nearest.end++] = corner;
    places[nearest.end++] = j;
    places[nearest.end++] = row[j];
  }
}

/** Goes along one side and measures its corners against the segments of the other. */
export interface SideSweep {
  /** Finds the places of p's corners that are nearest to q. */
  approach(p: Side, q: Side, nearest: Nearest): void;
  /**
   * Metres of `cover.p` within reach of `cover.q`.
   * @param onPart receives the parts 0…1 of each segment that has some, in ring order
   */
  coverM(cover: Cover, onPart?: (segment: number, parts: Spans) => void): number;
}

/** @param segments most segments of a side */
export function createSideSweep(segments: number): SideSweep {
  const spans = createSpans(segments);
  let atFrom = new Float64Array(segments);
  let atTo = new Float64Array(segments);
  return {
    approach(p, q, nearest) {
      const { corners } = p;
      const end = p.count > 0 ? p.from[p.count - 1] + 1 : -1;
      for (let corner = 0; corner <= end; corner++) {
        const px = corners[2 * corner];
        const py = corners[2 * corner + 1];
        if (boundsDistance2(px, py, q) > nearest.limit2) continue;
        const least2 = measurePoint(atFrom, px, py, q);
        if (least2 <= nearest.limit2) keepNearest(nearest, atFrom, least2, corner, q.count);
      }
    },
    coverM(cover, onPart) {
      const { p, q } = cover;
      const { corners } = p;
      let reached = -1;
      let totalM = 0;
      const s = p.segments;
      for (let i = 0, at = 0; i < p.count; i++, at += STRIDE) {
        const corner = p.from[i];
        const halfM = s[at + 4];
        const awayM = cover.reachM + halfM;
        if (boundsDistance2(s[at], s[at + 1], q) > awayM * awayM) continue;
        const spare = atFrom;
        atFrom = atTo;
        atTo = spare;
        if (corner !== reached) {
          measurePoint(atFrom, corners[2 * corner], corners[2 * corner + 1], q);
        }
        reached = corner + 1;
        measurePoint(atTo, corners[2 * reached], corners[2 * reached + 1], q);
        if (halfM === 0) continue;
        const share = coveredPart(spans, cover, i, atFrom, atTo);
        if (share === 0) continue;
        totalM += 2 * halfM * share;
        onPart?.(i, spans);
      }
      return totalM;
    },
  };
}
