import type { Position } from "geojson";
import type { Compound } from "../ingest/world.ts";

/** Degrees to whole 1e-7°, about 1 cm: coordinates that agree to this are one vertex. */
const PER_DEGREE = 1e7;

function vertices(geometry: Compound["geometry"]): Position[] {
  return geometry.type === "Polygon" ? geometry.coordinates.flat() : geometry.coordinates.flat(2);
}

/**
 * For each compound the higher-numbered ones that share a vertex with it, ascending: queen
 * contiguity as PySAL builds it, coordinates compared after rounding to 1e-7°. O(vertices).
 */
export function findSharedVertices(compounds: readonly Compound[]): number[][] {
  const owners = new Map<number, Map<number, number[]>>();
  const neighbors = compounds.map(() => new Set<number>());
  compounds.forEach(({ geometry }, compound) => {
    for (const [lon, lat] of vertices(geometry)) {
      const x = Math.round(lon * PER_DEGREE);
      const y = Math.round(lat * PER_DEGREE);
      const column = owners.get(x) ?? new Map<number, number[]>();
      owners.set(x, column);
      const here = column.get(y);
      if (!here) column.set(y, [compound]);
      else if (here[here.length - 1] !== compound) {
        for (const other of here) neighbors[other].add(compound);
        here.push(compound);
      }
    }
  });
  return neighbors.map((set) => [...set].sort((p, q) => p - q));
}
