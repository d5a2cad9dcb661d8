import { nearInterval } from "../geometry/near-interval.ts";
import { type Side, STRIDE } from "./segment-side.ts";

/** Intervals 0…1 on one segment, in the order of their starts. */
export interface Spans {
  readonly from: Float64Array;
  readonly to: Float64Array;
  count: number;
}

/** Room for `count` intervals and one at either end. */
export function createSpans(count: number): Spans {
  return { from: new Float64Array(count + 2), to: new Float64Array(count + 2), count: 0 };
}

function insertSpan(spans: Spans, from: number, to: number): void {
  let at = spans.count++;
  for (; at > 0 && spans.from[at - 1] > from; at--) {
    spans.from[at] = spans.from[at - 1];
    spans.to[at] = spans.to[at - 1];
  }
  spans.from[at] = from;
  spans.to[at] = to;
}

/** Unites intervals that overlap, in place; returns their length together. */
function uniteSpans(spans: Spans): number {
  let kept = 0;
  let covered = 0;
  for (let i = 0; i < spans.count; i++) {
    if (kept > 0 && spans.from[i] <= spans.to[kept - 1]) {
      spans.to[kept - 1] = Math.max(spans.to[kept - 1], spans.to[i]);
      continue;
    }
    spans.from[kept] = spans.from[i];
    spans.to[kept++] = spans.to[i];
  }
  spans.count = kept;
  for (let i = 0; i < kept; i++) covered += spans.to[i] - spans.from[i];
  return covered;
}

function fillSpans(spans: Spans): number {
  spans.from[0] = 0;
  spans.to[0] = 1;
  spans.count = 1;
  return 1;
}

/**
 * Metres from a point within reach of segment j, along the direction (ux, uy) of length 1, to where
 * the reach ends. What is within reach of a segment is a strip with round ends: the way leaves the
 * strip beside the segment, or else the round end that lies on its side.
 */
function leaveAfterM(
  px: number,
  py: number,
  ux: number,
  uy: number,
  t: Float64Array,
  j: number,
  reachM: number,
): number {
  const ex = t[j + 2];
  const ey = t[j + 3];
  const half = t[j + 4];
  const wx = px - t[j];
  const wy = py - t[j + 1];
  const across = ex * wy - ey * wx;
  const rise = ex * uy - ey * ux;
  const along = ex * wx + ey * wy;
  const drift = ex * ux + ey * uy;
  let forward = drift > 0;
  if (rise !== 0) {
    const strip = ((rise > 0 ? reachM : -reachM) - across) / rise;
    const side = along + strip * drift;
    if (Math.abs(side) <= half) return strip;
    forward = side > 0;
  }
  const cx = wx - (forward ? half * ex : -half * ex);
  const cy = wy - (forward ? half * ey : -half * ey);
  const toward = cx * ux + cy * uy;
  const rest = cx * cx + cy * cy - reachM * reachM;
  return Math.sqrt(Math.max(0, toward * toward - rest)) - toward;
}

const span = new Float64Array(2);

/** Squared distance from a point to the segment at `at`. */
function pointDistance2(px: number, py: number, t: Float64Array, at: number): number {
  const wx = px - t[at];
  const wy = py - t[at + 1];
  const ex = t[at + 2];
  const ey = t[at + 3];
  const across = ex * wy - ey * wx;
  const beyond = Math.abs(wx * ex + wy * ey) - t[at + 4];
  const past = beyond > 0 ? beyond : 0;
  return across * across + past * past;
}

/** What {@link coveredPart} needs to know of the pair at hand. */
export interface Cover {
  readonly p: Side;
  readonly q: Side;
  readonly reachM: number;
  /** the boundaries may cross */
  readonly mayCross: boolean;
}

/** The part of segment i of p between both ends of it out of reach of segment j of q. */
function addMiddle(spans: Spans, { p, q, reachM, mayCross }: Cover, i: number, j: number): void {
  const a = 2 * p.from[i];
  const c = 2 * q.from[j];
  const s = p.segments;
  const reach2 = reachM * reachM;
  const isNear =
    mayCross ||
    pointDistance2(q.corners[c], q.corners[c + 1], s, STRIDE * i) <= reach2 ||
    pointDistance2(q.corners[c + 2], q.corners[c + 3], s, STRIDE * i) <= reach2;
  if (!isNear) return;
  const found = nearInterval(
    p.corners[a],
    p.corners[a + 1],
    p.corners[a + 2],
    p.corners[a + 3],
    q.corners[c],
    q.corners[c + 1],
    q.corners[c + 2],
    q.corners[c + 3],
    reachM,
    span,
  );
  if (found) insertSpan(spans, span[0], span[1]);
}

/**
 * Share 0…1 of segment i of p within reach of q, given the squared distances of its two ends from
 * every segment of q; `spans` receives the parts, apart and in order. What is within reach of one segment of q is one interval.
 */
export function coveredPart(
  spans: Spans,
  cover: Cover,
  i: number,
  atFrom: Float64Array,
  atTo: Float64Array,
): number {
  const { p, q, reachM } = cover;
  const reach2 = reachM * reachM;
  for (let j = 0; j < q.count; j++)
    if (atFrom[j] <= reach2 && atTo[j] <= reach2) return fillSpans(spans);
  const s = p.segments;
  const ux = s[STRIDE * i + 2];
  const uy = s[STRIDE * i + 3];
  const lengthM = 2 * s[STRIDE * i + 4];
  const corner = 2 * p.from[i];
  /** From farther than this no part between the ends can be within reach. */
  const middle2 = (reachM + lengthM / 2) ** 2;
  let start = 0;
  let end = lengthM;
  spans.count = 0;
  for (let j = 0; j < q.count; j++) {
    const at = STRIDE * j;
    if (atFrom[j] <= reach2) {
      const x = p.corners[corner];
      const y = p.corners[corner + 1];
      const leftM = leaveAfterM(x, y, ux, uy, q.segments, at, reachM);
      if (leftM > start) start = leftM;
    } else if (atTo[j] <= reach2) {
      const x = p.corners[corner + 2];
      const y = p.corners[corner + 3];
      const leftM = leaveAfterM(x, y, -ux, -uy, q.segments, at, reachM);
      if (lengthM - leftM < end) end = lengthM - leftM;
    } else if (atFrom[j] <= middle2 || atTo[j] <= middle2) addMiddle(spans, cover, i, j);
  }
  if (start >= end) return fillSpans(spans);
  if (start > 0) insertSpan(spans, 0, start / lengthM);
  if (end < lengthM) insertSpan(spans, end / lengthM, 1);
  return uniteSpans(spans);
}
