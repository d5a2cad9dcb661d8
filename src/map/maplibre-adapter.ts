import { Map as MapLibreMap, ScaleControl, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import type { LayerSwitches, ZoomRequest } from "../store/state.ts";
import { buildLayers, buildStyle } from "./layers.ts";
import type { FitPadding, Hit, MapAdapter, MapListeners, MapTheme } from "./map-adapter.ts";
import { choosePair, LINE_REACH } from "./pair-hit.ts";
import { drawImages } from "./patterns.ts";
import { createSketchOverlay } from "./sketch-overlay.ts";
import { SourceData } from "./source-data.ts";
import { listenForTool } from "./tool-pointer.ts";

setWorkerUrl(workerUrl);

/** Radius of a pointer led by keys, pixels. */
const KEY_POINTER_PX = 7;

const LINE_LAYERS = ["links", "links-crossing", "links-hand", "cuts", "cuts-hand", "ways"];

/** The lines within reach of the pointer. */
function linesAt(map: MapLibreMap, { x, y }: { x: number; y: number }) {
  const around: [[number, number], [number, number]] = [
    [x - LINE_REACH, y - LINE_REACH],
    [x + LINE_REACH, y + LINE_REACH],
  ];
  const found = map.queryRenderedFeatures(around, { layers: LINE_LAYERS });
  return found.map(({ properties }) => properties);
}

function hitAt(map: MapLibreMap, point: { x: number; y: number }): Hit {
  const at = (layer: string, source: string): number | null => {
    const feature = map.queryRenderedFeatures([point.x, point.y], { layers: [layer] })[0];
    return feature?.source === source ? Number(feature.properties.index) : null;
  };
  const compound = at("compound-fill", "compounds");
  const pointer = { point, isInside: compound !== null };
  return {
    compound,
    district: at("district-fill", "districts"),
    pair: choosePair(linesAt(map, point), pointer, (lonLat) => map.project(lonLat)),
  };
}

function listen(map: MapLibreMap, listeners: MapListeners, isIdle: () => boolean): void {
  map.on("click", (event) => {
    if (!isIdle()) return;
    const { shiftKey, ctrlKey, metaKey } = event.originalEvent;
    listeners.pick(hitAt(map, event.point), { add: shiftKey || ctrlKey || metaKey });
  });
  let pending: number | null = null;
  map.on("mousemove", (event) => {
    if (!isIdle()) return;
    if (pending !== null) cancelAnimationFrame(pending);
    pending = requestAnimationFrame(() => {
      pending = null;
      const { compound, district, pair } = hitAt(map, event.point);
      const isNothing = compound === null && district === null && pair === null;
      map.getCanvas().style.cursor = isNothing ? "" : "pointer";
      listeners.hover(compound);
    });
  });
  map.on("mouseout", () => listeners.hover(null));
}

/** Runs what needs the style once it is there, for the first time or again. */
function createQueue(map: MapLibreMap): (task: () => void) => void {
  let waiting: (() => void)[] | null = [];
  map.on("webglcontextlost", () => {
    waiting = [];
  });
  map.on("style.load", () => {
    const tasks = waiting ?? [];
    waiting = null;
    for (const task of tasks) task();
  });
  return (task) => {
    if (waiting) waiting.push(task);
    else task();
  };
}

function isInView(map: MapLibreMap, place: [number, number], padding: FitPadding): boolean {
  const { x, y } = map.project(place);
  const { clientWidth, clientHeight } = map.getContainer();
  const { top, right, bottom, left } = padding;
  return x > left && x < clientWidth - right && y > top && y < clientHeight - bottom;
}

/** Whether the middle of a place is in view and all of it could be at this scale. */
function isMostlyShown(
  map: MapLibreMap,
  [west, south, east, north]: ZoomRequest["bounds"],
  padding: FitPadding,
): boolean {
  const [low, high] = [map.project([west, south]), map.project([east, north])];
  const { clientWidth, clientHeight } = map.getContainer();
  const fits = high.x - low.x <= clientWidth && low.y - high.y <= clientHeight;
  return fits && isInView(map, [(west + east) / 2, (south + north) / 2], padding);
}

function paint(map: MapLibreMap, theme: MapTheme): void {
  for (const { layer } of buildLayers(theme)) {
    for (const [key, value] of Object.entries(layer.paint ?? {})) {
      map.setPaintProperty(layer.id, key as "fill-color", value as string);
    }
  }
  for (const [name, image] of drawImages(theme)) {
    if (map.hasImage(name)) map.updateImage(name, image);
    else map.addImage(name, image, { pixelRatio: 2 });
  }
}

/**
 * MapLibre in `container`, drawing only what it is given: no tiles, no glyphs, no sprites.
 * @throws when the browser offers no WebGL 2
 */
export function createMapLibreAdapter(
  container: HTMLElement,
  theme: MapTheme,
  listeners: MapListeners,
): MapAdapter {
  const map = new MapLibreMap({
    container,
    style: buildStyle(theme),
    attributionControl: false,
    center: [104, 35],
    zoom: 3,
    maxZoom: 19,
    maxPitch: 0,
    dragRotate: false,
    pitchWithRotate: false,
    boxZoom: false,
    fadeDuration: 0,
  });
  map.touchZoomRotate.disableRotation();
  // Arrow keys move from compound to compound.
  map.keyboard.disable();
  map.addControl(new ScaleControl({ maxWidth: 110, unit: "metric" }), "bottom-right");
  const whenReady = createQueue(map);
  whenReady(() => paint(map, theme));
  let tool: { readonly discPx: number | null } | null = null;
  listen(map, listeners, () => tool === null);
  const drawn = new SourceData(map, listeners.restored, listeners.loading);
  const overlay = createSketchOverlay(map.getContainer(), (lonLat) => map.project(lonLat));
  overlay.setTheme(theme);
  overlay.setDisc(null);
  map.on("move", () => overlay.redraw());
  const pointer = listenForTool(map, listeners, (at) => {
    const radiusPx = tool?.discPx ?? 0;
    overlay.setDisc(at && radiusPx > 0 ? { at, radiusPx } : null);
    listeners.follow(at);
  });

  return {
    setTool(next) {
      tool = next;
      pointer.setInHand(next !== null);
    },
    setSketch: overlay.setSketch,
    locate: pointer.locate,
    showPointer(at) {
      overlay.setDisc(at && { at, radiusPx: Math.max(KEY_POINTER_PX, tool?.discPx ?? 0) });
      listeners.follow(at);
    },
    setData: (source, data) =>
      whenReady(() => {
        map.removeFeatureState({ source });
        void drawn.set(source, data);
      }),
    changeData: (source, data) =>
      whenReady(() => {
        void drawn.change(source, data);
      }),
    setState: (source, id, state) => whenReady(() => map.setFeatureState({ source, id }, state)),
    setTheme(next) {
      overlay.setTheme(next);
      whenReady(() => paint(map, next));
    },
    setVisible: (group: keyof LayerSwitches, on) =>
      whenReady(() => {
        for (const { layer, group: own } of buildLayers("light")) {
          if (own === group) {
            map.setLayoutProperty(layer.id, "visibility", on ? "visible" : "none");
          }
        }
      }),
    fit([west, south, east, north], padding, unlessShown = false) {
      if (unlessShown && isMostlyShown(map, [west, south, east, north], padding)) return;
      map.fitBounds([west, south, east, north], { padding, maxZoom: 17, duration: 500 });
    },
    reveal([lon, lat], padding) {
      if (!isInView(map, [lon, lat], padding)) map.easeTo({ center: [lon, lat], duration: 200 });
    },
    panBy: (x, y) => void map.panBy([x, y], { duration: 150 }),
    zoomBy: (steps) => void map.zoomTo(map.getZoom() + steps),
    destroy() {
      pointer.destroy();
      drawn.destroy();
      map.remove();
    },
  };
}
