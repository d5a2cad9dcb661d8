import { projectTo, takesPart, UnitIndex, unproject, type World } from "../../core/index.ts";
import { activeScenario } from "../../store/active-scenario.ts";
import type { Actions, AppState } from "../../store/state.ts";
import type { MapAdapter, MapPointer } from "../map-adapter.ts";
import { drawTool, lassoTool, rectangleTool } from "./area.tool.ts";
import { borderTool } from "./border.tool.ts";
import type { HandStore } from "./hand.ts";
import { linkTool } from "./link.tool.ts";
import { barrierTool, crossingTool } from "./obstacle.tool.ts";
import { paintTool } from "./paint.tool.ts";
import { splitTool } from "./split.tool.ts";
import {
  type Act,
  BARRIER_SORTS,
  type PointerAt,
  type Sketch,
  type Tool,
  type ToolEvent,
  type ToolName,
  type ToolView,
} from "./tool.ts";

/** The state and its actions, as tools need them. */
interface ToolStore {
  getState(): AppState & { readonly actions: Actions };
}

/** A tool with the state it is in, so that tools of any state run alike. */
interface Running {
  step(event: ToolEvent, view: ToolView): { acts: readonly Act[]; sketch: Sketch | null };
  isWorking(): boolean;
}

function runTool<S>(tool: Tool<S>): () => Running {
  return () => {
    let state = tool.start;
    return {
      step(event, view) {
        const turn = tool.step(state, event, view);
        state = turn.state;
        return turn;
      },
      isWorking: () => state !== tool.start,
    };
  };
}

const TOOLS_RUN: Readonly<Record<Exclude<ToolName, "select">, () => Running>> = {
  paint: runTool(paintTool),
  lasso: runTool(lassoTool),
  rectangle: runTool(rectangleTool),
  border: runTool(borderTool),
  split: runTool(splitTool),
  draw: runTool(drawTool),
  link: runTool(linkTool),
  barrier: runTool(barrierTool),
  crossing: runTool(crossingTool),
};

/** Leads the pointer's events to the tool in hand, and what the tool asks for to the store. */
export class ToolRunner {
  private readonly store: ToolStore;
  private readonly hand: HandStore;
  private readonly adapter: MapAdapter;
  private running: Running | null = null;
  private indexed: { readonly shapes: World["shapes"]; readonly index: UnitIndex } | null = null;
  private readonly plane = new Float64Array(2);
  /** a pointer led by keys; null: keys lead none */
  private keyed: MapPointer["pixel"] | null = null;
  private isPressed = false;

  constructor(store: ToolStore, hand: HandStore, adapter: MapAdapter) {
    this.store = store;
    this.hand = hand;
    this.adapter = adapter;
  }

  /** Takes the tool that the hand holds now; a line under way is let go. */
  take(): void {
    this.cancel();
    this.lead(null);
    const { tool, options } = this.hand.getState();
    this.running = tool === "select" ? null : TOOLS_RUN[tool]();
    const discPx = tool === "paint" ? options.brushPx : null;
    this.adapter.setTool(this.running && { discPx });
  }

  /** Moves the pointer by keys; without one it begins in the middle of the map. */
  nudge(x: number, y: number): void {
    if (!this.running) return;
    const { pixel } = this.adapter.locate(this.keyed);
    this.lead(this.keyed ? { x: pixel.x + x, y: pixel.y + y } : pixel);
    this.point("move", this.adapter.locate(this.keyed));
  }

  /** A click by keys; with the brush, one that puts it down or takes it up. */
  press(): void {
    if (!this.running) return;
    const at = this.adapter.locate(this.keyed);
    if (!this.keyed) this.lead(at.pixel);
    const isHeld = this.hand.getState().tool === "paint";
    if (!this.isPressed) this.point("press", at);
    if (this.isPressed || !isHeld) this.point("release", at);
    this.isPressed = isHeld && !this.isPressed;
  }

