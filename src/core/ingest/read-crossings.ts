import type { Geometry, Position } from "geojson";
import { type LocalProjection, projectTo } from "../geometry/projection.ts";
import { digestTexts } from "./digest.ts";
import type { IssueLog } from "./issue-log.ts";
import { type KnownKeys, plainKeys } from "./plain-keys.ts";
import { type Layer, type Properties, readId } from "./read-layer.ts";
import { readText } from "./read-value.ts";
import type { Crossing } from "./world.ts";

const KIND_HEADERS = [
  "kind",
  "crossing",
  "类型",
  "类别",
  "bridge",
  "highway",
  "man_made",
  "fclass",
];

/** A crossing with what orders it and enters the data hash. */
export interface KeyedCrossing {
  readonly crossing: Crossing;
  readonly content: string;
}

function kindOf(properties: Properties): string {
  for (const header of KIND_HEADERS) {
    const text = Object.hasOwn(properties, header) ? readText(properties[header]) : null;
    if (text) return header === "bridge" ? "bridge" : text.slice(0, 60);
  }
  return "crossing";
}

function ownIdOf(id: unknown, properties: Properties): string | null {
  for (const header of ["crossing_id", "id", "osm_id"]) {
    if (id === undefined && Object.hasOwn(properties, header)) return readId(properties[header]);
  }
  return readId(id);
}

function middleOf(line: readonly Position[]): Position {
  const k = Math.floor((line.length - 1) / 2);
  if (line.length % 2 === 1) return line[k];
  return [(line[k][0] + line[k + 1][0]) / 2, (line[k][1] + line[k + 1][1]) / 2];
}

interface Places {
  readonly points: readonly Position[];
  readonly fromLines: number;
}

function placesOf(geometry: Geometry): Places {
  switch (geometry.type) {
    case "Point":
      return { points: [geometry.coordinates], fromLines: 0 };
    case "MultiPoint":
      return { points: geometry.coordinates, fromLines: 0 };
    case "LineString":
      return { points: [middleOf(geometry.coordinates)], fromLines: 1 };
    case "MultiLineString": {
      const points = geometry.coordinates.map(middleOf);
      return { points, fromLines: points.length };
    }
    default:
      return { points: [], fromLines: 0 };
  }
}

/**
 * Points where hard barriers can be passed, in an order that does not depend on the order of features.
 * A line stands for its middle (said once per file); areas become issues.
 */
export function readCrossings(
  layers: readonly Layer[],
  projection: LocalProjection,
  log: IssueLog,
): KeyedCrossing[] {
  const all: KeyedCrossing[] = [];
  for (const { source, features } of layers) {
    let fromLines = 0;
    const keys: KnownKeys = new Map();
    for (const { feature, label } of features) {
      const places = placesOf(feature.geometry);
      fromLines += places.fromLines;
      if (places.points.length === 0) {
        const args = { found: feature.geometry.type, needed: "Point" };
        log.add("error", "geometry-type", { source, feature: label, args });
      }
      const properties = plainKeys(feature.properties, keys);
      const kind = kindOf(properties);
      const ownId = ownIdOf(feature.id, properties);
      for (const [lon, lat] of places.points) {
        const place = JSON.stringify([lon, lat]);
        const id = ownId ?? `x-${digestTexts([place]).slice(0, 10)}`;
        const xy = [0, 0];
        projectTo(projection, lon, lat, xy);
        const crossing = { id, kind, x: xy[0], y: xy[1] };
        all.push({ crossing, content: JSON.stringify([kind, id, place]) });
      }
    }
    if (fromLines > 0) log.add("info", "crossing-from-line", { source, args: { n: fromLines } });
  }
  return all.sort((a, b) => (a.content < b.content ? -1 : a.content > b.content ? 1 : 0));
}
