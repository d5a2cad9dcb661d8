import { crossesRingOddly } from "../geometry/point-in-rings.ts";
import type { PolygonSet } from "../geometry/polygon-set.ts";

/** First point of a polygon of `inner` that lies inside `outer`, or −1. */
function pointInside(shapes: PolygonSet, inner: number, outer: number): number {
  const { xy, ringStart, polyStart, unitStart, bounds } = shapes;
  for (let poly = unitStart[inner]; poly < unitStart[inner + 1]; poly++) {
    const point = ringStart[polyStart[poly]];
    const x = xy[2 * point];
    const y = xy[2 * point + 1];
    if (x < bounds[4 * outer] || x > bounds[4 * outer + 2]) continue;
    if (y < bounds[4 * outer + 1] || y > bounds[4 * outer + 3]) continue;
    let inside = false;
    for (let r = polyStart[unitStart[outer]]; r < polyStart[unitStart[outer + 1]]; r++) {
      if (crossesRingOddly(xy, ringStart[r], ringStart[r + 1], x, y)) inside = !inside;
    }
    if (inside) return point;
  }
  return -1;
}

/**
 * For units whose boundaries do not meet: a point of the one that lies inside the other, or −1
 * when neither has a polygon inside the other.
 */
export function findNestedPoint(shapes: PolygonSet, a: number, b: number): number {
  const { bounds } = shapes;
  for (let c = 0; c < 2; c++) {
    if (bounds[4 * a + c] > bounds[4 * b + 2 + c] || bounds[4 * b + c] > bounds[4 * a + 2 + c]) {
      return -1;
    }
  }
  const point = pointInside(shapes, b, a);
  return point >= 0 ? point : pointInside(shapes, a, b);
}
