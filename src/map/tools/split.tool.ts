import { type Gesture, stepGesture } from "./gesture.ts";
import type { Tool, ToolView } from "./tool.ts";

/** The district selected, else the one that most of the line runs through; null: none. */
function districtUnder({ index, assignment, district }: ToolView, points: Gesture["points"]) {
  if (district !== null) return district;
  const counts = new Map<number, number>();
  points.forEach(([x, y], k) => {
    const [px, py] = points[Math.max(0, k - 1)];
    for (const i of index.along({ fromX: px, fromY: py, toX: x, toY: y }, 0)) {
      const at = assignment[i];
      if (at >= 0) counts.set(at, (counts.get(at) ?? 0) + 1);
    }
  });
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return most?.[0] ?? null;
}

/** Splits a district by a line drawn across it. */
export const splitTool: Tool<Gesture | null> = {
  start: null,
  step(state, event, view) {
    const { gesture, ended } = stepGesture(state, event);
    if (!ended)
      return { state: gesture, acts: [], sketch: gesture && { ...gesture, closed: false } };
    const district = districtUnder(view, ended.points);
    if (district === null) return { state: null, acts: [], sketch: null };
    return {
      state: null,
      acts: [{ kind: "propose-split", district, line: ended.points }],
      sketch: null,
    };
  },
};
