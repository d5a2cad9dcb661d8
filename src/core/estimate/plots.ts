import type { PolygonSet } from "../geometry/polygon-set.ts";
import type { Plot } from "./compound-figures.ts";

/** Length of the outer rings of unit `u`, m. */
function perimeterM(shapes: PolygonSet, u: number): number {
  const { xy, ringStart, polyStart, unitStart } = shapes;
  let sum = 0;
  for (let p = unitStart[u]; p < unitStart[u + 1]; p++) {
    const from = ringStart[polyStart[p]];
    const to = ringStart[polyStart[p] + 1];
    for (let k = from; k < to; k++) {
      const next = k + 1 < to ? k + 1 : from;
      sum += Math.hypot(xy[2 * next] - xy[2 * k], xy[2 * next + 1] - xy[2 * k + 1]);
    }
  }
  return sum;
}

/** What is measured on the plot of unit `u`; 0 where the set carries no corners. */
export function measurePlot(shapes: PolygonSet, u: number): Plot {
  return { landAreaM2: shapes.areaM2[u], perimeterM: Math.round(perimeterM(shapes, u)) };
}
