import { type Gesture, stepGesture } from "./gesture.ts";
import type { Tool } from "./tool.ts";

/** Draws a connection from one compound to another: the pair to be linked or cut. */
export const linkTool: Tool<Gesture | null> = {
  start: null,
  step(state, event, { index }) {
    const { gesture, ended } = stepGesture(state, event);
    const ends = (points: Gesture["points"]) => [points[0], points[points.length - 1]] as const;
    if (!ended) {
      const from = gesture && index.at(...gesture.points[0]);
      if (!gesture || from === null) return { state: null, acts: [], sketch: null };
      return {
        state: gesture,
        acts: [],
        sketch: { points: ends(gesture.points), closed: false },
      };
    }
    const [a, b] = ends(ended.points).map((point) => index.at(...point));
    if (a === null || b === null || a === b) return { state: null, acts: [], sketch: null };
    return {
      state: null,
      acts: [{ kind: "pair", pair: a < b ? [a, b] : [b, a] }],
      sketch: null,
    };
  },
};
