import type { MoveTarget } from "../../store/edit-state.ts";
import { type Gesture, stepGesture } from "./gesture.ts";
import { type Act, type Sketch, type Tool, type ToolView, takeable } from "./tool.ts";

type Points = Gesture["points"];

/** A rectangle from its first corner to the pointer. */
function boxOf(points: Points): Points {
  const [x0, y0] = points[0];
  const [x1, y1] = points[points.length - 1];
  return [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
  ];
}

function selectOrPlace(view: ToolView, { add }: Gesture, compounds: readonly number[]): Act[] {
  const { target } = view.options;
  if (target === "auto") return [{ kind: "select", compounds, add }];
  return place(compounds, target);
}

function place(compounds: readonly number[], to: MoveTarget): Act[] {
  if (compounds.length === 0) return [];
  return [{ kind: "begin", to }, { kind: "place", compounds }, { kind: "commit" }];
}

function areaTool(
  shape: (points: Points) => Points,
  use: (view: ToolView, gesture: Gesture, compounds: readonly number[]) => Act[],
): Tool<Gesture | null> {
  const sketch = (gesture: Gesture | null): Sketch | null =>
    gesture && { points: shape(gesture.points), closed: true };
  return {
    start: null,
    step(state, event, view) {
      const { gesture, ended } = stepGesture(state, event);
      if (!ended) return { state: gesture, acts: [], sketch: sketch(gesture) };
      const ring = Float64Array.from(shape(ended.points).flat());
      const acts = use(view, ended, takeable(view, view.index.within(ring)));
      return { state: null, acts, sketch: null };
    },
  };
}

/** Compounds within a line drawn around them: selected, or placed where the options say. */
export const lassoTool = areaTool((points) => points, selectOrPlace);

/** Compounds within a rectangle. */
export const rectangleTool = areaTool(boxOf, selectOrPlace);

/** A new district of the whole compounds within a line drawn freehand. */
export const drawTool = areaTool(
  (points) => points,
  (_, __, compounds) => place(compounds, "new"),
);
