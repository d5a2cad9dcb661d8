import type { MultiPolygon, Point, Polygon, Position } from "geojson";
import { projectTo } from "../../geometry/projection.ts";
import { repairArea } from "../../ingest/repair-geometry.ts";

/** Cells of the public grid per degree: 0.0005°, the block a compound stands in. */
const CELLS_PER_DEGREE = 2000;
/** Side of a cell of the public grid, degrees. */
export const PUBLIC_GRID_DEGREES = 1 / CELLS_PER_DEGREE;

function snap(degrees: number): number {
  return Math.round(degrees * CELLS_PER_DEGREE) / CELLS_PER_DEGREE;
}

function snapPosition([lon, lat]: Position): Position {
  return [snap(lon), snap(lat)];
}

function snapRing(ring: readonly Position[]): Position[] {
  const snapped = ring.map(snapPosition);
  return snapped.filter(
    ([x, y], k) => k === 0 || x !== snapped[k - 1][0] || y !== snapped[k - 1][1],
  );
}

/** The cell around a position. */
function cellAround(position: Position): Polygon {
  const [x, y] = snapPosition(position);
  const half = PUBLIC_GRID_DEGREES / 2;
  const [west, south, east, north] = [x - half, y - half, x + half, y + half];
  return {
    type: "Polygon",
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  };
}

/** An area with every corner on the public grid, sound again; its cell where nothing is left of it. */
export function coarsenArea(area: Polygon | MultiPolygon): Polygon | MultiPolygon {
  const polygons = area.type === "Polygon" ? [area.coordinates] : area.coordinates;
  const coarse = polygons
    .map((rings) => rings.map(snapRing).filter((ring) => ring.length > 3))
    .filter((rings, p) => rings.length > 0 && snapRing(polygons[p][0]).length > 3);
  const repaired =
    coarse.length === 0 ? null : repairArea({ type: "MultiPolygon", coordinates: coarse }).geometry;
  return repaired ?? cellAround(polygons[0][0][0]);
}

/** A position on the public grid. */
export function coarsenPoint(lon: number, lat: number): Point {
  return { type: "Point", coordinates: snapPosition([lon, lat]) };
}

/** Farthest that the public grid moves a corner at a latitude, whole metres. */
export function farthestMoveM(lat: number): number {
  const to: [number, number] = [0, 0];
  const half = PUBLIC_GRID_DEGREES / 2;
  projectTo({ lon0: 0, lat0: lat }, half, lat + half, to);
  return Math.ceil(Math.sqrt(to[0] ** 2 + to[1] ** 2));
}
