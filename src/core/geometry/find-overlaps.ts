import { Clipper, type Path64, type Paths64, rectClip } from "clipper2-ts";
import Flatbush from "flatbush";
import type { Steps } from "../base/steps.ts";
import { intersectPaths } from "./clip-paths.ts";
import { locateInRing } from "./locate-in-ring.ts";
import type { PolygonSet } from "./polygon-set.ts";
import { edgesCross, edgesOf, TOUCH_TOLERANCE_M } from "./ring-crossings.ts";

/** Two units that share ground. */
export interface Overlap {
  readonly a: number;
  readonly b: number;
  readonly areaM2: number;
  /** a point of the shared ground, m */
  readonly at: readonly [number, number];
}

export interface Overlaps {
  /** sorted by (a, b), a < b */
  readonly pairs: readonly Overlap[];
  /** false: the work allowed ran out, or a pair was too intricate to be measured */
  readonly complete: boolean;
  /** pairs looked at */
  readonly looked: number;
}

/** Clipper works on whole millimetres. */
const GRID_PER_M = 1000;
/** Shared ground below this is rounding of the file's coordinates, m². */
const MIN_OVERLAP_M2 = 1;
/** Boxes that share more than this part of the smaller one go straight to the exact measure. */
const BOX_SHARE = 0.5;
/** Work is counted in edge pairs looked at; an exact measure costs about as much as 5000. */
const MEASURE_WORK = 5000;
/** Units with more points are cut to the shared box before they are measured. */
const MANY_POINTS = 1000;
const WORK_PER_UNIT = 20_000;
const WORK_BASE = 20_000_000;
/** Pairs with more edges or crossings than this are left unmeasured, and that is reported. */
const MAX_EDGE_PAIRS = 20_000_000;
const MAX_CROSSINGS = 20_000;

type Box = readonly [number, number, number, number];

function boxOf({ bounds }: PolygonSet, u: number): Box {
  return [bounds[4 * u], bounds[4 * u + 1], bounds[4 * u + 2], bounds[4 * u + 3]];
}

function sharedBox(p: Box, q: Box): Box {
  return [Math.max(p[0], q[0]), Math.max(p[1], q[1]), Math.min(p[2], q[2]), Math.min(p[3], q[3])];
}

function boxArea([x1, y1, x2, y2]: Box): number {
  return Math.max(0, x2 - x1) * Math.max(0, y2 - y1);
}

function ringsOf(set: PolygonSet, u: number): Float64Array[] {
  const rings: Float64Array[] = [];
  const from = set.polyStart[set.unitStart[u]];
  const to = set.polyStart[set.unitStart[u + 1]];
  for (let r = from; r < to; r++) {
    rings.push(set.xy.subarray(set.ringStart[r] * 2, set.ringStart[r + 1] * 2));
  }
  return rings;
}

/** The edges of a unit that reach into the box. */
function edgesIn(rings: readonly Float64Array[], [x1, y1, x2, y2]: Box): Float64Array {
  const edges = edgesOf(rings);
  let n = 0;
  for (let e = 0; e < edges.length; e += 4) {
    if (Math.max(edges[e], edges[e + 2]) < x1 || Math.min(edges[e], edges[e + 2]) > x2) continue;
    if (Math.max(edges[e + 1], edges[e + 3]) < y1 || Math.min(edges[e + 1], edges[e + 3]) > y2)
      continue;
    edges.copyWithin(n, e, e + 4);
    n += 4;
  }
  return edges.subarray(0, n);
}

function countCrossings(a: Float64Array, b: Float64Array): number {
  let count = 0;
  for (let e = 0; e < a.length; e += 4) {
    for (let f = 0; f < b.length; f += 4) {
      if (!edgesCross(a, e, b, f)) continue;
      count += 1;
      if (count > MAX_CROSSINGS) return count;
    }
  }
  return count;
}

function pointsOf(rings: readonly Float64Array[]): number {
  return rings.reduce((sum, ring) => sum + ring.length / 2, 0);
}

/** Even-odd over all rings of a unit; null on its boundary. */
function isInside(rings: readonly Float64Array[], x: number, y: number): boolean | null {
  let inside = false;
  for (const ring of rings) {
    const side = locateInRing(ring, [x, y], TOUCH_TOLERANCE_M);
    if (side === "edge") return null;
    if (side === "inside") inside = !inside;
  }
  return inside;
}

/**
 * Whether a corner or the middle of an edge lies clearly inside the unit. Middles find what corners
 * miss: outlines that overlap along shared lines.
 */
function reachesInside(rings: readonly Float64Array[], edges: Float64Array): boolean {
  for (let e = 0; e < edges.length; e += 4) {
    const [x1, y1, x2, y2] = [edges[e], edges[e + 1], edges[e + 2], edges[e + 3]];
    if (isInside(rings, x1, y1) || isInside(rings, (x1 + x2) / 2, (y1 + y2) / 2)) return true;
  }
  return false;
}

