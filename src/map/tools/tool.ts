import type { ContiguityGraph, DrawnBarrier, LonLat, UnitIndex, World } from "../../core/index.ts";
import type { MoveTarget, ObstacleKind, TakeFrom } from "../../store/edit-state.ts";

/** What the hand on the map can do, in the order of the toolbar. */
export const TOOLS = [
  "select",
  "paint",
  "lasso",
  "rectangle",
  "border",
  "split",
  "draw",
  "link",
  "barrier",
  "crossing",
] as const;
export type ToolName = (typeof TOOLS)[number];

/**
 * Where compounds go: "auto" is the district in which a brush begins, and for an area only a
 * selection.
 */
export type Target = "auto" | MoveTarget;

/** Radii of the brush, pixels; the smallest takes the compound under its point. */
export const BRUSHES_PX = [0, 14, 30, 60] as const;

/** What a drawn barrier is. */
export type BarrierSort = Pick<DrawnBarrier, "kind" | "barrierClass">;

/** Sorts of barriers that can be drawn, by their key in the catalogue. */
export const BARRIER_SORTS = {
  arterial: { kind: "road", barrierClass: "hard" },
  secondary: { kind: "road", barrierClass: "penalised" },
  rail: { kind: "rail", barrierClass: "hard" },
  water: { kind: "water", barrierClass: "hard" },
  cliff: { kind: "cliff", barrierClass: "hard" },
  other: { kind: "other", barrierClass: "hard" },
} as const satisfies Readonly<Record<string, BarrierSort>>;
export type BarrierSortName = keyof typeof BARRIER_SORTS;

/** How the tools are set. */
export interface ToolOptions {
  readonly brushPx: (typeof BRUSHES_PX)[number];
  readonly takeFrom: TakeFrom;
  readonly target: Target;
  /** whether barriers and crossings are drawn or taken out */
  readonly obstacle: "draw" | "take-out";
  readonly barrierSort: BarrierSortName;
}

/** The pointer over the map. */
export interface PointerAt {
  /** on the world's plane, m */
  readonly x: number;
  readonly y: number;
  /** length of a pixel, m */
  readonly pixelM: number;
  /** the person holds Shift, Ctrl or Cmd */
  readonly add: boolean;
}

export type ToolEvent =
  | { readonly kind: "press" | "move" | "release"; readonly at: PointerAt }
  | { readonly kind: "cancel" };

/** What a tool sees. */
export interface ToolView {
  /** with the drawings of the active scenario on it */
  readonly world: World;
  readonly graph: ContiguityGraph;
  readonly index: UnitIndex;
  /** district position of each compound, a stroke under way included; it changes under the tool */
  readonly assignment: Int32Array;
  readonly options: ToolOptions;
  /** the one selected district; null: none or several */
  readonly district: number | null;
  takesPart(compound: number): boolean;
}

/** What a tool asks for. */
export type Act =
  /** a step of the history begins */
  | { readonly kind: "begin"; readonly to: MoveTarget }
  | { readonly kind: "place"; readonly compounds: readonly number[] }
  | { readonly kind: "commit" }
  | { readonly kind: "drop" }
  | { readonly kind: "select"; readonly compounds: readonly number[]; readonly add: boolean }
  /** the step becomes exactly this */
  | { readonly kind: "pull"; readonly compounds: readonly number[]; readonly to: number }
  | { readonly kind: "propose-move"; readonly compounds: readonly number[]; readonly to: number }
  | {
      readonly kind: "propose-split";
      readonly district: number;
      readonly line: readonly (readonly [number, number])[];
    }
  | { readonly kind: "pair"; readonly pair: readonly [number, number] }
  | { readonly kind: "draw-barrier"; readonly line: readonly LonLat[] }
  | { readonly kind: "draw-crossing"; readonly at: LonLat }
  | { readonly kind: "take-out"; readonly obstacle: ObstacleKind; readonly id: string };

/** What is drawn for a tool at work, on the plane, m. */
export interface Sketch {
  readonly points: readonly (readonly [number, number])[];
  readonly closed: boolean;
}

/** A tool's answer to an event. */
export interface Turn<S> {
  readonly state: S;
  readonly acts: readonly Act[];
  readonly sketch: Sketch | null;
}

/** A tool as a state machine: pure, so that a drag is a list of events. */
export interface Tool<S> {
  readonly start: S;
  step(state: S, event: ToolEvent, view: ToolView): Turn<S>;
}

/** The compounds of these that the options let a tool take. */
export function takeable(view: ToolView, compounds: readonly number[]): number[] {
  const { takeFrom } = view.options;
  const from = takeFrom === "left-out" ? -1 : takeFrom;
  return compounds.filter(
    (i) => view.takesPart(i) && (from === "anything" || view.assignment[i] === from),
  );
}
