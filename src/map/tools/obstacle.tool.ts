import { unproject } from "../../core/index.ts";
import type { ObstacleKind } from "../../store/edit-state.ts";
import { type Gesture, stepGesture } from "./gesture.ts";
import type { Act, PointerAt, Tool, ToolView } from "./tool.ts";

/** How far from the pointer a barrier or crossing can be taken, pixels. */
const GRAB_PX = 12;
/** Points of a drawn line nearer together than this say nothing, pixels. */
const STEP_PX = 6;

type Point = readonly [number, number];

/** Distance from a point to a stretch, m. */
function distanceTo([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const squared = dx * dx + dy * dy;
  const share = squared === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / squared;
  const t = Math.min(1, Math.max(0, share));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}

function distanceToPath(point: Point, path: Float64Array): number {
  let least = Infinity;
  for (let k = 2; k < path.length; k += 2) {
    const [a, b]: [Point, Point] = [
      [path[k - 2], path[k - 1]],
      [path[k], path[k + 1]],
    ];
    least = Math.min(least, distanceTo(point, a, b));
  }
  return least;
}

/** The one nearest to a place within reach; null: none is there. */
function nearest<T extends { readonly id: string }>(
  list: readonly T[],
  { pixelM }: PointerAt,
  distance: (one: T) => number,
): T | null {
  let found: { readonly one: T; readonly m: number } | null = null;
  for (const one of list) {
    const m = distance(one);
    if (m <= GRAB_PX * pixelM && m < (found?.m ?? Infinity)) found = { one, m };
  }
  return found?.one ?? null;
}

function obstacleAt(kind: ObstacleKind, { world }: ToolView, at: PointerAt): string | null {
  const point: Point = [at.x, at.y];
  const found =
    kind === "crossing"
      ? nearest(world.crossings, at, ({ x, y }) => Math.hypot(x - at.x, y - at.y))
      : nearest(
          world.barriers.filter(({ barrierClass }) => barrierClass !== "free"),
          at,
          ({ paths }) => Math.min(...paths.map((path) => distanceToPath(point, path))),
        );
  return found?.id ?? null;
}

/** The line without points that crowd, its ends kept. */
function thin(points: readonly Point[], leastM: number): Point[] {
  const kept: Point[] = [points[0]];
  for (const point of points.slice(1, -1)) {
    const [x, y] = kept[kept.length - 1];
    if (Math.hypot(point[0] - x, point[1] - y) >= leastM) kept.push(point);
  }
  return points.length > 1 ? [...kept, points[points.length - 1]] : kept;
}

/** Draws a barrier as a line, or takes out the one that is clicked. */
export const barrierTool: Tool<Gesture | null> = {
  start: null,
  step(state, event, view) {
    if (view.options.obstacle === "take-out") return takeOut("barrier", event, view);
    const { gesture, ended } = stepGesture(state, event);
    if (!ended)
      return { state: gesture, acts: [], sketch: gesture && { ...gesture, closed: false } };
    const pixelM = event.kind === "cancel" ? 1 : event.at.pixelM;
    const { projection } = view.world;
    const line = thin(ended.points, STEP_PX * pixelM).map(([x, y]) => unproject(projection, x, y));
    return { state: null, acts: [{ kind: "draw-barrier", line }], sketch: null };
  },
};

/** Puts a crossing where it is clicked, or takes out the one that is. */
export const crossingTool: Tool<null> = {
  start: null,
  step(_, event, view) {
    if (view.options.obstacle === "take-out") return takeOut("crossing", event, view);
    if (event.kind !== "press") return { state: null, acts: [], sketch: null };
    const at = unproject(view.world.projection, event.at.x, event.at.y);
    return { state: null, acts: [{ kind: "draw-crossing", at }], sketch: null };
  },
};

function takeOut(
  kind: ObstacleKind,
  event: Parameters<Tool<null>["step"]>[1],
  view: ToolView,
): { readonly state: null; readonly acts: Act[]; readonly sketch: null } {
  const id = event.kind === "press" ? obstacleAt(kind, view, event.at) : null;
  const acts: Act[] = id === null ? [] : [{ kind: "take-out", obstacle: kind, id }];
  return { state: null, acts, sketch: null };
}
