import type { MoveTarget } from "../../store/edit-state.ts";
import { type PointerAt, type Tool, type ToolView, type Turn, takeable } from "./tool.ts";

/** Where the brush was last; null: it is up. */
type Painting = Pick<PointerAt, "x" | "y"> | null;

/** Those the brush passed over between two places. */
function brushed(view: ToolView, from: Pick<PointerAt, "x" | "y">, to: PointerAt): number[] {
  const stretch = { fromX: from.x, fromY: from.y, toX: to.x, toY: to.y };
  return takeable(view, view.index.along(stretch, view.options.brushPx * to.pixelM));
}

/** The district in which a stroke begins; null: none is there. */
function targetAt(view: ToolView, { x, y }: PointerAt): MoveTarget | null {
  const { target } = view.options;
  if (target !== "auto") return target;
  const under = view.index.at(x, y);
  const district = under === null ? -1 : view.assignment[under];
  return district >= 0 ? district : null;
}

const still = (state: Painting): Turn<Painting> => ({ state, acts: [], sketch: null });

/**
 * Paints compounds into a district: a press begins a step, its release ends it; Escape takes it back.
 */
export const paintTool: Tool<Painting> = {
  start: null,
  step(last, event, view) {
    if (event.kind === "cancel")
      return { state: null, acts: last ? [{ kind: "drop" }] : [], sketch: null };
    const { kind, at } = event;
    const place = (from: Pick<PointerAt, "x" | "y">) => {
      const compounds = brushed(view, from, at);
      return compounds.length > 0 ? [{ kind: "place", compounds } as const] : [];
    };
    if (kind === "press") {
      const to = targetAt(view, at);
      if (to === null) return still(null);
      return { state: at, acts: [{ kind: "begin", to }, ...place(at)], sketch: null };
    }
    if (!last) return still(null);
    if (kind === "move") return { state: at, acts: place(last), sketch: null };
    return { state: null, acts: [...place(last), { kind: "commit" }], sketch: null };
  },
};
