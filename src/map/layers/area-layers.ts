import type { ExpressionSpecification } from "maplibre-gl";
import { DISTRICT_COLOURS, type MapColours } from "../colours.ts";
import { HATCH, LOCK_PATTERN, patternOf } from "../patterns.ts";
import { districtColour, is, type SwitchedLayer } from "./switched-layer.ts";

/** Each district colour's pattern over its compounds. */
function patternLayers(): SwitchedLayer[] {
  return DISTRICT_COLOURS.map((_, k) => ({
    group: "patterns",
    layer: {
      id: `compound-pattern-${k}`,
      type: "fill",
      source: "compounds",
      layout: { visibility: "none" },
      paint: {
        "fill-pattern": patternOf(k),
        "fill-opacity": ["case", ["==", ["coalesce", ["feature-state", "colour"], -1], k], 1, 0],
      },
    },
  }));
}

/** Districts and compounds as areas. */
export function areaLayers(c: MapColours): SwitchedLayer[] {
  return [
    {
      group: "districts",
      layer: {
        id: "district-fill",
        type: "fill",
        source: "districts",
        paint: {
          "fill-color": districtColour(c, 0, c.leftOut),
          "fill-opacity": ["case", is("selected", true), 0.72, 0.5],
        },
      },
    },
    {
      group: "compounds",
      layer: {
        id: "compound-fill",
        type: "fill",
        source: "compounds",
        paint: {
          "fill-color": [
            "case",
            is("role", "context"),
            c.context,
            is("role", "out"),
            c.background,
            districtColour(c, 0.04, c.leftOut),
          ] as unknown as ExpressionSpecification,
          "fill-opacity": ["case", is("hover", true), 1, is("role", "context"), 0.8, 0.86],
        },
      },
    },
    {
      group: "compounds",
      layer: {
        id: "compound-hatch",
        type: "fill",
        source: "compounds",
        paint: { "fill-pattern": HATCH, "fill-opacity": ["case", is("role", "out"), 1, 0] },
      },
    },
    ...patternLayers(),
    {
      group: "compounds",
      layer: {
        id: "compound-locked",
        type: "fill",
        source: "compounds",
        paint: {
          "fill-pattern": LOCK_PATTERN,
          "fill-opacity": ["case", is("locked", true), 1, 0],
        },
      },
    },
    {
      group: "compounds",
      layer: {
        id: "compound-line",
        type: "line",
        source: "compounds",
        paint: {
          "line-color": ["case", is("role", "context"), c.contextLine, c.compoundLine],
          "line-width": ["interpolate", ["linear"], ["zoom"], 12, 0.2, 15, 0.8, 17, 1.4],
          "line-opacity": ["case", is("role", "out"), 0, is("role", "context"), 0.9, 0.55],
        },
      },
    },
    {
      group: "compounds",
      layer: {
        id: "compound-out-line",
        type: "line",
        source: "compounds",
        paint: {
          "line-color": c.leftOutLine,
          "line-width": ["interpolate", ["linear"], ["zoom"], 12, 0.6, 15, 1.4],
          "line-dasharray": [2, 1.6],
          "line-opacity": ["case", is("role", "out"), 1, 0],
        },
      },
    },
    {
      group: "compounds",
      layer: {
        id: "compound-approximate",
        type: "line",
        source: "compounds",
        filter: ["==", ["get", "approximate"], true],
        layout: { "line-cap": "round" },
        paint: {
          "line-color": c.text,
          "line-width": ["interpolate", ["linear"], ["zoom"], 12, 0.8, 15, 2],
          "line-dasharray": [0.1, 2.2],
        },
      },
    },
    {
      group: "compounds",
      layer: {
        id: "compound-anchor",
        type: "line",
        source: "compounds",
        paint: {
          "line-color": c.text,
          "line-width": ["interpolate", ["linear"], ["zoom"], 12, 1, 15, 2.2],
          "line-opacity": ["case", is("anchor", true), 0.9, 0],
        },
      },
    },
  ];
}
