import { projectTo, type SourceRole, type World } from "../../core/index.ts";

/** A picture of where positions lie beside other layers; coordinates in its own units, y down. */
export interface PositionPicture {
  readonly width: number;
  readonly height: number;
  /** boxes of compounds: x, y, width, height */
  readonly blocks: readonly (readonly [number, number, number, number])[];
  /** lines of barriers as svg paths */
  readonly lines: readonly string[];
  readonly dots: readonly (readonly [number, number])[];
}

const WIDTH = 360;
const HEIGHT = 220;
const MARGIN = 12;
/** Room around compounds that are seen against barriers, as a share of their extent. */
const ROOM = 0.35;
/** Layers farther from each other than this are not drawn in one picture, km. */
export const FAR_KM = 300;
const KM_PER_DEGREE = 111.2;

type Point = readonly [number, number];

/** Distance of two positions in degrees, km. */
export function distanceKm(a: Point, b: Point): number {
  const shrink = Math.cos((a[1] * Math.PI) / 180);
  return Math.hypot((a[0] - b[0]) * shrink, a[1] - b[1]) * KM_PER_DEGREE;
}

interface Others {
  /** corners, metres: minX, minY, maxX, maxY */
  readonly boxes: readonly (readonly [number, number, number, number])[];
  readonly paths: readonly Float64Array[];
}

/** What a file is seen against: compounds, and beside compounds the barriers. */
function othersOf({ shapes, barriers }: World, role: SourceRole): Others {
  if (role === "compounds") return { boxes: [], paths: barriers.flatMap(({ paths }) => paths) };
  const boxes = Array.from({ length: shapes.count }, (_, i) => {
    const [minX, minY, maxX, maxY] = shapes.bounds.subarray(4 * i, 4 * i + 4);
    return [minX, minY, maxX, maxY] as const;
  });
  return { boxes, paths: [] };
}

/** Middle of the compounds, where a layer of another role belongs; null for compounds themselves. */
export function middleOfOthers({ compounds, projection }: World, role: SourceRole): Point | null {
  if (role === "compounds" || compounds.length === 0) return null;
  return [projection.lon0, projection.lat0];
}

function frameOf(dots: readonly Point[], boxes: Others["boxes"]) {
  const xs = [...dots.map(([x]) => x), ...boxes.flatMap(([a, , b]) => [a, b])];
  const ys = [...dots.map(([, y]) => y), ...boxes.flatMap(([, a, , b]) => [a, b])];
  const low = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), Infinity);
  const high = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), -Infinity);
  const [minX, maxX, minY, maxY] = [low(xs), high(xs), low(ys), high(ys)];
  const room = boxes.length === 0 ? 1 + 2 * ROOM : 1;
  const scale = Math.min(
    (WIDTH - 2 * MARGIN) / Math.max((maxX - minX) * room, 1),
    (HEIGHT - 2 * MARGIN) / Math.max((maxY - minY) * room, 1),
  );
  const place = (x: number, y: number): [number, number] => [
    WIDTH / 2 + (x - (minX + maxX) / 2) * scale,
    HEIGHT / 2 - (y - (minY + maxY) / 2) * scale,
  ];
  return { place, scale };
}

function drawPath(path: Float64Array, place: (x: number, y: number) => [number, number]): string {
  let text = "";
  for (let i = 0; i + 1 < path.length; i += 2) {
    const [x, y] = place(path[i], path[i + 1]);
    text += `${i === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`;
  }
  return text;
}

/**
 * Draws positions against the other layers of the world; null when there is nothing to draw.
 * @param points `[lon, lat]`
 */
export function drawPositions(
  world: World,
  role: SourceRole,
  points: readonly Point[],
): PositionPicture | null {
  if (points.length === 0) return null;
  const { boxes, paths } = othersOf(world, role);
  const projection =
    boxes.length + paths.length > 0 ? world.projection : { lon0: points[0][0], lat0: points[0][1] };
  const dots = points.map(([lon, lat]): Point => {
    const xy: number[] = [];
    projectTo(projection, lon, lat, xy, 0);
    return [xy[0], xy[1]];
  });
  const { place, scale } = frameOf(dots, boxes);
  return {
    width: WIDTH,
    height: HEIGHT,
    blocks: boxes.map(([minX, minY, maxX, maxY]) => {
      const [x, y] = place(minX, maxY);
      return [x, y, Math.max(1, (maxX - minX) * scale), Math.max(1, (maxY - minY) * scale)];
    }),
    lines: paths.map((path) => drawPath(path, place)),
    dots: dots.map(([x, y]) => place(x, y)),
  };
}
