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

/** The pointer over the map while a tool is in hand. */
export interface MapPointer {
  readonly lonLat: readonly [number, number];
  readonly pixel: { readonly x: number; readonly y: number };
  /** length of a pixel here, m */
  readonly pixelM: number;
  /** the person holds Shift, Ctrl or Cmd */
  readonly add: boolean;
}

/** A line or an area drawn by a tool, degrees. */
export interface MapSketch {
  readonly points: readonly (readonly [number, number])[];
  readonly closed: boolean;
}

/** What the map tells the program. */
export interface MapListeners {
  /** @param add the person holds Shift, Ctrl or Cmd */
  pick(hit: Hit, add: { readonly add: boolean }): void;
  hover(compound: number | null): void;
  /** Only while a tool is in hand. */
  point(kind: "press" | "move" | "release", at: MapPointer): void;
  /** The pointer was taken away in the middle of a drag. */
  letGo(): void;
  /** Data that take long to draw are on their way; they are drawn. */
  loading(isLoading: boolean): void;
  /** The graphics card was lost and is back: shapes are drawn again, states of features are gone. */
  restored(): void;
  /** Where the pointer is while a tool is in hand; null: not over the map. */
  follow(pixel: MapPointer["pixel"] | null): void;
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
  /**
   * Replaces the features of a source and forgets their states.
   * @param data features, or a file of GeoJSON
   */
  setData(source: MapSource, data: FeatureCollection | Blob): void;
  /**
   * The same where a source is much as it was: only what differs is sent, and features keep their
   * states by index.
   */
  changeData(source: MapSource, data: FeatureCollection): void;
  /** Adds to the state of the feature with this index. */
  setState(source: MapSource, index: number, state: FeatureState): void;
  setTheme(theme: MapTheme): void;
  /** A tool in hand takes the pointer from selecting and moving the map; null: none. */
  setTool(tool: { readonly discPx: number | null } | null): void;
  setSketch(sketch: MapSketch | null): void;
  setVisible(layer: keyof LayerSwitches, on: boolean): void;
  /** @param unlessShown leave the map where it is when its middle is in view and its scale will do */
  fit(bounds: ZoomRequest["bounds"], padding: FitPadding, unlessShown?: boolean): void;
  /** Moves the map only where the place is not in view, within the padding. */
  reveal(lonLat: readonly [number, number], padding: FitPadding): void;
  /** What a place on the map is; null: its middle. */
  locate(pixel: MapPointer["pixel"] | null): MapPointer;
  /** Shows where a pointer led by keys is; null: it is not led by keys. */
  showPointer(pixel: MapPointer["pixel"] | null): void;
  /** @param x, y pixels */
  panBy(x: number, y: number): void;
  /** @param steps zoom levels, negative = out */
  zoomBy(steps: number): void;
  destroy(): void;
}
