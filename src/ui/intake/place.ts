import { projectTo, unproject, type World } from "../../core/index.ts";

/** Half the side of the smallest window shown, degrees (about 150 m). */
const AROUND = 0.0015;

type Box = readonly [number, number, number, number];

/** Box around a compound with room, degrees. */
export function boxOfCompound({ shapes, projection }: World, index: number): Box {
  const { bounds } = shapes;
  const [west, south] = unproject(projection, bounds[4 * index], bounds[4 * index + 1]);
  const [east, north] = unproject(projection, bounds[4 * index + 2], bounds[4 * index + 3]);
  return [west - AROUND, south - AROUND, east + AROUND, north + AROUND];
}

/** Box around positions with room, degrees; null without any. */
export function boxOfPoints(points: readonly (readonly [number, number])[]): Box | null {
  if (points.length === 0) return null;
  const lons = points.map(([lon]) => lon);
  const lats = points.map(([, lat]) => lat);
  return [
    Math.min(...lons) - AROUND,
    Math.min(...lats) - AROUND,
    Math.max(...lons) + AROUND,
    Math.max(...lats) + AROUND,
  ];
}

/** Distance of a position from the middle of a compound, m. */
export function metresTo(
  { shapes, projection }: World,
  index: number,
  [lon, lat]: readonly [number, number],
): number {
  const xy: number[] = [];
  projectTo(projection, lon, lat, xy, 0);
  return Math.hypot(xy[0] - shapes.centroid[2 * index], xy[1] - shapes.centroid[2 * index + 1]);
}
