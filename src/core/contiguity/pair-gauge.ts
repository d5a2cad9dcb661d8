import type { PolygonSet } from "../geometry/polygon-set.ts";
import { connectSegments, segmentDistance2, TOUCH_M } from "../geometry/segment-distance.ts";
import type { Spans } from "./covered-part.ts";
import { findNestedPoint } from "./nested-point.ts";
import { createSide, type Side, selectSegments } from "./segment-side.ts";
import { createSideSweep, type Nearest } from "./side-sweep.ts";

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
  /** Where {@link facingM} was measured: the stretches x0, y0, x1, y1, … of that boundary, m. */
  stretches(withinM: number): number[][];
}

/** Joins the parts of segments that follow each other into stretches. */
function createStretches(p: Side): { add(i: number, parts: Spans): void; all: number[][] } {
  const all: number[][] = [];
  let reached = -1;
  return {
    all,
    add(i, parts) {
      const c = 2 * p.from[i];
      const at = (u: number, k: 0 | 1) =>
        p.corners[c + k] + u * (p.corners[c + 2 + k] - p.corners[c + k]);
      for (let s = 0; s < parts.count; s++) {
        if (!(parts.from[s] === 0 && reached === p.from[i])) {
          all.push([at(parts.from[s], 0), at(parts.from[s], 1)]);
        }
        all[all.length - 1].push(at(parts.to[s], 0), at(parts.to[s], 1));
        reached = parts.to[s] === 1 ? p.from[i] + 1 : -1;
      }
    },
  };
}

function distance2(a: Side, i: number, b: Side, j: number): number {
  const p = 2 * a.from[i];
  const q = 2 * b.from[j];
  const s = a.corners;
  const t = b.corners;
  return segmentDistance2(s[p], s[p + 1], s[p + 2], s[p + 3], t[q], t[q + 1], t[q + 2], t[q + 3]);
}

function connectAt(a: Side, i: number, b: Side, j: number, out: Float64Array): number {
  const p = 2 * a.from[i];
  const q = 2 * b.from[j];
  const s = a.corners;
  const t = b.corners;
  return connectSegments(
    s[p],
    s[p + 1],
    s[p + 2],
    s[p + 3],
    t[q],
    t[q + 1],
    t[q + 2],
    t[q + 3],
    out,
  );
}

function doOverlap(a: Side, b: Side): boolean {
  return !(
    a.bounds[0] > b.bounds[2] ||
    b.bounds[0] > a.bounds[2] ||
    a.bounds[1] > b.bounds[3] ||
    b.bounds[1] > a.bounds[3]
  );
}

/** Pairs of segments (i of a, j of b) in ring order, each once; `distance2` as in `from` a to b. */
interface SegmentPairs {
  readonly i: number[];
  readonly j: number[];
  readonly distance2: number[];
  count: number;
}

function insertPair(pairs: SegmentPairs, i: number, j: number): void {
  let at = pairs.count;
  while (at > 0 && (pairs.i[at - 1] > i || (pairs.i[at - 1] === i && pairs.j[at - 1] > j))) at--;
  if (at > 0 && pairs.i[at - 1] === i && pairs.j[at - 1] === j) return;
  for (let k = pairs.count++; k > at; k--) {
    pairs.i[k] = pairs.i[k - 1];
    pairs.j[k] = pairs.j[k - 1];
  }
  pairs.i[at] = i;
  pairs.j[at] = j;
}

function insertCrossing(pairs: SegmentPairs, a: Side, b: Side): void {
  for (let i = 0; i < a.count; i++) {
    for (let j = 0; j < b.count; j++) if (distance2(a, i, b, j) === 0) insertPair(pairs, i, j);
  }
}

/** Adds the pairs of segments that meet at the places kept; `p` is the side of the corners. */
function insertNearest(
  pairs: SegmentPairs,
  { places, limit2, end }: Nearest,
  p: Side,
  isA: boolean,
): void {
  for (let k = 0; k < end; k += 3) {
    if (places[k + 2] > limit2) continue;
    const other = places[k + 1];
    for (const own of [p.ending[places[k]], p.starting[places[k]]]) {
      if (own >= 0) insertPair(pairs, isA ? own : other, isA ? other : own);
    }
  }
}

