import { createStore, type StoreApi } from "zustand/vanilla";
import { BRUSHES_PX, type ToolName, type ToolOptions } from "./tool.ts";

/** The tool in hand, and where it is. */
export interface Hand {
  readonly tool: ToolName;
  readonly options: ToolOptions;
  /** over the map, pixels; null: not there */
  readonly pointer: { readonly x: number; readonly y: number } | null;
  /** in the middle of a drag or a line */
  readonly isWorking: boolean;
  /** ids of the districts that were assigned to last, newest first */
  readonly recents: readonly string[];
}

export type HandStore = StoreApi<Hand>;

const START: Hand = {
  tool: "select",
  options: {
    brushPx: BRUSHES_PX[1],
    takeFrom: "anything",
    target: "auto",
    obstacle: "draw",
    barrierSort: "arterial",
  },
  pointer: null,
  isWorking: false,
  recents: [],
};

/** The hand of one page: tools on the map and the bar beside it share it. */
export function createHand(): HandStore {
  return createStore<Hand>()(() => START);
}

/** Takes a tool; the one in hand, taken again, is put away. */
export function takeTool(hand: HandStore, tool: ToolName): void {
  hand.setState({ tool: hand.getState().tool === tool ? "select" : tool });
}

/** Recent districts that are kept. */
const RECENTS = 5;

/** Notes that a district was assigned to. */
export function rememberDistrict(hand: HandStore, id: string): void {
  hand.setState(({ recents }) => ({
    recents: [id, ...recents.filter((other) => other !== id)].slice(0, RECENTS),
  }));
}

/** Sets the tool in hand. */
export function setToolOptions(hand: HandStore, change: Partial<ToolOptions>): void {
  hand.setState(({ options }) => ({ options: { ...options, ...change } }));
}

/** A brush one size larger (1) or smaller (−1), as far as there are sizes. */
export function resizeBrush(hand: HandStore, by: 1 | -1): void {
  const at = BRUSHES_PX.indexOf(hand.getState().options.brushPx) + by;
  const brushPx = BRUSHES_PX[Math.min(BRUSHES_PX.length - 1, Math.max(0, at))];
  setToolOptions(hand, { brushPx });
}
