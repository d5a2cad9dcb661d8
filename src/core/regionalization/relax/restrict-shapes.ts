import type { PolygonSet } from "../../geometry/polygon-set.ts";

/** Polygons of some units, unit k being `members[k]`. O(their points). */
export function restrictShapes(shapes: PolygonSet, members: readonly number[]): PolygonSet {
  const xy: number[] = [];
  const ringStart = [0];
  const polyStart = [0];
  const unitStart = [0];
  const centroid: number[] = [];
  const bounds: number[] = [];
  for (const unit of members) {
    for (let p = shapes.unitStart[unit]; p < shapes.unitStart[unit + 1]; p++) {
      for (let r = shapes.polyStart[p]; r < shapes.polyStart[p + 1]; r++) {
        for (let k = 2 * shapes.ringStart[r]; k < 2 * shapes.ringStart[r + 1]; k++)
          xy.push(shapes.xy[k]);
        ringStart.push(xy.length / 2);
      }
      polyStart.push(ringStart.length - 1);
    }
    unitStart.push(polyStart.length - 1);
    centroid.push(shapes.centroid[2 * unit], shapes.centroid[2 * unit + 1]);
    bounds.push(...shapes.bounds.subarray(4 * unit, 4 * unit + 4));
  }
  return {
    count: members.length,
    xy: Float64Array.from(xy),
    ringStart: Uint32Array.from(ringStart),
    polyStart: Uint32Array.from(polyStart),
    unitStart: Uint32Array.from(unitStart),
    areaM2: Int32Array.from(members, (unit) => shapes.areaM2[unit]),
    centroid: Float64Array.from(centroid),
    bounds: Float64Array.from(bounds),
  };
}
