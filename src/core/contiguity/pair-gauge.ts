import { crossesRingOddly } from "../geometry/point-in-rings.ts";
import type { PolygonSet } from "../geometry/polygon-set.ts";
import { connectSegments, segmentDistance2, TOUCH_M } from "../geometry/segment-distance.ts";
import { readBoundary } from "./boundary.ts";
import { nearLengthM, type Spans } from "./near-length.ts";
import { boxDistance2, type Side, STRIDE, selectSegments } from "./segment-side.ts";

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

function leastDistance2(p: Side, q: Side, reachM: number): number {
  let best = reachM * reachM;
  let found = false;
  const s = p.segments;
  const t = q.segments;
  for (let i = 0; i < p.count * STRIDE; i += STRIDE) {
    for (let j = 0; j < q.count * STRIDE; j += STRIDE) {
      if (boxDistance2(s, i, t, j) > best) continue;
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
      if (d2 > best) continue;
      best = d2;
      found = true;
      if (best === 0) return 0;
    }
  }
  return found ? best : Infinity;
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

function connectSides(p: Side, q: Side, distanceM: number, best: Float64Array): void {
  const s = p.segments;
  const t = q.segments;
  const reach2 = (distanceM + TOUCH_M) ** 2;
  const probe = new Float64Array(4);
  let longestM = -1;
  for (let i = 0; i < p.count * STRIDE; i += STRIDE) {
    const ax = s[i];
    const ay = s[i + 1];
    const bx = s[i + 2];
    const by = s[i + 3];
    for (let j = 0; j < q.count * STRIDE; j += STRIDE) {
      if (boxDistance2(s, i, t, j) > reach2) continue;
      const cx = t[j];
      const cy = t[j + 1];
      const dx = t[j + 2];
      const dy = t[j + 3];
      if (segmentDistance2(ax, ay, bx, by, cx, cy, dx, dy) > reach2) continue;
      const stretchM = connectSegments(ax, ay, bx, by, cx, cy, dx, dy, probe);
      if (longestM >= 0 && stretchM <= longestM + TOUCH_M) continue;
      longestM = stretchM;
      best.set(probe);
    }
  }
}

/**
 * A gauge over all units of a set. Boundaries are all rings, so a unit inside another's hole is as
 * far as the hole's ring; a unit inside another's area is at 0. Distances up to 1 µm are 0.
 */
export function createPairGauge(shapes: PolygonSet): PairGauge {
  const boundary = readBoundary(shapes);
  const a: Side = { segments: new Float64Array(boundary.longest * STRIDE), count: 0 };
  const b: Side = { segments: new Float64Array(boundary.longest * STRIDE), count: 0 };
  const best = new Float64Array(4);
  const spans: Spans = {
    from: new Float64Array(boundary.longest),
    to: new Float64Array(boundary.longest),
    count: 0,
  };
  let distanceM = Infinity;
  let nested = -1;
  return {
    measure(unitA, unitB, reachM) {
      selectSegments(a, unitA, unitB, reachM, shapes, boundary);
      selectSegments(b, unitB, unitA, reachM, shapes, boundary);
      distanceM = Math.sqrt(leastDistance2(a, b, reachM));
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
        best[0] = best[2] = shapes.xy[2 * nested];
        best[1] = best[3] = shapes.xy[2 * nested + 1];
      } else connectSides(a, b, distanceM, best);
      for (let i = 0; i < 4; i++) out[at + i] = best[i];
    },
    facingM(withinM) {
      if (distanceM > withinM + TOUCH_M) return 0;
      const reachM = withinM + TOUCH_M;
      return Math.min(nearLengthM(a, b, reachM, spans), nearLengthM(b, a, reachM, spans));
    },
  };
}
