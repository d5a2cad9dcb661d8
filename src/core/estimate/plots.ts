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
      const dx = xy[2 * next] - xy[2 * k];
      const dy = xy[2 * next + 1] - xy[2 * k + 1];
      sum += Math.sqrt(dx * dx + dy * dy);
    }
  }
  return sum;
}

/** Measures plots when first asked for them; a perimeter is 0 where the set carries no corners. */
export function createPlots(shapes: PolygonSet): (u: number) => Plot {
  const known = new Float64Array(shapes.count).fill(-1);
  return (u) => {
    if (known[u] < 0) known[u] = Math.round(perimeterM(shapes, u));
    return { landAreaM2: shapes.areaM2[u], perimeterM: known[u] };
  };
}
