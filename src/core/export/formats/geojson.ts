import type {
  Feature,
  FeatureCollection,
  Geometry,
  MultiPolygon,
  Polygon,
  Position,
} from "geojson";
import { roundArea } from "./round-area.ts";

/** A polygon feature that knows its id. */
export type AreaFeature = Feature<Polygon | MultiPolygon, Readonly<Record<string, unknown>>>;

/** Twice the signed area, taken about the first point so that small rings keep their sign. */
function turn(ring: readonly Position[]): number {
  const [x0, y0] = ring[0];
  let twice = 0;
  for (let i = 1; i < ring.length; i++)
    twice += (ring[i - 1][0] - x0) * (ring[i][1] - y0) - (ring[i][0] - x0) * (ring[i - 1][1] - y0);
  return twice;
}

/** Rings without heights, outer counter-clockwise, holes clockwise (RFC 7946 §3.1.6). */
export function turnRings(rings: readonly (readonly Position[])[]): Position[][] {
  return rings.map((ring, r) => {
    const flat = ring.map((position) => position.slice(0, 2));
    const clockwise = turn(flat) < 0;
    return clockwise === r > 0 ? flat : flat.toReversed();
  });
}

/** The geometry as it goes into a file: `[lon, lat]`, areas of 7 decimals by the right-hand rule. */
function writeGeometry(geometry: Geometry): Geometry {
  if (geometry.type !== "Polygon" && geometry.type !== "MultiPolygon") return geometry;
  const area = roundArea(geometry);
  if (area.type === "Polygon") return { type: "Polygon", coordinates: turnRings(area.coordinates) };
  return { type: "MultiPolygon", coordinates: area.coordinates.map(turnRings) };
}

/**
 * An RFC 7946 FeatureCollection, one feature a line; every own property is kept, whatever its key.
 * @param pianqu foreign member of the collection
 */
export function writeFeatureCollection(
  features: readonly Feature<Geometry, Readonly<Record<string, unknown>>>[],
  pianqu: Readonly<Record<string, unknown>>,
): string {
  const lines = features.map((feature) =>
    JSON.stringify({
      type: "Feature",
      id: feature.id,
      properties: feature.properties,
      geometry: writeGeometry(feature.geometry),
    }),
  );
  const type: FeatureCollection["type"] = "FeatureCollection";
  const head = `{"type":${JSON.stringify(type)},\n"pianqu":${JSON.stringify(pianqu)},\n"features":[`;
  return `${head}\n${lines.join(",\n")}\n]}\n`;
}
