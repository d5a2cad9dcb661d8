import { booleanIntersects } from "@turf/boolean-intersects";
import { buffer } from "@turf/buffer";
import Flatbush from "flatbush";
import type { Feature, LineString, MultiPolygon, Polygon, Position } from "geojson";
import { visitNearbyPairs } from "../../src/core/contiguity/nearby-pairs.ts";
import type { PolygonSet } from "../../src/core/geometry/polygon-set.ts";
import { unproject } from "../../src/core/geometry/projection.ts";
import type { World } from "../../src/core/ingest/world.ts";

/** Pairs as a · n + b, a < b. */
export interface TurfLinks {
  /** pairs within the gap, whatever lies between */
  readonly near: Set<number>;
  /** those of them that no hard barrier severs */
  readonly links: Set<number>;
}

type Shape = Feature<Polygon | MultiPolygon>;

/** The single ring of each unit as a polygon in degrees. */
function readPolygons({ shapes, projection }: World): Shape[] {
  const { xy, ringStart, count } = shapes;
  return Array.from({ length: count }, (_, unit): Shape => {
    const ring: Position[] = [];
    for (let k = ringStart[unit]; k < ringStart[unit + 1]; k++) {
      ring.push([...unproject(projection, xy[2 * k], xy[2 * k + 1])]);
    }
    const coordinates = [[...ring, ring[0]]];
    return { type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates } };
  });
}

/** The nearest two corners of a pair, m: what is at hand where no library measures polygons. */
function nearestCorners({ xy, ringStart }: PolygonSet, a: number, b: number): number[] {
  let best = Infinity;
  let ends = [0, 0, 0, 0];
  for (let p = 2 * ringStart[a]; p < 2 * ringStart[a + 1]; p += 2) {
    for (let q = 2 * ringStart[b]; q < 2 * ringStart[b + 1]; q += 2) {
      const away2 = (xy[p] - xy[q]) ** 2 + (xy[p + 1] - xy[q + 1]) ** 2;
      if (away2 >= best) continue;
      best = away2;
      ends = [xy[p], xy[p + 1], xy[q], xy[q + 1]];
    }
  }
  return ends;
}

function lineThrough(world: World, path: ArrayLike<number>): Feature<LineString> {
  const coordinates: Position[] = [];
  for (let i = 0; i + 1 < path.length; i += 2) {
    coordinates.push([...unproject(world.projection, path[i], path[i + 1])]);
  }
  return { type: "Feature", properties: {}, geometry: { type: "LineString", coordinates } };
}

/** Says whether a straight connection, m, meets a hard barrier away from all crossings. */
function createSevering(world: World): (ends: readonly number[]) => boolean {
  const hard = world.barriers.filter(({ barrierClass }) => barrierClass === "hard");
  const lines = hard.map(({ paths }) => lineThrough(world, paths[0]));
  const tree = new Flatbush(Math.max(1, hard.length));
  if (hard.length === 0) tree.add(Infinity, Infinity, Infinity, Infinity);
  for (const { paths } of hard) {
    const xs = paths[0].filter((_, i) => i % 2 === 0);
    const ys = paths[0].filter((_, i) => i % 2 === 1);
    tree.add(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys));
  }
  tree.finish();
  return (ends) => {
    const [x1, y1, x2, y2] = ends;
    const near = tree.search(
      Math.min(x1, x2),
      Math.min(y1, y2),
      Math.max(x1, x2),
      Math.max(y1, y2),
    );
    if (near.length === 0) return false;
    const line = lineThrough(world, ends);
    if (!near.some((b) => booleanIntersects(line, lines[b]))) return false;
    return !world.crossings.some(
      ({ x, y }) => Math.hypot(x - (x1 + x2) / 2, y - (y1 + y2) / 2) <= 50,
    );
  };
}

/**
 * Links the way Turf offers: candidates from the same index, the first of a pair buffered by the gap
 * (once per unit) must intersect the second, the line between nearest corners no hard barrier.
 * Units are single polygons without holes.
 */
export function linkByTurf(world: World, gapM: number): TurfLinks {
  const { shapes } = world;
  const polygons = readPolygons(world);
  const buffers = new Map<number, Shape>();
  const bufferOf = (unit: number): Shape => {
    const known = buffers.get(unit);
    if (known) return known;
    const made = buffer(polygons[unit], gapM, { units: "meters" }) as Shape;
    buffers.set(unit, made);
    return made;
  };
  const isSevered = createSevering(world);
  const near = new Set<number>();
  const links = new Set<number>();
  visitNearbyPairs(shapes, gapM, {
    enter() {},
    visit(a, b) {
      if (!booleanIntersects(bufferOf(a), polygons[b])) return;
      near.add(a * shapes.count + b);
      if (!isSevered(nearestCorners(shapes, a, b))) links.add(a * shapes.count + b);
    },
  });
  return { near, links };
}
