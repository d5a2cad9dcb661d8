import type { ExpressionSpecification } from "maplibre-gl";
import type { MapColours } from "../colours.ts";
import { byZoom, type Colour, isKind, type Numeric, type SwitchedLayer } from "./switched-layer.ts";

/** Rivers, roads by class, railways. */
export function barrierLayers(c: MapColours): SwitchedLayer[] {
  const road = (id: string, width: ExpressionSpecification, colour: Colour): SwitchedLayer => ({
    group: "barriers",
    layer: {
      id,
      type: "line",
      source: "barriers",
      filter: ["any", isKind("road"), isKind("other"), isKind("cliff")],
      layout: { "line-cap": "round", "line-join": "round" },
      paint: { "line-color": colour, "line-width": width },
    },
  });
  const perClass = (hard: number, penalised: number, free: number, extra: number): Numeric => [
    "match",
    ["get", "barrierClass"],
    "hard",
    hard + extra,
    "penalised",
    penalised + extra,
    free + extra,
  ];
  const width = (extra: number): ExpressionSpecification => [
    "interpolate",
    ["exponential", 1.6],
    ["zoom"],
    11,
    perClass(1.8, 1, 0.4, extra * 0.6) as ExpressionSpecification,
    14,
    perClass(4.5, 2.6, 1.2, extra) as ExpressionSpecification,
    17,
    perClass(22, 14, 7, extra * 1.5) as ExpressionSpecification,
  ];
  const isHard: ExpressionSpecification = ["==", ["get", "barrierClass"], "hard"];
  return [
    {
      group: "barriers",
      layer: {
        id: "water-area",
        type: "fill",
        source: "barriers",
        filter: ["all", isKind("water"), ["==", ["geometry-type"], "Polygon"]],
        paint: { "fill-color": c.water, "fill-outline-color": c.waterLine },
      },
    },
    {
      group: "barriers",
      layer: {
        id: "water-line",
        type: "line",
        source: "barriers",
        filter: ["all", isKind("water"), ["==", ["geometry-type"], "LineString"]],
        layout: { "line-cap": "round", "line-join": "round" },
        paint: { "line-color": c.water, "line-width": byZoom([11, 2.4], [14, 8], [17, 40]) },
      },
    },
    road("road-casing", width(1.6), c.roadCasing),
    road("road", width(0), ["case", isHard, c.roadHard, c.road]),
    {
      group: "barriers",
      layer: {
        id: "rail",
        type: "line",
        source: "barriers",
        filter: isKind("rail"),
        paint: {
          "line-color": c.rail,
          "line-width": byZoom([11, 1], [14, 2.4], [17, 5]),
          "line-dasharray": [3, 2],
        },
      },
    },
    {
      group: "barriers",
      layer: {
        id: "drawn-barrier",
        type: "line",
        source: "barriers",
        filter: ["==", ["get", "drawn"], true],
        paint: {
          "line-color": c.accent,
          "line-width": byZoom([11, 1], [14, 2], [17, 4]),
          "line-dasharray": [1, 1.5],
        },
      },
    },
  ];
}
