import type { MapColours } from "../colours.ts";
import { byZoom, type SwitchedLayer } from "./switched-layer.ts";

/** Links, cuts and crossings. */
export function connectionLayers(c: MapColours): SwitchedLayer[] {
  return [
    {
      group: "links",
      layer: {
        id: "links",
        type: "line",
        source: "links",
        paint: { "line-color": c.link, "line-width": 1.6, "line-opacity": 0.8 },
      },
    },
    {
      group: "cuts",
      layer: {
        id: "cuts",
        type: "line",
        source: "cuts",
        paint: { "line-color": c.cut, "line-width": 1.6, "line-dasharray": [1.5, 1.5] },
      },
    },
    {
      group: "barriers",
      layer: {
        id: "crossings",
        type: "circle",
        source: "crossings",
        minzoom: 13.5,
        paint: {
          "circle-radius": byZoom([13, 2], [17, 5]),
          "circle-color": c.halo,
          "circle-stroke-color": c.text,
          "circle-stroke-width": 1.2,
        },
      },
    },
  ];
}
