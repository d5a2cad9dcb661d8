import type { FeatureCollection } from "geojson";
import type { LayerSwitches } from "../store/state.ts";
import type {
  FeatureState,
  FitPadding,
  MapAdapter,
  MapSketch,
  MapSource,
  MapTheme,
} from "./map-adapter.ts";

/** A map that draws nothing and remembers what it was told. */
export interface SilentAdapter extends MapAdapter {
  readonly data: ReadonlyMap<MapSource, FeatureCollection>;
  /** sources whose features lie in a file */
  readonly files: ReadonlyMap<MapSource, Blob>;
  stateOf(source: MapSource, index: number): FeatureState;
  isVisible(layer: keyof LayerSwitches): boolean;
  readonly fits: readonly (readonly number[])[];
  theme(): MapTheme;
  readonly sketches: readonly (MapSketch | null)[];
  /** how often a source was given its data anew */
  timesSet(source: MapSource): number;
  /** As a map whose graphics card was lost: shapes stay, states are gone. */
  forget(): void;
}

/** For machines without WebGL, and for tests: the same contract, no picture. */
export function createSilentAdapter(): SilentAdapter {
  const data = new Map<MapSource, FeatureCollection>();
  const files = new Map<MapSource, Blob>();
  const states = new Map<string, FeatureState>();
  const visible = new Map<keyof LayerSwitches, boolean>();
  const fits: (readonly number[])[] = [];
  const sketches: (MapSketch | null)[] = [];
  const times = new Map<MapSource, number>();
  let theme: MapTheme = "light";
  return {
    sketches,
    timesSet: (source) => times.get(source) ?? 0,
    forget: () => states.clear(),
    setTool: () => undefined,
    setSketch: (sketch) => void sketches.push(sketch),
    data,
    files,
    fits,
    setData(source, features) {
      data.delete(source);
      files.delete(source);
      if (features instanceof Blob) files.set(source, features);
      else data.set(source, features);
      times.set(source, (times.get(source) ?? 0) + 1);
      for (const key of [...states.keys()]) if (key.startsWith(`${source}/`)) states.delete(key);
    },
    changeData: (source, features) => void data.set(source, features),
    setState(source, index, state) {
      const key = `${source}/${index}`;
      states.set(key, { ...states.get(key), ...state });
    },
    stateOf: (source, index) => states.get(`${source}/${index}`) ?? {},
    setTheme(next) {
      theme = next;
    },
    theme: () => theme,
    setVisible: (layer, on) => void visible.set(layer, on),
    isVisible: (layer) => visible.get(layer) ?? true,
    fit: (bounds: readonly number[], _padding: FitPadding) => void fits.push(bounds),
    reveal: () => undefined,
    locate: (pixel) => ({
      pixel: pixel ?? { x: 0, y: 0 },
      lonLat: [0, 0],
      pixelM: 1,
      add: false,
    }),
    showPointer: () => undefined,
    panBy: () => undefined,
    zoomBy: () => undefined,
    destroy: () => undefined,
  };
}
