import type { StyleSpecification } from "maplibre-gl";
import { MAP_COLOURS } from "./colours.ts";
import { areaLayers } from "./layers/area-layers.ts";
import { barrierLayers } from "./layers/barrier-layers.ts";
import { boundaryLayers } from "./layers/boundary-layers.ts";
import { connectionLayers } from "./layers/connection-layers.ts";
import { groundLayers } from "./layers/ground-layers.ts";
import { labelLayers } from "./layers/label-layers.ts";
import type { SwitchedLayer } from "./layers/switched-layer.ts";
import { MAP_SOURCES, type MapTheme } from "./map-adapter.ts";

/** Every layer, bottom to top, in the theme's colours. */
export function buildLayers(theme: MapTheme): readonly SwitchedLayer[] {
  const c = MAP_COLOURS[theme];
  return [
    ...groundLayers(c),
    ...barrierLayers(c),
    ...areaLayers(c),
    ...boundaryLayers(c),
    ...connectionLayers(c),
    ...labelLayers(c),
  ];
}

/** The whole style: empty sources, no address of any kind in it. */
export function buildStyle(theme: MapTheme): StyleSpecification {
  const empty = { type: "FeatureCollection" as const, features: [] };
  return {
    version: 8,
    sources: Object.fromEntries(
      MAP_SOURCES.map((source) => [
        source,
        { type: "geojson" as const, data: empty, promoteId: "index", tolerance: 0.2 },
      ]),
    ),
    layers: buildLayers(theme).map(({ layer }) => layer),
  };
}
