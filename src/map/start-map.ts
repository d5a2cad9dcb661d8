import type { FeatureCollection } from "geojson";
import { unproject } from "../core/index.ts";
import { activeScenario } from "../store/active-scenario.ts";
import type { Actions, AppState } from "../store/state.ts";
import type { FitPadding, MapAdapter, MapListeners, MapTheme } from "./map-adapter.ts";
import { type StateSource, syncMap } from "./map-sync.ts";
import { createMapLibreAdapter } from "./maplibre-adapter.ts";
import { nextSelection, type SelectUnit } from "./select.mode.ts";
import { createSilentAdapter } from "./silent-adapter.ts";
import type { HandStore } from "./tools/hand.ts";
import { ToolRunner } from "./tools/tool-runner.ts";

/** The state and its actions, as the map needs them. */
export interface MapStore extends StateSource {
  getState(): AppState & { readonly actions: Actions };
}

/** What the page may ask of the map. */
export interface MapSession {
  /** false: this browser cannot draw it; everything else works */
  readonly drawn: boolean;
  setTheme(theme: MapTheme): void;
  setUnit(unit: SelectUnit): void;
  /** Scenery without a part in the plan (parks, built-up ground); null clears it. */
  setContext(context: FeatureCollection | null): void;
  zoomBy(steps: number): void;
  fitAll(): void;
  /** Moves the pointer of the tool in hand, pixels. */
  nudge(x: number, y: number): void;
  /** Clicks with the tool in hand where keys have led it. */
  press(): void;
  /** Lets go of a drag or a line under way. @returns whether there was one */
  letGo(): boolean;
  /** Brings a compound into view where it is not. */
  reveal(compound: number): void;
  /** Moves the map by so many pixels. */
  panBy(x: number, y: number): void;
  destroy(): void;
}

/** Where and how the map starts. */
export interface MapOptions {
  readonly container: HTMLElement;
  readonly theme: MapTheme;
  /** the tool in hand */
  readonly hand: HandStore;
  padding(): FitPadding;
  /** Told when data that take long to draw are on their way, and when they are drawn. */
  onLoading(isLoading: boolean): void;
}

function openAdapter(
  options: MapOptions,
  listeners: MapListeners,
): MapAdapter & { drawn: boolean } {
  try {
    return {
      ...createMapLibreAdapter(options.container, options.theme, listeners),
      drawn: true,
    };
  } catch {
    return { ...createSilentAdapter(), drawn: false };
  }
}

/** Puts the map into its container, makes it follow the store and turns clicks into selections. */
export function startMap(store: MapStore, options: MapOptions): MapSession {
  let unit: SelectUnit = "districts";
  const adapter = openAdapter(options, {
    pick(hit, { add }) {
      const state = store.getState();
      const zoning = activeScenario(state)?.zoning ?? null;
      const district =
        hit.compound !== null && zoning ? zoning.assignment[hit.compound] : (hit.district ?? -1);
      const known = { ...hit, district: district >= 0 ? district : null };
      state.actions.select(nextSelection(state.selection, { hit: known, add, unit }, zoning));
    },
    hover: (compound) => store.getState().actions.setHover(compound),
    point: (kind, at) => runner.point(kind, at),
    letGo: () => void runner.cancel(),
    restored: () => link.retell(),
    loading: options.onLoading,
    follow: (pointer) => options.hand.setState({ pointer }),
  });
  const runner = new ToolRunner(store, options.hand, adapter);
  const stopHand = options.hand.subscribe((now, before) => {
    if (now.tool !== before.tool || now.options !== before.options) runner.take();
  });
  runner.take();
  const link = syncMap(store, adapter, options.padding);
  return {
    drawn: adapter.drawn,
    setTheme: adapter.setTheme,
    setUnit(next) {
      unit = next;
    },
    setContext: (context) =>
      adapter.setData("context", context ?? { type: "FeatureCollection", features: [] }),
    zoomBy: adapter.zoomBy,
    fitAll: link.fitAll,
    nudge: (x, y) => runner.nudge(x, y),
    press: () => runner.press(),
    letGo: () => runner.cancel(),
    reveal(compound) {
      const { world } = store.getState();
      if (!world?.compounds[compound]) return;
      const { centroid } = world.shapes;
      const [x, y] = [centroid[2 * compound], centroid[2 * compound + 1]];
      adapter.reveal(unproject(world.projection, x, y), options.padding());
    },
    panBy: adapter.panBy,
    destroy() {
      stopHand();
      link.stop();
      adapter.destroy();
    },
  };
}
