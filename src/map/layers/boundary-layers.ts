import type { MapColours } from "../colours.ts";
import {
  byZoom,
  type Colour,
  districtColour,
  is,
  type Numeric,
  type SwitchedLayer,
} from "./switched-layer.ts";

/** Lines around communities, districts and what is selected. */
export function boundaryLayers(c: MapColours): SwitchedLayer[] {
  const line = (
    id: string,
    source: "districts" | "compounds",
    paint: { colour: Colour; width: Numeric; opacity: Numeric },
  ): SwitchedLayer => ({
    group: source,
    layer: {
      id,
      type: "line",
      source,
      layout: { "line-join": "round" },
      paint: {
        "line-color": paint.colour,
        "line-width": paint.width,
        "line-opacity": paint.opacity,
      },
    },
  });
  return [
    {
      group: "communities",
      layer: {
        id: "community-line",
        type: "line",
        source: "communities",
        paint: {
          "line-color": c.community,
          "line-width": byZoom([11, 0.9], [15, 2]),
          "line-dasharray": [4, 2, 1, 2],
          "line-opacity": 0.85,
        },
      },
    },
    line("district-line", "districts", {
      colour: districtColour(c, 0.52, c.leftOutLine),
      width: byZoom([11, 0.9], [14, 1.8], [17, 3]),
      opacity: 1,
    }),
    line("district-selected-casing", "districts", {
      colour: c.halo,
      width: byZoom([11, 5], [15, 8]),
      opacity: ["case", is("selected", true), 0.95, 0],
    }),
    line("district-selected", "districts", {
      colour: c.accent,
      width: byZoom([11, 2.4], [15, 4]),
      opacity: ["case", is("selected", true), 1, 0],
    }),
    {
      group: "compounds",
      layer: {
        id: "compound-proposed",
        type: "line",
        source: "compounds",
        paint: {
          "line-color": c.accent,
          "line-width": 3,
          "line-dasharray": [1.6, 1.2],
          "line-opacity": ["case", is("proposed", true), 1, 0],
        },
      },
    },
    line("compound-selected", "compounds", {
      colour: c.accent,
      width: ["case", is("selected", true), 3.4, 2],
      opacity: ["case", is("selected", true), 1, is("hover", true), 0.9, 0],
    }),
  ];
}
