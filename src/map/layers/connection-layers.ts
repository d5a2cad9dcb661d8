import type { ExpressionSpecification, LineLayerSpecification } from "maplibre-gl";
import type { MapColours } from "../colours.ts";
import { FONTS } from "./fonts.ts";
import { byZoom, is, isKind, type SwitchedLayer } from "./switched-layer.ts";

const WIDTH = byZoom([12, 0.8], [15, 1.8], [18, 3.2]);

/** Links and cuts of one kind, told apart by their strokes. */
function web(
  group: "links" | "cuts",
  id: string,
  kind: string,
  paint: NonNullable<LineLayerSpecification["paint"]>,
): SwitchedLayer {
  return {
    group,
    layer: {
      id,
      type: "line",
      source: group,
      filter: isKind(kind),
      layout: { "line-join": "round" },
      paint: {
        "line-width": WIDTH,
        "line-opacity": ["case", ["==", ["get", "faint"], true], 0.22, 0.85],
        ...paint,
      },
    },
  };
}

function webLayers(c: MapColours): SwitchedLayer[] {
  return [
    {
      group: "cuts",
      layer: {
        id: "barrier-cutting",
        type: "line",
        source: "barriers",
        paint: {
          "line-color": c.cut,
          "line-width": byZoom([11, 1.2], [15, 3], [18, 6]),
          "line-opacity": ["case", is("cutting", true), 0.75, 0],
        },
      },
    },
    web("links", "links", "rule", { "line-color": c.link }),
    web("links", "links-crossing", "crossing", {
      "line-color": c.link,
      "line-dasharray": [4, 1.5],
    }),
    web("links", "links-hand", "hand", {
      "line-color": c.link,
      "line-gap-width": 2,
      "line-width": 1.4,
    }),
    web("cuts", "cuts", "barrier", { "line-color": c.cut, "line-dasharray": [1.5, 1.5] }),
    web("cuts", "cuts-hand", "hand", {
      "line-color": c.cut,
      "line-gap-width": 2,
      "line-width": 1.4,
      "line-dasharray": [2, 2],
    }),
  ];
}

function componentLayers(c: MapColours): SwitchedLayer[] {
  return [
    {
      group: "components",
      layer: {
        id: "component-line",
        type: "line",
        source: "components",
        layout: { "line-join": "round" },
        paint: {
          "line-color": c.component,
          "line-width": byZoom([11, 0.7], [15, 1.5]),
          "line-dasharray": [8, 2, 1, 2, 1, 2],
          "line-opacity": 0.9,
        },
      },
    },
    {
      group: "components",
      layer: {
        id: "ways",
        type: "line",
        source: "ways",
        layout: { "line-cap": "round" },
        paint: {
          "line-color": c.component,
          "line-width": 2,
          "line-dasharray": [0.2, 2],
          "line-offset": 3,
        },
      },
    },
    {
      group: "components",
      layer: {
        id: "way-label",
        type: "symbol",
        source: "ways",
        minzoom: 13.6,
        layout: {
          "symbol-placement": "line-center",
          "text-field": ["get", "label"],
          "text-font": FONTS,
          "text-size": 11,
        },
        paint: { "text-color": c.component, "text-halo-color": c.halo, "text-halo-width": 1.6 },
      },
    },
    {
      group: "components",
      layer: {
        id: "component-label",
        type: "symbol",
        source: "component-labels",
        minzoom: 13,
        layout: {
          "text-field": ["get", "label"],
          "text-font": FONTS,
          "text-size": 11,
          "text-anchor": "bottom",
          "text-max-width": 10,
        },
        paint: { "text-color": c.component, "text-halo-color": c.halo, "text-halo-width": 1.6 },
      },
    },
  ];
}

function wallLayers(c: MapColours): SwitchedLayer[] {
  return [
    {
      group: null,
      layer: {
        id: "walls",
        type: "line",
        source: "walls",
        layout: { "line-cap": "butt", "line-join": "round" },
        paint: {
          "line-color": c.wall,
          "line-width": byZoom([12, 1.6], [15, 4], [18, 9]),
          "line-dasharray": [0.9, 0.5],
        },
      },
    },
    {
      group: null,
      layer: {
        id: "wall-label",
        type: "symbol",
        source: "walls",
        minzoom: 15,
        layout: {
          "symbol-placement": "line-center",
          "text-field": ["get", "metres"],
          "text-font": FONTS,
          "text-size": 11,
          "text-offset": [0, -0.9],
        },
        paint: { "text-color": c.wall, "text-halo-color": c.halo, "text-halo-width": 1.6 },
      },
    },
  ];
}

function pairLayers(c: MapColours): SwitchedLayer[] {
  const severs: ExpressionSpecification = ["==", ["get", "severs"], true];
  const isPoint = ["==", ["geometry-type"], "Point"] as ["==", ...unknown[]];
  return [
    {
      group: null,
      layer: {
        id: "pair-line",
        type: "line",
        source: "pair",
        layout: { "line-cap": "round" },
        paint: {
          "line-color": ["case", isKind("link"), c.link, isKind("cut"), c.cut, c.component],
          "line-width": 5,
        },
      },
    },
    {
      group: null,
      layer: {
        id: "pair-points",
        type: "circle",
        source: "pair",
        filter: isPoint as never,
        paint: {
          "circle-radius": ["case", isKind("meeting"), 6, 5],
          "circle-color": ["case", ["!", isKind("meeting")], c.halo, severs, c.cut, c.textSoft],
          "circle-stroke-color": ["case", isKind("meeting"), c.halo, c.text],
          "circle-stroke-width": 2,
        },
      },
    },
    {
      group: null,
      layer: {
        id: "pair-name",
        type: "symbol",
        source: "pair",
        filter: isKind("meeting"),
        layout: {
          "text-field": ["get", "name"],
          "text-font": FONTS,
          "text-size": 12,
          "text-offset": [0, 1.2],
          "text-allow-overlap": true,
        },
        paint: { "text-color": c.text, "text-halo-color": c.halo, "text-halo-width": 1.8 },
      },
    },
  ];
}

/** Links, cuts, components, walls, crossings and the pair looked at. */
export function connectionLayers(c: MapColours): SwitchedLayer[] {
  return [
    ...webLayers(c),
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
    {
      group: "barriers",
      layer: {
        id: "drawn-crossing",
        type: "circle",
        source: "crossings",
        minzoom: 13.5,
        filter: ["==", ["get", "drawn"], true],
        paint: {
          "circle-radius": byZoom([13, 1], [17, 2.5]),
          "circle-color": c.accent,
        },
      },
    },
    ...componentLayers(c),
    ...wallLayers(c),
    ...pairLayers(c),
  ];
}
