import { crossesRingOddly } from "../geometry/point-in-rings.ts";
import type { PolygonSet } from "../geometry/polygon-set.ts";
import { connectSegments, segmentDistance2, TOUCH_M } from "../geometry/segment-distance.ts";
import { readBoundary } from "./boundary.ts";
import { createSpans, nearLengthM } from "./near-length.ts";
import {
  boxDistance2,
  createSide,
  type Side,
  STRIDE,
  selectSegments,
  sideDistance2,
} from "./segment-side.ts";

/** Measures pairs of units one after the other, without allocating per pair. */
export interface PairGauge {
  /**
   * Takes up the pair (a, b) and returns the distance between their boundaries, m: 0 when they
   * touch, overlap or one lies inside the other, Infinity when it is more than `reachM`.
   */
  measure(a: number, b: number, reachM: number): number;
  /**
   * Shortest connection x1, y1 (on a), x2, y2 (on b) of the pair taken up, written at `at`.
   * Not unique: the middle of the longest facing stretch, then the first in ring order.
   */
  connect(out: Float64Array | number[], at: number): void;
  /** The shorter of the two boundaries' parts within `withinM` (≤ reach) of the other, m. */
  facingM(withinM: number): number;
}

/** Pairs of segments that came as near as any before them; i, j, squared distance. */
type Nearest = number[];

/** The squared distance, or Infinity; `nearest` receives all pairs that may attain it. */
function findNearest(nearest: Nearest, p: Side, q: Side, reachM: number): void {
  const s = p.segments;
  const t = q.segments;
  const endP = p.count * STRIDE;
  const endQ = q.count * STRIDE;
  let best2 = Infinity;
  let limit2 = reachM * reachM;
  nearest.length = 0;
  for (let i = 0; i < endP; i += STRIDE) {
    for (let j = 0; j < endQ; j += STRIDE) {
      if (boxDistance2(s, i, t, j) > limit2) continue;
      const d2 = sideDistance2(s, i, t, j);
      if (d2 > limit2) continue;
      nearest.push(i, j, d2);
      if (d2 >= best2) continue;
      best2 = d2;
      limit2 = Math.min(limit2, (Math.sqrt(d2) + TOUCH_M) ** 2);
    }
  }
}

function leastDistanceM(nearest: Nearest, s: Float64Array, t: Float64Array): number {
  let least2 = Infinity;
  for (let k = 0; k < nearest.length; k += 3) least2 = Math.min(least2, nearest[k + 2]);
  const limit2 = (Math.sqrt(least2) + TOUCH_M) ** 2;
  let exact2 = Infinity;
  for (let k = 0; k < nearest.length; k += 3) {
    if (nearest[k + 2] > limit2) continue;
    const i = nearest[k];
    const j = nearest[k + 1];
    const d2 = segmentDistance2(
      s[i],
      s[i + 1],
      s[i + 2],
      s[i + 3],
      t[j],
      t[j + 1],
      t[j + 2],
      t[j + 3],
    );
    if (d2 < exact2) exact2 = d2;
  }
  return Math.sqrt(exact2);
}

/** First point of a polygon of `inner` that lies inside `outer`, or −1. */
function nestedPoint(shapes: PolygonSet, inner: number, outer: number): number {
  const { xy, ringStart, polyStart, unitStart, bounds } = shapes;
  for (let poly = unitStart[inner]; poly < unitStart[inner + 1]; poly++) {
    const point = ringStart[polyStart[poly]];
    const x = xy[2 * point];
    const y = xy[2 * point + 1];
    if (x < bounds[4 * outer] || x > bounds[4 * outer + 2]) continue;
    if (y < bounds[4 * outer + 1] || y > bounds[4 * outer + 3]) continue;
    let inside = false;
    for (let r = polyStart[unitStart[outer]]; r < polyStart[unitStart[outer + 1]]; r++) {
      if (crossesRingOddly(xy, ringStart[r], ringStart[r + 1], x, y)) inside = !inside;
    }
    if (inside) return point;
  }
  return -1;
}

const probe = new Float64Array(4);

function connectNearest(
  nearest: Nearest,
  sides: { readonly s: Float64Array; readonly t: Float64Array },
  distanceM: number,
  out: Float64Array | number[],
  at: number,
): void {
  const { s, t } = sides;
  const reach2 = (distanceM + TOUCH_M) ** 2;
  let longestM = -1;
  for (let k = 0; k < nearest.length; k += 3) {
    if (nearest[k + 2] > reach2) continue;
    const i = nearest[k];
    const j = nearest[k + 1];
    const stretchM = connectSegments(
      s[i],
      s[i + 1],
      s[i + 2],
      s[i + 3],
      t[j],
      t[j + 1],
      t[j + 2],
      t[j + 3],
      probe,
    );
    if (longestM >= 0 && stretchM <= longestM + TOUCH_M) continue;
    longestM = stretchM;
    for (let c = 0; c < 4; c++) out[at + c] = probe[c];
  }
}

/**
 * A gauge over all units of a set. Boundaries are all rings, so a unit inside another's hole is as
 * far as the hole's ring; a unit inside another's area is at 0. Distances up to 1 µm are 0.
 */
export function createPairGauge(shapes: PolygonSet): PairGauge {
  const boundary = readBoundary(shapes);
  const a = createSide(boundary.longest);
  const b = createSide(boundary.longest);
  const spans = createSpans(boundary.longest);
  const nearest: Nearest = [];
  let distanceM = Infinity;
  let nested = -1;
  return {
    measure(unitA, unitB, reachM) {
      const toB = { boxes: shapes.bounds, at: 4 * unitB, reachM };
      selectSegments(a, unitA, toB, shapes, boundary);
      b.count = 0;
      if (a.count > 0) {
        selectSegments(b, unitB, { boxes: a.bounds, at: 0, reachM }, shapes, boundary);
      }
      findNearest(nearest, a, b, reachM);
      distanceM = nearest.length > 0 ? leastDistanceM(nearest, a.segments, b.segments) : Infinity;
      nested = -1;
      if (distanceM > TOUCH_M) {
        nested = nestedPoint(shapes, unitB, unitA);
        if (nested < 0) nested = nestedPoint(shapes, unitA, unitB);
      }
      if (distanceM <= TOUCH_M || nested >= 0) distanceM = 0;
      return distanceM;
    },
    connect(out, at) {
      if (nested >= 0) {
        out[at] = out[at + 2] = shapes.xy[2 * nested];
        out[at + 1] = out[at + 3] = shapes.xy[2 * nested + 1];
      } else {
        connectNearest(nearest, { s: a.segments, t: b.segments }, distanceM, out, at);
      }
    },
    facingM(withinM) {
      if (distanceM > withinM + TOUCH_M) return 0;
      const reachM = withinM + TOUCH_M;
      return Math.min(nearLengthM(a, b, reachM, spans), nearLengthM(b, a, reachM, spans));
    },
  };
}
