import { nearInterval } from "../geometry/near-interval.ts";
import { boxDistance2, pointDistance2, type Side, STRIDE } from "./segment-side.ts";

/** Intervals 0…1 on one segment, in the order of their starts. */
export interface Spans {
  readonly from: Float64Array;
  readonly to: Float64Array;
  count: number;
}

/** Room for `count` intervals. */
export function createSpans(count: number): Spans {
  return { from: new Float64Array(count), to: new Float64Array(count), count: 0 };
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

/** Length of the union of the intervals. */
function unitedLength(spans: Spans): number {
  let covered = 0;
  let reached = 0;
  for (let i = 0; i < spans.count; i++) {
    if (spans.to[i] <= reached) continue;
    covered += spans.to[i] - Math.max(spans.from[i], reached);
    reached = spans.to[i];
  }
  return covered;
}

/** True when one segment of q is within reach of both ends of segment i, so of all between. */
function isWhollyNear(s: Float64Array, i: number, q: Side, reach2: number): boolean {
  const t = q.segments;
  const end = q.count * STRIDE;
  for (let j = 0; j < end; j += STRIDE) {
    if (
      boxDistance2(s, i, t, j) <= reach2 &&
      pointDistance2(s[i], s[i + 1], t, j) <= reach2 &&
      pointDistance2(s[i + 2], s[i + 3], t, j) <= reach2
    ) {
      return true;
    }
  }
  return false;
}

const span = new Float64Array(2);

/** Collects the parts of segment i within reach of the segments of q. */
function collectSpans(spans: Spans, s: Float64Array, i: number, q: Side, reachM: number): void {
  const t = q.segments;
  const end = q.count * STRIDE;
  const reach2 = reachM * reachM;
  spans.count = 0;
  for (let j = 0; j < end; j += STRIDE) {
    if (boxDistance2(s, i, t, j) > reach2) continue;
    if (
      nearInterval(
        s[i],
        s[i + 1],
        s[i + 2],
        s[i + 3],
        t[j],
        t[j + 1],
        t[j + 2],
        t[j + 3],
        reachM,
        span,
      )
    ) {
      insertSpan(spans, span[0], span[1]);
    }
  }
}

/** Total length of the parts of `p` within `reachM` of `q`: intervals per segment, united. */
export function nearLengthM(p: Side, q: Side, reachM: number, spans: Spans): number {
  const s = p.segments;
  const end = p.count * STRIDE;
  let totalM = 0;
  for (let i = 0; i < end; i += STRIDE) {
    if (s[i + 8] === 0) continue;
    const lengthM = Math.sqrt((s[i + 2] - s[i]) ** 2 + (s[i + 3] - s[i + 1]) ** 2);
    if (isWhollyNear(s, i, q, reachM * reachM)) {
      totalM += lengthM;
      continue;
    }
    collectSpans(spans, s, i, q, reachM);
    if (spans.count > 0) totalM += unitedLength(spans) * lengthM;
  }
  return totalM;
}
