import type { FeatureCollection } from "geojson";
import type { LayerSwitches, ZoomRequest } from "../store/state.ts";

/** Everything the map draws, one source each; features carry their index in property `index`. */
export const MAP_SOURCES = [
  "context",
  "communities",
  "community-labels",
  "barriers",
  "compounds",
  "districts",
  "district-labels",
  "links",
  "cuts",
  "crossings",
  "components",
  "component-labels",
  "ways",
  "walls",
  "pair",
] as const;
export type MapSource = (typeof MAP_SOURCES)[number];

export type MapTheme = "light" | "dark";

/** What one feature looks like right now, apart from its shape. */
export type FeatureState = Readonly<Record<string, string | number | boolean>>;

/** What lies under the pointer: indices, null where nothing does. */
export interface Hit {
  readonly compound: number | null;
  readonly district: number | null;
  /** the two compounds of a link, cut or way out */
  readonly pair: readonly [number, number] | null;
}

/** What the map tells the program. */
export interface MapListeners {
  /** @param add the person holds Shift, Ctrl or Cmd */
  pick(hit: Hit, add: { readonly add: boolean }): void;
  hover(compound: number | null): void;
}

/** Free space to keep at the edges when fitting, pixels. */
export interface FitPadding {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** The only face of the map library that the program knows. */
export interface MapAdapter {
  /** Replaces the features of a source and forgets their states. */
  setData(source: MapSource, data: FeatureCollection): void;
  /** Adds to the state of the feature with this index. */
  setState(source: MapSource, index: number, state: FeatureState): void;
  setTheme(theme: MapTheme): void;
  setVisible(layer: keyof LayerSwitches, on: boolean): void;
  fit(bounds: ZoomRequest["bounds"], padding: FitPadding): void;
  /** @param steps zoom levels, negative = out */
  zoomBy(steps: number): void;
  destroy(): void;
}
