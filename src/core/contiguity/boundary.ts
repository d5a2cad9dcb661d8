import type { PolygonSet } from "../geometry/polygon-set.ts";

/** Boundaries of all units as segments: segment k runs from point k to point `next[k]`. */
export interface Boundary {
  /** length count + 1: unit u owns the points and segments `start[u] … start[u+1]-1` */
  readonly start: Uint32Array;
  readonly next: Uint32Array;
  /** most segments of any unit */
  readonly longest: number;
}

/** Segments of every ring, holes included, closed. O(points). */
export function readBoundary(shapes: PolygonSet): Boundary {
  const { ringStart, polyStart, unitStart, count } = shapes;
  const next = new Uint32Array(shapes.xy.length / 2);
  for (let ring = 0; ring + 1 < ringStart.length; ring++) {
    const end = ringStart[ring + 1];
    for (let k = ringStart[ring]; k < end; k++) next[k] = k + 1 < end ? k + 1 : ringStart[ring];
  }
  const start = new Uint32Array(count + 1);
  let longest = 0;
  for (let unit = 0; unit <= count; unit++) start[unit] = ringStart[polyStart[unitStart[unit]]];
  for (let unit = 0; unit < count; unit++) {
    longest = Math.max(longest, start[unit + 1] - start[unit]);
  }
  return { start, next, longest };
}
