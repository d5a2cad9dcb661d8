import type { Geometry, Position } from "geojson";
import type { IssueLog } from "../issue-log.ts";
import type { Layer } from "../read-layer.ts";
import type { LabelledFeature } from "../resolve-positions.ts";

/** Ends this near are one point: 10⁻⁶ degrees, about 0.1 m. */
const SAME = 1e-6;

function isRing(line: readonly Position[]): boolean {
  const [first, last] = [line[0], line[line.length - 1]];
  const meets = Math.abs(first[0] - last[0]) <= SAME && Math.abs(first[1] - last[1]) <= SAME;
  return line.length >= 4 && meets;
}

/** Ends that nearly meet are made to meet. */
function close(line: readonly Position[]): Position[] {
  return [...line.slice(0, -1), line[0]];
}

function closeGeometry(geometry: Geometry): Geometry | null {
  if (geometry.type === "LineString") {
    return isRing(geometry.coordinates)
      ? { type: "Polygon", coordinates: [close(geometry.coordinates)] }
      : null;
  }
  if (geometry.type !== "MultiLineString" || !geometry.coordinates.every(isRing)) return null;
  return { type: "MultiPolygon", coordinates: geometry.coordinates.map((line) => [close(line)]) };
}

/** Boundaries drawn as closed lines (red lines of a drawing) become polygons; one issue per file. */
export function closeLines(layer: Layer, log: IssueLog): Layer {
  let n = 0;
  const features = layer.features.map((one): LabelledFeature => {
    const geometry = closeGeometry(one.feature.geometry);
    if (geometry === null) return one;
    n += 1;
    return { ...one, feature: { ...one.feature, geometry } };
  });
  if (n === 0) return layer;
  log.add("info", "closed-lines", { source: layer.source, args: { n } });
  return { ...layer, features };
}
