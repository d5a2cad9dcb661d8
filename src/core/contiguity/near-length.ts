import { nearInterval } from "../geometry/near-interval.ts";
import { boxDistance2, type Side, STRIDE } from "./segment-side.ts";

/** Intervals 0…1 on one segment, in the order of their starts. */
export interface Spans {
  readonly from: Float64Array;
  readonly to: Float64Array;
  count: number;
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

/** Total length of the parts of `p` within `reachM` of `q`: intervals per segment, united. */
export function nearLengthM(p: Side, q: Side, reachM: number, spans: Spans): number {
  const s = p.segments;
  const t = q.segments;
  const span = new Float64Array(2);
  let totalM = 0;
  for (let i = 0; i < p.count * STRIDE; i += STRIDE) {
    const ax = s[i];
    const ay = s[i + 1];
    const bx = s[i + 2];
    const by = s[i + 3];
    spans.count = 0;
    for (let j = 0; j < q.count * STRIDE; j += STRIDE) {
      if (boxDistance2(s, i, t, j) > reachM * reachM) continue;
      if (!nearInterval(ax, ay, bx, by, t[j], t[j + 1], t[j + 2], t[j + 3], reachM, span)) continue;
      insertSpan(spans, span[0], span[1]);
      if (span[0] === 0 && span[1] === 1) break;
    }
    if (spans.count > 0) totalM += unitedLength(spans) * Math.hypot(bx - ax, by - ay);
  }
  return totalM;
}
