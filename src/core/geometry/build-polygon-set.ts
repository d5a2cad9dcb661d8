import type { MultiPolygon, Polygon, Position } from "geojson";
import { eachInSteps, finish, type Steps } from "../base/steps.ts";
import type { PolygonSet } from "./polygon-set.ts";
import { createProjector, type LocalProjection } from "./projection.ts";
import { signedRingArea } from "./ring-area.ts";

const MAX_AREA_M2 = 2 ** 31 - 1;

interface Counts {
  polygons: number;
  rings: number;
  points: number;
}

function polygonsOf(shape: Polygon | MultiPolygon): Position[][][] {
  return shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
}

function countOf(shapes: readonly (Polygon | MultiPolygon)[]): Counts {
  const counts = { polygons: 0, rings: 0, points: 0 };
  for (const shape of shapes) {
    for (const polygon of polygonsOf(shape)) {
      counts.polygons += 1;
      counts.rings += polygon.length;
      for (const ring of polygon) counts.points += Math.max(0, ring.length - 1);
    }
  }
  return counts;
}

/** Writes the ring open, counter-clockwise for an outer ring, clockwise for a hole. */
function writeRing(
  xy: Float64Array,
  ring: readonly Position[],
  options: { from: number; project: ReturnType<typeof createProjector>; hole: boolean },
): number {
  const { from, project, hole } = options;
  const to = from + (ring.length - 1) * 2;
  for (let i = 0; i + 1 < ring.length; i++) {
    project(ring[i][0], ring[i][1], xy, from + i * 2);
  }
  const written = xy.subarray(from, to);
  if (signedRingArea(written) > 0 === hole) reversePoints(written);
  return to;
}

function reversePoints(ring: Float64Array): void {
  for (let i = 0, j = ring.length - 2; i < j; i += 2, j -= 2) {
    const [x, y] = [ring[i], ring[i + 1]];
    ring[i] = ring[j];
    ring[i + 1] = ring[j + 1];
    ring[j] = x;
    ring[j + 1] = y;
  }
}

/** Area (m²) and area centroid of rings whose holes run clockwise; bounds of all points. */
function measure(rings: readonly Float64Array[]) {
  let area = 0;
  let mx = 0;
  let my = 0;
  const bounds = [Infinity, Infinity, -Infinity, -Infinity];
  const [ox, oy] = [rings[0]?.[0] ?? 0, rings[0]?.[1] ?? 0];
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const [ax, ay, bx, by] = [ring[j] - ox, ring[j + 1] - oy, ring[i] - ox, ring[i + 1] - oy];
      const cross = ax * by - bx * ay;
      area += cross / 2;
      mx += ((ax + bx) * cross) / 6;
      my += ((ay + by) * cross) / 6;
      bounds[0] = Math.min(bounds[0], ring[i]);
      bounds[1] = Math.min(bounds[1], ring[i + 1]);
      bounds[2] = Math.max(bounds[2], ring[i]);
      bounds[3] = Math.max(bounds[3], ring[i + 1]);
    }
  }
  const centroid =
    area > 0
      ? [ox + mx / area, oy + my / area]
      : [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2];
  return { area, centroid, bounds };
}

/**
 * Flat polygons in metres from closed WGS 84 rings, one unit per shape, in the order given.
 * Areas above 2³¹−1 m² are capped there. The first ring of a polygon is its outer one.
 */
export function buildPolygonSet(
  shapes: readonly (Polygon | MultiPolygon)[],
  projection: LocalProjection,
): PolygonSet {
  return finish(buildPolygonSetInSteps(shapes, projection));
}

/** As {@link buildPolygonSet}; steps tell 0…1. */
export function* buildPolygonSetInSteps(
  shapes: readonly (Polygon | MultiPolygon)[],
  projection: LocalProjection,
): Steps<PolygonSet> {
  const counts = countOf(shapes);
  const n = shapes.length;
  const set = {
    count: n,
    xy: new Float64Array(counts.points * 2),
    ringStart: new Uint32Array(counts.rings + 1),
    polyStart: new Uint32Array(counts.polygons + 1),
    unitStart: new Uint32Array(n + 1),
    areaM2: new Int32Array(n),
    centroid: new Float64Array(n * 2),
    bounds: new Float64Array(n * 4),
  };
  const project = createProjector(projection);
  let [poly, ring, at] = [0, 0, 0];
  yield* eachInSteps(shapes, (shape, u) => {
    const rings: Float64Array[] = [];
    for (const polygon of polygonsOf(shape)) {
      polygon.forEach((points, k) => {
        const to = writeRing(set.xy, points, { from: at, project, hole: k > 0 });
        rings.push(set.xy.subarray(at, to));
        at = to;
        set.ringStart[++ring] = at / 2;
      });
      set.polyStart[++poly] = ring;
    }
    set.unitStart[u + 1] = poly;
    const { area, centroid, bounds } = measure(rings);
    set.areaM2[u] = Math.min(MAX_AREA_M2, Math.max(0, Math.round(area)));
    set.centroid.set(centroid, u * 2);
    set.bounds.set(bounds, u * 4);
  });
  return set;
}
