import type { Hit } from "./map-adapter.ts";

/** Pixels around the pointer in which a line is hit. */
export const LINE_REACH = 5;
/** Pixels from the shortest connection in which its line is hit within a compound. */
const CONNECTION_REACH = 9;

interface Pixel {
  readonly x: number;
  readonly y: number;
}

/** A drawn line: its two compounds and the shortest connection between them, degrees. */
type Line = Readonly<Record<string, unknown>>;

/** Distance of a point from the stretch between two others, pixels. */
function distanceTo(point: Pixel, from: Pixel, to: Pixel): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const square = dx * dx + dy * dy;
  const along = square > 0 ? ((point.x - from.x) * dx + (point.y - from.y) * dy) / square : 0;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - from.x - t * dx, point.y - from.y - t * dy);
}

/**
 * The pair whose connection is nearest to the pointer. Lines run on to the middles of the
 * compounds, where those of many pairs meet: within a compound only the part around the shortest
 * connection counts.
 * @param lines properties of the lines within {@link LINE_REACH} of the pointer
 * @param isInside the pointer is within a compound
 * @param project from degrees to pixels
 */
export function choosePair(
  lines: readonly Line[],
  { point, isInside }: { readonly point: Pixel; readonly isInside: boolean },
  project: (lonLat: [number, number]) => Pixel,
): Hit["pair"] {
  let [nearest, pair]: [number, Hit["pair"]] = [isInside ? CONNECTION_REACH : Infinity, null];
  for (const { a, b, lon1, lat1, lon2, lat2 } of lines) {
    const from = project([Number(lon1), Number(lat1)]);
    const to = project([Number(lon2), Number(lat2)]);
    const distance = distanceTo(point, from, to);
    if (distance >= nearest) continue;
    nearest = distance;
    pair = [Number(a), Number(b)];
  }
  return pair;
}
