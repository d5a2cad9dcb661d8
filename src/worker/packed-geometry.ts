import type { MultiPolygon, Polygon, Position } from "geojson";

type Area = Polygon | MultiPolygon;

/** Areas as flat arrays, which go from thread to thread without a copy. */
export interface PackedGeometry {
  /** lon, lat of every corner, degrees, closing corners included */
  readonly lonLat: Float64Array<ArrayBuffer>;
  /** per area: polygons (0: a lone polygon, no multipolygon), then per polygon its rings, per ring its corners */
  readonly counts: Uint32Array<ArrayBuffer>;
  /** per area: where its counts and its corners begin */
  readonly starts: Uint32Array<ArrayBuffer>;
}

/** @param areas corners of two numbers, as reading leaves them */
export function packGeometry(areas: readonly Area[]): PackedGeometry {
  const counts: number[] = [];
  const starts = new Uint32Array(2 * areas.length);
  const lines: Position[][] = [];
  let corners = 0;
  areas.forEach((area, k) => {
    starts.set([counts.length, 2 * corners], 2 * k);
    const isLone = area.type === "Polygon";
    const polygons = isLone ? [area.coordinates] : area.coordinates;
    counts.push(isLone ? 0 : polygons.length);
    for (const rings of polygons) {
      counts.push(rings.length);
      for (const ring of rings) {
        counts.push(ring.length);
        corners += ring.length;
        lines.push(ring);
      }
    }
  });
  const lonLat = new Float64Array(2 * corners);
  let at = 0;
  for (const line of lines)
    for (const corner of line) {
      lonLat[at++] = corner[0];
      lonLat[at++] = corner[1];
    }
  return { lonLat, counts: Uint32Array.from(counts), starts };
}

/** The area at a position of the list that was packed. */
export function unpackGeometry({ lonLat, counts, starts }: PackedGeometry, index: number): Area {
  let [count, corner] = [starts[2 * index], starts[2 * index + 1]];
  const many = counts[count++];
  const ring = (): Position[] =>
    Array.from({ length: counts[count++] }, () => {
      corner += 2;
      return [lonLat[corner - 2], lonLat[corner - 1]];
    });
  const polygon = () => Array.from({ length: counts[count++] }, ring);
  if (many === 0) return { type: "Polygon", coordinates: polygon() };
  return { type: "MultiPolygon", coordinates: Array.from({ length: many }, polygon) };
}