  point(kind: "press" | "move" | "release", pointer: MapPointer): void {
    const view = this.view();
    if (view) this.step({ kind, at: this.place(view.world, pointer) }, view);
  }

  private lead(pixel: MapPointer["pixel"] | null): void {
    this.keyed = pixel;
    if (!pixel) this.isPressed = false;
    this.adapter.showPointer(pixel);
  }

  /** @returns whether there was anything to let go */
  cancel(): boolean {
    const view = this.view();
    if (!view || !this.running?.isWorking()) return false;
    this.isPressed = false;
    this.step({ kind: "cancel" }, view);
    return true;
  }

  private step(event: ToolEvent, view: ToolView): void {
    if (!this.running) return;
    const { acts, sketch } = this.running.step(event, view);
    for (const act of acts) this.perform(act, view);
    const { projection } = view.world;
    this.adapter.setSketch(
      sketch && { ...sketch, points: sketch.points.map(([x, y]) => unproject(projection, x, y)) },
    );
    const isWorking = this.running.isWorking();
    if (this.hand.getState().isWorking !== isWorking) this.hand.setState({ isWorking });
  }

  private place({ projection }: World, { lonLat, pixelM, add }: MapPointer): PointerAt {
    projectTo(projection, lonLat[0], lonLat[1], this.plane);
    return { x: this.plane[0], y: this.plane[1], pixelM, add };
  }

  private view(): ToolView | null {
    const state = this.store.getState();
    const { scene: world, graph, selection, actions } = state;
    const scenario = activeScenario(state);
    if (!world || !graph || !scenario) return null;
    const { shapes } = world;
    if (this.indexed?.shapes !== shapes) this.indexed = { shapes, index: new UnitIndex(shapes) };
    const { agedBefore } = scenario.recipe.parameters;
    const isOne = selection?.kind === "districts" && selection.indices.length === 1;
    return {
      world,
      graph,
      index: this.indexed.index,
      assignment: actions.readAssignment(),
      options: this.hand.getState().options,
      district: isOne ? selection.indices[0] : null,
      takesPart: (i) => takesPart(world.compounds[i], agedBefore),
    };
  }

  private perform(act: Act, { world, graph, options }: ToolView): void {
    const { actions, selection } = this.store.getState();
    if (act.kind === "begin") {
      const isPull = this.hand.getState().tool === "border";
      actions.beginStroke(act.to, isPull ? "anything" : options.takeFrom);
    }
    if (act.kind === "place") actions.paint(act.compounds);
    if (act.kind === "pull") actions.repaint(act.compounds, act.to);
    if (act.kind === "commit") actions.endStroke();
    if (act.kind === "drop") actions.cancelStroke();
    if (act.kind === "propose-move") {
      actions.cancelStroke();
      actions.previewEdit({ kind: "move", compounds: act.compounds, to: act.to });
    }
    if (act.kind === "propose-split") {
      const line = act.line.map(([x, y]) => unproject(world.projection, x, y));
      actions.previewEdit({ kind: "split-by-line", district: act.district, line });
    }
    if (act.kind === "select") {
      const kept = act.add && selection?.kind === "compounds" ? selection.indices : [];
      const indices = [...new Set([...kept, ...act.compounds])];
      actions.select(indices.length > 0 ? { kind: "compounds", indices } : null);
    }
    if (act.kind === "draw-barrier")
      actions.drawBarrier({ ...BARRIER_SORTS[options.barrierSort], line: act.line });
    if (act.kind === "draw-crossing") actions.drawCrossing(act.at);
    if (act.kind === "take-out") actions.takeOutObstacle(act.obstacle, act.id);
    if (act.kind === "pair") {
      const [a, b] = act.pair;
      const isLinked = graph.neighbor.subarray(graph.offset[a], graph.offset[a + 1]).includes(b);
      if (!isLinked) actions.setPair(act.pair, "linked");
      actions.select({ kind: "pair", indices: act.pair });
    }
  }
}
