import type { MapColours } from "../colours.ts";
import type { SwitchedLayer } from "./switched-layer.ts";

/** The ground and, where there is any, its scenery. */
export function groundLayers(c: MapColours): SwitchedLayer[] {
  return [
    {
      group: null,
      layer: { id: "ground", type: "background", paint: { "background-color": c.background } },
    },
    {
      group: null,
      layer: {
        id: "context-area",
        type: "fill",
        source: "context",
        filter: ["==", ["geometry-type"], "Polygon"],
        paint: {
          "fill-color": [
            "match",
            ["get", "kind"],
            "city",
            c.city,
            "park",
            c.park,
            "field",
            c.field,
            "block",
            c.block,
            "water",
            c.water,
            c.facility,
          ],
        },
      },
    },
  ];
}
