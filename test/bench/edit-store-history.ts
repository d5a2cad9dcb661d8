import type { Prepared, Zoning } from "../../src/core/index.ts";
import { measure, micro } from "./edit-measure.ts";
import { createBorders, openStore } from "./edit-store.ts";

/** Strokes, undo and redo through the store with more and more steps in the history: a row per length. */
export async function measureStoreHistory(
  prepared: Prepared,
  zoning: Zoning,
  lengths: readonly number[],
): Promise<(string | number)[][]> {
  const store = await openStore(prepared, zoning);
  const { actions } = store.getState();
  const border = createBorders(prepared, actions, 9);
  const move = ([i, to]: readonly [number, number]) => {
    actions.beginStroke(to);
    actions.paint([i]);
    actions.endStroke();
  };
  return lengths.map((length) => {
    while (actions.countSteps().done < length) move(border());
    const undo = () => actions.undo();
    const redo = () => actions.redo();
    const times = [
      measure(border, move, { after: undo }),
      measure(() => null, undo, { after: redo }),
      measure(undo, redo),
    ];
    return [length, ...times.map(({ p50, p99 }) => `${micro(p50)} / ${micro(p99)}`)];
  });
}
