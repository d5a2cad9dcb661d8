import type { PointerAt, ToolEvent } from "./tool.ts";

/** Farther than this between press and release it was a drag, not a click; pixels. */
const CLICK_PX = 5;

/**
 * A line under way: drawn with the button down, or, after a click, with the pointer loose until the
 * next click.
 */
export interface Gesture {
  /** m; the last one follows the pointer */
  readonly points: readonly (readonly [number, number])[];
  readonly isLoose: boolean;
  readonly add: boolean;
}

/** What an event means for a line. */
export interface Stroke {
  readonly gesture: Gesture | null;
  readonly signal: "begin" | "move" | "end" | "cancel" | null;
  /** the line that ended */
  readonly ended: Gesture | null;
}

const NOTHING: Stroke = { gesture: null, signal: null, ended: null };

function extend(gesture: Gesture, { x, y }: PointerAt): Gesture {
  const last = gesture.points[gesture.points.length - 1];
  if (last[0] === x && last[1] === y) return gesture;
  return { ...gesture, points: [...gesture.points, [x, y]] };
}

/** The distance from the first point that the line has been away at most, m. */
function reachOf({ points }: Gesture): number {
  const [x0, y0] = points[0];
  return Math.max(...points.map(([x, y]) => Math.hypot(x - x0, y - y0)));
}

/** Follows one line from press to release, or from click to click. */
export function stepGesture(gesture: Gesture | null, event: ToolEvent): Stroke {
  if (event.kind === "cancel") return gesture ? { ...NOTHING, signal: "cancel" } : NOTHING;
  const { at, kind } = event;
  if (!gesture) {
    if (kind !== "press") return NOTHING;
    const begun = { points: [[at.x, at.y] as const], isLoose: false, add: at.add };
    return { gesture: begun, signal: "begin", ended: null };
  }
  const next = extend(gesture, at);
  if (kind === "move") return { gesture: next, signal: "move", ended: null };
  if (kind === "press")
    return { gesture: { ...next, isLoose: false }, signal: "move", ended: null };
  if (reachOf(next) < CLICK_PX * at.pixelM)
    return { gesture: { ...next, isLoose: true }, signal: "move", ended: null };
  return { gesture: null, signal: "end", ended: next };
}
