import type { Path64, Paths64 } from "clipper2-ts";
import { subtractPaths, unitePaths } from "./clip-paths.ts";
import { findInnerPoint } from "./find-inner-point.ts";
import { locateInRing, type RingSide } from "./locate-in-ring.ts";
import { signedRingArea } from "./ring-area.ts";
import { findRingCrossings, TOUCH_TOLERANCE_M } from "./ring-crossings.ts";
import { splitLoops } from "./split-loops.ts";

/** Open flat ring `x0,y0,x1,y1,…`; a polygon is an outer ring and its holes. */
export type FlatRing = number[];
export type FlatPolygon = FlatRing[];

/** More crossings than this are no slip of the pen; such a shape is not repaired. */
const MAX_CROSSINGS = 500;
/** Loops smaller than this are left behind by the repair, m². */
const MIN_LOOP_M2 = 0.5;

/** What is wrong with how the rings of a shape lie to each other. */
export interface Tangle {
  /** rings cross, touch themselves, or lie where they must not */
  readonly tangled: boolean;
  /** first crossing, metres, or null */
  readonly at: readonly [number, number] | null;
  /** beyond repair */
  readonly hopeless: boolean;
}

/** Position of ring `inner` relative to `outer`: by its first corner off the boundary. */
function liesIn(inner: FlatRing, outer: FlatRing, tolerance: number): RingSide {
  for (let i = 0; i < inner.length; i += 2) {
    const side = locateInRing(outer, [inner[i], inner[i + 1]], tolerance);
    if (side !== "edge") return side;
  }
  return locateInRing(outer, findInnerPoint(inner), tolerance);
}

/** Most pairs of rings looked at for nesting; more parts than that are beyond repair. */
const MAX_RING_PAIRS = 250_000;

function ringPairs(polygons: readonly FlatPolygon[]): number {
  const holes = polygons.reduce((sum, polygon) => sum + polygon.length - 1, 0);
  return holes + (polygons.length * (polygons.length - 1)) / 2;
}

function hasMisplacedRing(polygons: readonly FlatPolygon[]): boolean {
  for (const [outer, ...holes] of polygons) {
    if (holes.some((hole) => liesIn(hole, outer, TOUCH_TOLERANCE_M) === "outside")) return true;
  }
  return polygons.some((a, i) => polygons.some((b, j) => i !== j && isInside(a[0], b)));
}

function isInside(ring: FlatRing, [outer, ...holes]: FlatPolygon): boolean {
  if (liesIn(ring, outer, TOUCH_TOLERANCE_M) === "outside") return false;
  return !holes.some((hole) => liesIn(ring, hole, TOUCH_TOLERANCE_M) !== "outside");
}

/** True when a ring may pass a point twice; a blend of the coordinates is quicker than text keys. */
function mayTouchItself(ring: FlatRing): boolean {
  const seen = new Set<number>();
  for (let i = 0; i < ring.length; i += 2) seen.add(ring[i] * 1.7320508 + ring[i + 1]);
  return seen.size * 2 < ring.length;
}

/** Checks rings in metres: crossings, self-touching, holes outside, parts inside parts. */
export function inspectPolygons(polygons: readonly FlatPolygon[]): Tangle {
  const found = findRingCrossings(polygons.flat(), MAX_CROSSINGS);
  const hopeless =
    found.gaveUp || found.count >= MAX_CROSSINGS || ringPairs(polygons) > MAX_RING_PAIRS;
  if (found.count > 0 || hopeless) return { tangled: true, at: found.at, hopeless };
  const touching = polygons
    .flat()
    .find((ring) => mayTouchItself(ring) && splitLoops(ring).length !== 1);
  if (touching) return { tangled: true, at: [touching[0], touching[1]], hopeless };
  if (!hasMisplacedRing(polygons)) return { tangled: false, at: null, hopeless };
  return { tangled: true, at: [polygons[0][0][0], polygons[0][0][1]], hopeless };
}

function toPath(ring: FlatRing, scale: number): Path64 {
  const path: Path64 = [];
  for (let i = 0; i < ring.length; i += 2) {
    path.push({ x: Math.round(ring[i] * scale), y: Math.round(ring[i + 1] * scale) });
  }
  return path;
}

function cleanPolygon([outer, ...holes]: FlatPolygon, scale: number): Paths64 {
  const body = unitePaths([toPath(outer, scale)]);
  if (holes.length === 0) return body;
  const gaps = holes.flatMap((hole) => unitePaths([toPath(hole, scale)]));
  return subtractPaths(body, gaps);
}

/** Gives every hole to the smallest outer loop around it. */
function nestLoops(loops: readonly FlatRing[]): FlatPolygon[] {
  const outers = loops.filter((loop) => signedRingArea(loop) > 0);
  const polygons = outers.map((outer): FlatPolygon => [outer]);
  const bySize = [...polygons].sort((a, b) => signedRingArea(a[0]) - signedRingArea(b[0]));
  for (const loop of loops) {
    if (signedRingArea(loop) >= 0) continue;
    bySize.find(([outer]) => liesIn(loop, outer, 0.5) === "inside")?.push(loop);
  }
  return polygons;
}

/**
 * Rebuilds a shape so that no ring crosses or touches itself or another: every place a ring winds
 * around counts once, holes are cut out, parts are joined (Clipper2, non-zero filling).
 * @param scale grid steps per unit of the input; coordinates come back on that grid.
 * @param gridM length of a grid step, m
 */
export function untanglePolygons(
  polygons: readonly FlatPolygon[],
  { scale, gridM }: { scale: number; gridM: number },
): FlatPolygon[] {
  const parts = polygons.flatMap((polygon) => cleanPolygon(polygon, scale));
  const joined = polygons.length > 1 ? unitePaths(parts) : parts;
  const minArea = MIN_LOOP_M2 / (gridM * gridM);
  const loops = joined
    .flatMap((path) => splitLoops(path.flatMap(({ x, y }) => [x, y])))
    .filter((loop) => Math.abs(signedRingArea(loop)) >= minArea);
  return nestLoops(loops).map((polygon) => polygon.map((ring) => ring.map((v) => v / scale)));
}
