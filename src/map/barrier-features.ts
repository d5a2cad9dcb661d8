import type { Feature, Position } from "geojson";
import { type Barrier, isDrawn, type LocalProjection, unproject } from "../core/index.ts";

function toPositions(path: Float64Array, projection: LocalProjection): Position[] {
  const positions: Position[] = [];
  for (let k = 0; k < path.length; k += 2) {
    positions.push(unproject(projection, path[k], path[k + 1]));
  }
  return positions;
}

function isInside(point: Position, ring: readonly Position[]): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i];
    const [xj, yj] = ring[j];
    const crosses = yi > point[1] !== yj > point[1];
    if (crosses && point[0] < ((xj - xi) * (point[1] - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

/** Even-odd rings as polygons: a ring within an odd number of others is a hole of the innermost. */
function nestRings(rings: readonly Position[][]): Position[][][] {
  const parents = rings.map((ring) =>
    rings.flatMap((other, j) => (other !== ring && isInside(ring[0], other) ? [j] : [])),
  );
  return rings.flatMap((ring, i) => {
    if (parents[i].length % 2 === 1) return [];
    const depth = parents[i].length;
    const holes = rings.filter((_, j) => parents[j].includes(i) && parents[j].length === depth + 1);
    return [[ring, ...holes]];
  });
}

/** A barrier as drawn: an area, or lines, with its class. */
export function toBarrierFeature(
  barrier: Barrier,
  index: number,
  projection: LocalProjection,
): Feature {
  const paths = barrier.paths.map((path) => toPositions(path, projection));
  return {
    type: "Feature",
    properties: {
      index,
      name: barrier.name ?? "",
      kind: barrier.kind,
      barrierClass: barrier.barrierClass,
      drawn: isDrawn(barrier),
    },
    geometry: barrier.area
      ? { type: "MultiPolygon", coordinates: nestRings(paths) }
      : { type: "MultiLineString", coordinates: paths },
  };
}