function toPaths(rings: readonly Float64Array[]): Paths64 {
  return rings.map((ring) => {
    const path: Path64 = [];
    for (let i = 0; i < ring.length; i += 2) {
      path.push({
        x: Math.round(ring[i] * GRID_PER_M),
        y: Math.round(ring[i + 1] * GRID_PER_M),
      });
    }
    return path;
  });
}

/** The part of a unit in the box, where cutting it out costs less than sweeping over all of it. */
function pathsIn(rings: readonly Float64Array[], [x1, y1, x2, y2]: Box): Paths64 {
  const paths = toPaths(rings);
  if (pointsOf(rings) < MANY_POINTS) return paths;
  const [left, top] = [Math.floor(x1 * GRID_PER_M), Math.floor(y1 * GRID_PER_M)];
  const [right, bottom] = [Math.ceil(x2 * GRID_PER_M), Math.ceil(y2 * GRID_PER_M)];
  return rectClip({ left, top, right, bottom }, paths);
}

function measureShared(p: readonly Float64Array[], q: readonly Float64Array[], box: Box) {
  const shared = intersectPaths(pathsIn(p, box), pathsIn(q, box));
  if (shared.length === 0) return null;
  const areaM2 = Clipper.areaPaths(shared) / GRID_PER_M ** 2;
  const largest = shared.reduce((m, path) => (Clipper.area(path) > Clipper.area(m) ? path : m));
  const at: [number, number] = [largest[0].x / GRID_PER_M, largest[0].y / GRID_PER_M];
  return { areaM2, at };
}

/** Shared ground of two polygon units, m², with one of its corners; null when there is none. */
export function measureOverlap(p: PolygonSet, u: number, q: PolygonSet, v: number) {
  return measureShared(ringsOf(p, u), ringsOf(q, v), sharedBox(boxOf(p, u), boxOf(q, v)));
}

interface Examined {
  readonly work: number;
  readonly found: Overlap | null;
  readonly measured: boolean;
}

/** The pair's shared ground (null when none worth reporting) and the work it took. */
function examinePair(set: PolygonSet, a: number, b: number): Examined {
  const [boxA, boxB] = [boxOf(set, a), boxOf(set, b)];
  const box = sharedBox(boxA, boxB);
  if (boxArea(box) === 0) return { work: 1, found: null, measured: true };
  const [ringsA, ringsB] = [ringsOf(set, a), ringsOf(set, b)];
  const [edgesA, edgesB] = [edgesIn(ringsA, box), edgesIn(ringsB, box)];
  const edgePairs = (edgesA.length * pointsOf(ringsB) + edgesB.length * pointsOf(ringsA)) / 4;
  const work = 1 + edgePairs;
  if (edgePairs > MAX_EDGE_PAIRS) return { work: 1, found: null, measured: false };
  const crossings = countCrossings(edgesA, edgesB);
  if (crossings > MAX_CROSSINGS) return { work, found: null, measured: false };
  const suspicious =
    crossings > 0 ||
    boxArea(box) > BOX_SHARE * Math.min(boxArea(boxA), boxArea(boxB)) ||
    reachesInside(ringsA, edgesB) ||
    reachesInside(ringsB, edgesA);
  if (!suspicious) return { work, found: null, measured: true };
  const shared = measureShared(ringsA, ringsB, box);
  const found = shared !== null && shared.areaM2 >= MIN_OVERLAP_M2 ? { a, b, ...shared } : null;
  return { work: work + MEASURE_WORK, found, measured: true };
}

/** Units handled between two steps. */
const STRIDE = 64;

/**
 * Units that share at least 1 m² of ground. The work is bounded; running out of it is reported. Steps
 * tell 0…1.
 */
export function* findOverlaps(set: PolygonSet): Steps<Overlaps> {
  const pairs: Overlap[] = [];
  if (set.count < 2) return { pairs, complete: true, looked: 0 };
  const index = new Flatbush(set.count);
  for (let u = 0; u < set.count; u++) index.add(...boxOf(set, u));
  index.finish();
  let work = WORK_BASE + WORK_PER_UNIT * set.count;
  let complete = true;
  let looked = 0;
  for (let a = 0; a < set.count; a++) {
    if (a % STRIDE === 0) yield a / set.count;
    const near = index.search(...boxOf(set, a), (b) => b > a).sort((p, q) => p - q);
    for (const b of near) {
      if (work < 0) return { pairs, complete: false, looked };
      const examined = examinePair(set, a, b);
      work -= examined.work;
      complete &&= examined.measured;
      looked += 1;
      if (examined.found) pairs.push(examined.found);
    }
  }
  return { pairs, complete, looked };
}
