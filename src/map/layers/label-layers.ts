import type { MapColours } from "../colours.ts";
import { LOCK_SIGN } from "../patterns.ts";
import { FONTS } from "./fonts.ts";
import { byZoom, is, isKind, type SwitchedLayer } from "./switched-layer.ts";

/** Every name on the map, and gates close up. */
export function labelLayers(c: MapColours): SwitchedLayer[] {
  return [
    {
      group: "compounds",
      layer: {
        id: "gates",
        type: "circle",
        source: "context",
        minzoom: 15.4,
        filter: isKind("gate"),
        paint: {
          "circle-radius": byZoom([15, 1.6], [18, 4]),
          "circle-color": c.text,
          "circle-stroke-color": c.halo,
          "circle-stroke-width": 1,
        },
      },
    },
    {
      group: "barriers",
      layer: {
        id: "barrier-name",
        type: "symbol",
        source: "barriers",
        minzoom: 13,
        filter: [
          "all",
          ["!=", ["get", "name"], ""],
          [">=", ["zoom"], ["match", ["get", "barrierClass"], "hard", 13, "penalised", 14.2, 15]],
        ],
        layout: {
          "symbol-placement": "line",
          "symbol-spacing": 420,
          "text-field": ["get", "name"],
          "text-font": FONTS,
          "text-size": 11,
          "text-letter-spacing": 0.12,
        },
        paint: {
          "text-color": ["case", isKind("water"), c.waterText, c.textSoft],
          "text-halo-color": c.halo,
          "text-halo-width": 1.2,
        },
      },
    },
    {
      group: "communities",
      layer: {
        id: "community-name",
        type: "symbol",
        source: "community-labels",
        maxzoom: 14.2,
        layout: {
          "text-field": ["get", "name"],
          "text-font": FONTS,
          "text-size": 13,
          "text-letter-spacing": 0.15,
        },
        paint: { "text-color": c.community, "text-halo-color": c.halo, "text-halo-width": 1.6 },
      },
    },
    {
      group: "labels",
      layer: {
        id: "compound-name",
        type: "symbol",
        source: "compounds",
        minzoom: 15.6,
        layout: {
          "text-field": ["get", "name"],
          "text-font": FONTS,
          "text-size": 11,
          "text-max-width": 7,
        },
        paint: { "text-color": c.text, "text-halo-color": c.halo, "text-halo-width": 1.2 },
      },
    },
    {
      group: "compounds",
      layer: {
        id: "compound-lock-sign",
        type: "symbol",
        source: "compounds",
        minzoom: 13.4,
        layout: {
          "icon-image": LOCK_SIGN,
          "icon-size": byZoom([13, 0.6], [16, 1]),
          "icon-allow-overlap": true,
          "icon-ignore-placement": true,
        },
        paint: { "icon-opacity": ["case", is("locked", true), 1, 0] },
      },
    },
    {
      group: "labels",
      layer: {
        id: "district-name",
        type: "symbol",
        source: "district-labels",
        minzoom: 12.6,
        layout: {
          "text-field": ["get", "name"],
          "text-font": FONTS,
          "text-size": byZoom([12, 11], [14, 12.5], [17, 16]),
          "text-max-width": 9,
          "symbol-sort-key": ["-", 0, ["get", "households"]],
        },
        paint: { "text-color": c.text, "text-halo-color": c.halo, "text-halo-width": 1.8 },
      },
    },
  ];
}