/** Segments of the unit that has most: as many as it has points. */
function countLongest({ count, ringStart, polyStart, unitStart }: PolygonSet): number {
  let longest = 0;
  for (let unit = 0; unit < count; unit++) {
    const first = ringStart[polyStart[unitStart[unit]]];
    longest = Math.max(longest, ringStart[polyStart[unitStart[unit + 1]]] - first);
  }
  return longest;
}

/**
 * A gauge over all units of a set. Boundaries are all rings, so a unit inside another's hole is as
 * far as the hole's ring; a unit inside another's area is at 0. Distances up to 1 µm are 0.
 */
export function createPairGauge(shapes: PolygonSet): PairGauge {
  const longest = countLongest(shapes);
  const a = createSide(longest);
  const b = createSide(longest);
  const sweeper = createSideSweep(longest);
  const nearest: Nearest = { best2: 0, limit2: 0, places: [], end: 0 };
  /** those that may attain the distance */
  const pairs: SegmentPairs = { i: [], j: [], distance2: [], count: 0 };
  const probe = new Float64Array(4);
  let reachM = 0;
  let distanceM = Infinity;
  let nested = -1;

  /** Keeps the pairs of segments that may attain the distance. */
  function approach(): void {
    nearest.best2 = Infinity;
    nearest.limit2 = reachM * reachM;
    nearest.end = 0;
    sweeper.approach(a, b, nearest);
    insertNearest(pairs, nearest, a, true);
    nearest.end = 0;
    sweeper.approach(b, a, nearest);
    insertNearest(pairs, nearest, b, false);
    if (doOverlap(a, b)) insertCrossing(pairs, a, b);
  }

  const withinOf = (withinM: number) => ({
    reachM: withinM + TOUCH_M,
    mayCross: doOverlap(a, b),
  });

  function leastDistanceM(): number {
    let least2 = Infinity;
    for (let k = 0; k < pairs.count; k++) {
      const d2 = distance2(a, pairs.i[k], b, pairs.j[k]);
      pairs.distance2[k] = d2;
      if (d2 < least2) least2 = d2;
    }
    return Math.sqrt(least2);
  }

  return {
    measure(unitA, unitB, withinM) {
      reachM = withinM;
      const toB = { boxes: shapes.bounds, at: 4 * unitB, reachM };
      selectSegments(a, unitA, toB, shapes);
      b.count = 0;
      pairs.count = 0;
      if (a.count > 0) {
        selectSegments(b, unitB, { boxes: a.bounds, at: 0, reachM }, shapes);
        if (b.count > 0) approach();
      }
      distanceM = leastDistanceM();
      nested = distanceM > TOUCH_M ? findNestedPoint(shapes, unitA, unitB) : -1;
      if (distanceM <= TOUCH_M || nested >= 0) distanceM = 0;
      return distanceM;
    },
    connect(out, at) {
      if (nested >= 0) {
        out[at] = out[at + 2] = shapes.xy[2 * nested];
        out[at + 1] = out[at + 3] = shapes.xy[2 * nested + 1];
        return;
      }
      const reach2 = (distanceM + TOUCH_M) ** 2;
      let longestM = -1;
      for (let k = 0; k < pairs.count; k++) {
        if (pairs.distance2[k] > reach2) continue;
        const stretchM = connectAt(a, pairs.i[k], b, pairs.j[k], probe);
        if (longestM >= 0 && stretchM <= longestM + TOUCH_M) continue;
        longestM = stretchM;
        for (let c = 0; c < 4; c++) out[at + c] = probe[c];
      }
    },
    facingM(withinM) {
      if (distanceM > withinM + TOUCH_M || b.count === 0) return 0;
      const within = withinOf(withinM);
      return Math.min(
        sweeper.coverM({ p: a, q: b, ...within }),
        sweeper.coverM({ p: b, q: a, ...within }),
      );
    },
    stretches(withinM) {
      if (distanceM > withinM + TOUCH_M || b.count === 0) return [];
      const within = withinOf(withinM);
      const ofA = createStretches(a);
      const ofB = createStretches(b);
      const onA = sweeper.coverM({ p: a, q: b, ...within }, ofA.add);
      const onB = sweeper.coverM({ p: b, q: a, ...within }, ofB.add);
      return onA <= onB ? ofA.all : ofB.all;
    },
  };
}
