import { TOOLS } from "../../map/tools/tool.ts";
import type { EditKey } from "./edit-words.ts";
import { TOOL_SIGNS } from "./tool-icons.tsx";

/** Keys and what they do; `tool` fills the name into the text. */
export interface Shortcut {
  readonly keys: string;
  readonly what: EditKey;
  readonly tool?: EditKey;
}

/** The shortcuts of editing by group, in the order of the panel. */
export const EDIT_SHORTCUTS: readonly {
  readonly title: EditKey;
  readonly list: readonly Shortcut[];
}[] = [
  {
    title: "keys.tools",
    list: [
      ...TOOLS.map(
        (tool): Shortcut => ({
          keys: TOOL_SIGNS[tool].key,
          what: "keys.take",
          tool: `tool.${tool}`,
        }),
      ),
      { keys: "[ ]", what: "tool.brush" },
      { keys: "Space", what: "keys.space" },
      { keys: "Esc", what: "keys.cancel" },
    ],
  },
  {
    title: "keys.map",
    list: [
      { keys: "← ↑ → ↓", what: "keys.arrows" },
      { keys: "Shift ← ↑ → ↓", what: "keys.extend" },
      { keys: "Alt ← ↑ → ↓", what: "keys.give" },
      { keys: "Ctrl ← ↑ → ↓", what: "keys.pan" },
      { keys: "Enter", what: "keys.press" },
      { keys: "+ −", what: "keys.zoomBy" },
    ],
  },
  {
    title: "keys.edits",
    list: [
      { keys: "A", what: "keys.assign" },
      { keys: "G", what: "keys.again" },
      { keys: "N", what: "keys.fresh" },
      { keys: "Delete", what: "keys.out" },
      { keys: "Q", what: "keys.lock" },
      { keys: "S", what: "keys.even" },
      { keys: "C", what: "keys.cut" },
      { keys: "P", what: "keys.replan" },
      { keys: ".", what: "keys.next" },
    ],
  },
];
