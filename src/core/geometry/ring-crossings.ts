import Flatbush from "flatbush";

/** Boundaries closer than this count as touching, not crossing, m. */
export const TOUCH_TOLERANCE_M = 0.005;

/** Crossings found among edges. */
export interface Crossings {
  /** crossings found; the search stops at `maxCrossings` */
  readonly count: number;
  /** the first crossing, in the unit of the edges, or null */
  readonly at: readonly [number, number] | null;
  /** the edges are too entangled to be searched within the work allowed */
  readonly gaveUp: boolean;
}

/** Edges x1,y1,x2,y2 of open flat rings, one after the other. */
export function edgesOf(rings: readonly ArrayLike<number>[]): Float64Array {
  let n = 0;
  for (const ring of rings) n += ring.length * 2;
  const edges = new Float64Array(n);
  let k = 0;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      edges[k++] = ring[j];
      edges[k++] = ring[j + 1];
      edges[k++] = ring[i];
      edges[k++] = ring[i + 1];
    }
  }
  return edges;
}

/** Signed distances of edge f's ends from the line of edge e; true when clearly on both sides. */
function straddles(edges: Float64Array, e: number, other: Float64Array, f: number): boolean {
  const dx = edges[e + 2] - edges[e];
  const dy = edges[e + 3] - edges[e + 1];
  const a = dx * (other[f + 1] - edges[e + 1]) - dy * (other[f] - edges[e]);
  const b = dx * (other[f + 3] - edges[e + 1]) - dy * (other[f + 2] - edges[e]);
  // Most pairs lie on one side; the root is for the rest.
  if (!((a > 0 && b < 0) || (a < 0 && b > 0))) return false;
  const limit = TOUCH_TOLERANCE_M * Math.hypot(dx, dy);
  return (a > limit && b < -limit) || (a < -limit && b > limit);
}

/** Whether edge `e` of `edges` clearly crosses edge `f` of `other` (offsets 4 × edge number). */
export function edgesCross(
  edges: Float64Array,
  e: number,
  other: Float64Array,
  f: number,
): boolean {
  return straddles(edges, e, other, f) && straddles(other, f, edges, e);
}

function crossingPoint(edges: Float64Array, e: number, f: number): [number, number] {
  const dx = edges[e + 2] - edges[e];
  const dy = edges[e + 3] - edges[e + 1];
  const fx = edges[f + 2] - edges[f];
  const fy = edges[f + 3] - edges[f + 1];
  const t = ((edges[f] - edges[e]) * fy - (edges[f + 1] - edges[e + 1]) * fx) / (dx * fy - dy * fx);
  return [edges[e] + t * dx, edges[e + 1] + t * dy];
}

type Candidates = (edge: number) => readonly number[];

function indexEdges(edges: Float64Array): Candidates {
  const n = edges.length / 4;
  const index = new Flatbush(n);
  for (let e = 0; e < edges.length; e += 4) {
    index.add(
      Math.min(edges[e], edges[e + 2]),
      Math.min(edges[e + 1], edges[e + 3]),
      Math.max(edges[e], edges[e + 2]),
      Math.max(edges[e + 1], edges[e + 3]),
    );
  }
  index.finish();
  return (i) => {
    const e = i * 4;
    const found = index.search(
      Math.min(edges[e], edges[e + 2]),
      Math.min(edges[e + 1], edges[e + 3]),
      Math.max(edges[e], edges[e + 2]),
      Math.max(edges[e + 1], edges[e + 3]),
      (j) => j > i,
    );
    return found.sort((a, b) => a - b);
  };
}

const BRUTE_FORCE_EDGES = 40;

/**
 * Places where edges of the rings (open, flat, metres) cross each other by more than
 * {@link TOUCH_TOLERANCE_M}; touching is no crossing. Stops after `maxCrossings`.
 */
export function findRingCrossings(
  rings: readonly ArrayLike<number>[],
  maxCrossings: number,
): Crossings {
  const edges = edgesOf(rings);
  const n = edges.length / 4;
  const candidates = n <= BRUTE_FORCE_EDGES ? null : indexEdges(edges);
  let work = 2_000_000 + 50 * n;
  let count = 0;
  let at: [number, number] | null = null;
  for (let i = 0; i < n; i++) {
    const near = candidates?.(i) ?? null;
    const length = near === null ? n - i - 1 : near.length;
    work -= length;
    if (work < 0) return { count, at, gaveUp: true };
    for (let k = 0; k < length; k++) {
      const j = near === null ? i + 1 + k : near[k];
      if (!edgesCross(edges, i * 4, edges, j * 4)) continue;
      count += 1;
      at ??= crossingPoint(edges, i * 4, j * 4);
      if (count >= maxCrossings) return { count, at, gaveUp: false };
    }
  }
  return { count, at, gaveUp: false };
}
