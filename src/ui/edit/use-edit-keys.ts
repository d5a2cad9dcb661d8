import { useHotkeys } from "@mantine/hooks";
import { useEffect, useMemo } from "react";
import type { Heading } from "../../core/index.ts";
import { resizeBrush, takeTool } from "../../map/tools/hand.ts";
import { TOOLS } from "../../map/tools/tool.ts";
import { useActions, useAppStore } from "../store-context.tsx";
import { EditCommands } from "./edit-commands.ts";
import { type HandAndMap, useHandAndMap } from "./hand-context.tsx";
import { TOOL_SIGNS } from "./tool-icons.tsx";
import { isDialogOpen, isTyping, shortcut } from "./typing.ts";

/** Of the list that assigns the selection, on the page at most once. */
export const ASSIGN_ID = "assign-to";

/** A step of a pointer led by keys, and a fine one, px. */
const STEP_PX = 24;
const FINE_PX = 4;
/** A step of the map, px. */
const PAN_PX = 120;

const HEADING_OF: Readonly<Record<string, Heading>> = {
  ArrowUp: "north",
  ArrowRight: "east",
  ArrowDown: "south",
  ArrowLeft: "west",
};
/** On the screen, where y grows downwards. */
const SCREEN: Readonly<Record<Heading, readonly [number, number]>> = {
  north: [0, -1],
  east: [1, 0],
  south: [0, 1],
  west: [-1, 0],
};

/** Keys that mean something else where these have the focus: lists, tabs, menus, sliders. */
function isOnMap(target: EventTarget | null): boolean {
  return target === document.body || (target instanceof Element && target.matches("canvas"));
}

/** Letters of the tools and of what can be done to the selection; arrows and Enter on the map. */
export function useEditKeys(): void {
  const store = useAppStore();
  const handAndMap = useHandAndMap();
  const { hand } = handAndMap;
  const commands = useMemo(() => new EditCommands(store, hand), [store, hand]);
  const { acceptPreview } = useActions();
  const shortcuts: [string, () => void][] = [
    ...TOOLS.map((tool): [string, () => void] => [
      TOOL_SIGNS[tool].key,
      () => takeTool(hand, tool),
    ]),
    ["[", () => resizeBrush(hand, -1)],
    ["]", () => resizeBrush(hand, 1)],
    ["A", () => document.getElementById(ASSIGN_ID)?.focus()],
    ["G", () => commands.assignAgain()],
    ["N", () => commands.assign("new")],
    ["Delete", () => commands.takeOut()],
    ["Backspace", () => commands.takeOut()],
    ["Q", () => commands.toggleLock()],
    ["M", () => commands.merge()],
    ["S", () => commands.splitEven()],
    ["C", () => commands.bestCut()],
    ["P", () => commands.replan()],
    [".", () => commands.nextFinding()],
  ];
  useHotkeys(
    shortcuts.map(([keys, run]) => shortcut(keys, run)),
    [],
  );
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!isOnMap(event.target) || isDialogOpen() || isTyping(event.target)) return;
      if (event.key === "Enter" && store.getState().preview) acceptPreview();
      else if (!pressOnMap(event, commands, handAndMap)) return;
      event.preventDefault();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [store, commands, handAndMap, acceptPreview]);
}

/** @returns whether the key meant anything */
function pressOnMap(
  event: KeyboardEvent,
  commands: EditCommands,
  { hand, session }: HandAndMap,
): boolean {
  const map = session();
  const isTool = hand.getState().tool !== "select";
  const heading = HEADING_OF[event.key];
  if (event.key === "Enter") {
    if (isTool) map?.press();
    else commands.selectDistrict();
    return true;
  }
  if (event.key === "+" || event.key === "=" || event.key === "-") {
    map?.zoomBy(event.key === "-" ? -1 : 1);
    return true;
  }
  if (!heading) return false;
  const [x, y] = SCREEN[heading];
  if (event.ctrlKey || event.metaKey) map?.panBy(PAN_PX * x, PAN_PX * y);
  else if (event.altKey) commands.give(heading);
  else if (isTool) {
    const stepPx = event.shiftKey ? FINE_PX : STEP_PX;
    map?.nudge(stepPx * x, stepPx * y);
  } else {
    const reached = commands.step(heading, event.shiftKey);
    if (reached !== null) map?.reveal(reached);
  }
  return true;
}
