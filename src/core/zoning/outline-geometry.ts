import {
  type Path64,
  type Point64,
  PointInPolygonResult,
  type PolyPath64,
  pointInPolygon,
} from "clipper2-ts";
import type { MultiPolygon, Polygon, Position } from "geojson";

/** Rings of a polygon on the grid: the outer one, then its holes. */
export type Rings = readonly Path64[];

/** Polygons of a clipper tree, islands inside holes included. */
export function readTree(node: PolyPath64): Rings[] {
  const polygons: Rings[] = [];
  for (let i = 0; i < node.count; i++) {
    const outer = node.child(i);
    const holes = Array.from({ length: outer.count }, (_, h) => outer.child(h));
    polygons.push([outer.poly ?? [], ...holes.map((hole) => hole.poly ?? [])]);
    for (const hole of holes) polygons.push(...readTree(hole));
  }
  return polygons;
}

/** True when the point lies in the polygon or on its boundary. */
export function covers([outer, ...holes]: Rings, point: Point64): boolean {
  return (
    pointInPolygon(point, outer) !== PointInPolygonResult.IsOutside &&
    holes.every((hole) => pointInPolygon(point, hole) !== PointInPolygonResult.IsInside)
  );
}

function isCounterClockwise(ring: readonly Position[]): boolean {
  let twice = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [x, y] = [ring[i][0] - ring[0][0], ring[i][1] - ring[0][1]];
    const [nextX, nextY] = [ring[i + 1][0] - ring[0][0], ring[i + 1][1] - ring[0][1]];
    twice += x * nextY - nextX * y;
  }
  return twice > 0;
}

/** Closed ring without repeated positions, turned as asked; null when no triangle is left. */
function closeRing(open: readonly Position[], role: "outer" | "hole"): Position[] | null {
  const kept = open.filter((p, i) => {
    const next = open[i + 1 === open.length ? 0 : i + 1];
    return p[0] !== next[0] || p[1] !== next[1];
  });
  if (kept.length < 3) return null;
  const ring = [...kept, kept[0]];
  return isCounterClockwise(ring) === (role === "outer") ? ring : ring.reverse();
}

/** RFC 7946 geometry of polygons given as open rings: outer counter-clockwise, holes clockwise. */
export function toGeometry(
  polygons: readonly (readonly (readonly Position[])[])[],
): Polygon | MultiPolygon {
  const coordinates: Position[][][] = [];
  for (const [outer, ...holes] of polygons) {
    const closed = closeRing(outer, "outer");
    if (!closed) continue;
    const inner = holes.map((hole) => closeRing(hole, "hole")).filter((ring) => ring !== null);
    coordinates.push([closed, ...inner]);
  }
  return coordinates.length === 1
    ? { type: "Polygon", coordinates: coordinates[0] }
    : { type: "MultiPolygon", coordinates };
}
