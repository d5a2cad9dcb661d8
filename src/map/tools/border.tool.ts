import { shiftBorder } from "../../core/index.ts";
import { type Gesture, stepGesture } from "./gesture.ts";
import type { Act, PointerAt, Tool, ToolEvent, ToolView } from "./tool.ts";

/** How far from the pointer a border can be taken, pixels; borders run in the gaps between walls. */
const GRAB_PX = 28;

/** A border in hand. */
interface Pulling {
  readonly gesture: Gesture;
  /** the districts on either side */
  readonly sides: readonly [number, number];
  /** district of each compound when the border was taken */
  readonly assignment: Int32Array;
}

/** The two districts nearest to a place, within reach; null: no border is there. */
function bordersAt(view: ToolView, { x, y, pixelM }: PointerAt): [number, number] | null {
  const stretch = { fromX: x, fromY: y, toX: x, toY: y };
  const districts: number[] = [];
  for (const px of [0, GRAB_PX / 4, GRAB_PX / 2, GRAB_PX]) {
    for (const i of view.index.along(stretch, px * pixelM)) {
      const at = view.assignment[i];
      if (at >= 0 && !districts.includes(at)) districts.push(at);
    }
    if (districts.length > 1) return [districts[0], districts[1]];
  }
  return null;
}

/** Who is under the pointer gives: the border moves into their ground. */
function pull(shown: ToolView, { gesture, sides, assignment }: Pulling) {
  const view = { ...shown, assignment };
  const { points } = gesture;
  const [[fromX, fromY], [toX, toY]] = [points[0], points[points.length - 1]];
  const reachM = Math.hypot(toX - fromX, toY - fromY);
  const giver = nearestSide(view, sides, [toX, toY]);
  const receiver = giver === sides[0] ? sides[1] : sides[0];
  const compounds = shiftBorder(
    { graph: view.graph, centroid: view.world.shapes.centroid, assignment: view.assignment },
    view.index.near(fromX, fromY, reachM).filter(view.takesPart),
    { receiver, giver, fromX, fromY, toX, toY },
  );
  return { compounds, to: receiver };
}

/** The side whose nearest compound is nearest to the pointer. */
function nearestSide(
  { index, assignment, world }: ToolView,
  sides: readonly [number, number],
  [x, y]: readonly [number, number],
): number {
  const under = index.at(x, y);
  if (under !== null && sides.includes(assignment[under])) return assignment[under];
  const { centroid } = world.shapes;
  const distance = (side: number) =>
    assignment.reduce(
      (least, d, i) =>
        d === side
          ? Math.min(least, Math.hypot(centroid[2 * i] - x, centroid[2 * i + 1] - y))
          : least,
      Infinity,
    );
  return distance(sides[0]) <= distance(sides[1]) ? sides[0] : sides[1];
}

function takeHold(view: ToolView, event: ToolEvent): Omit<Pulling, "gesture"> | null {
  const sides = event.kind === "press" ? bordersAt(view, event.at) : null;
  return sides && { sides, assignment: view.assignment.slice() };
}

/**
 * Takes hold of the border between two districts and pulls it: compounds of the side it is pulled
 * into change to the other one. By dragging, or by a click, a move and a click; Escape lets go.
 */
export const borderTool: Tool<Pulling | null> = {
  start: null,
  step(state, event, view) {
    const { gesture, ended, signal } = stepGesture(state?.gesture ?? null, event);
    if (signal === "cancel") return { state: null, acts: [{ kind: "drop" }], sketch: null };
    if (ended && state) {
      const { compounds, to } = pull(view, { ...state, gesture: ended });
      const done: Act[] =
        compounds.length > 0 ? [{ kind: "propose-move", compounds, to }] : [{ kind: "drop" }];
      return { state: null, acts: done, sketch: null };
    }
    if (!gesture) return { state: null, acts: [], sketch: null };
    const held = state ?? takeHold(view, event);
    if (!held) return { state: null, acts: [], sketch: null };
    const next = { ...held, gesture };
    const points = [gesture.points[0], gesture.points[gesture.points.length - 1]];
    const begun: Act[] = state ? [] : [{ kind: "begin", to: held.sides[0] }];
    const acts: Act[] = [...begun, { kind: "pull", ...pull(view, next) }];
    return { state: next, acts, sketch: { points, closed: false } };
  },
};
