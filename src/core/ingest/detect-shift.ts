import Flatbush from "flatbush";
import gcoord from "gcoord";
import { crossesRingOddly } from "../geometry/point-in-rings.ts";
import type { PolygonSet } from "../geometry/polygon-set.ts";
import { type LocalProjection, projectTo, unproject } from "../geometry/projection.ts";
import type { Barrier } from "./world.ts";

/** Points along barriers that are looked at, and how far apart on one line, m. */
const MAX_SAMPLES = 20_000;
const STEP_M = 25;
/** Fewer points than this inside compounds are no evidence. */
const MIN_INSIDE = 20;
/** The other system must leave at most this share of them. */
const MAX_SHARE = 0.4;

/** Evidence that compounds are in another system than the barriers. */
export interface ShiftFound {
  /** system the compounds would be in: `gcj02` or `bd09` */
  readonly crs: "gcj02" | "bd09";
  /** barrier points inside compounds as they lie, and were they in that system */
  readonly n: number;
  readonly m: number;
}

/** Points along roads, railways and rivers, every 25 m, thinned evenly to the most allowed. */
function samplePoints(barriers: readonly Barrier[]): number[] {
  const points: number[] = [];
  for (const { paths, area, barrierClass } of barriers) {
    if (area || barrierClass === "free") continue;
    for (const path of paths) {
      for (let i = 0; i + 3 < path.length; i += 2) {
        const [ax, ay, bx, by] = path.subarray(i, i + 4);
        const steps = Math.max(1, Math.floor(Math.hypot(bx - ax, by - ay) / STEP_M));
        for (let k = 0; k < Math.min(steps, 1000); k++) {
          points.push(ax + ((bx - ax) * k) / steps, ay + ((by - ay) * k) / steps);
        }
      }
    }
  }
  const count = points.length / 2;
  if (count <= MAX_SAMPLES) return points;
  const stride = Math.ceil(count / MAX_SAMPLES);
  return points.filter((_, i) => Math.floor(i / 2) % stride === 0);
}

function createInsideTest(shapes: PolygonSet): (x: number, y: number) => boolean {
  const tree = new Flatbush(shapes.count);
  for (let i = 0; i < shapes.count; i++) {
    const [west, south, east, north] = shapes.bounds.subarray(4 * i, 4 * i + 4);
    tree.add(west, south, east, north);
  }
  tree.finish();
  return (x, y) =>
    tree.search(x, y, x, y).some((i) => {
      let odd = false;
      const from = shapes.polyStart[shapes.unitStart[i]];
      const to = shapes.polyStart[shapes.unitStart[i + 1]];
      for (let r = from; r < to; r++) {
        const [first, end] = [shapes.ringStart[r], shapes.ringStart[r + 1]];
        if (crossesRingOddly(shapes.xy, first, end, x, y)) odd = !odd;
      }
      return odd;
    });
}

/**
 * Looks whether compounds would fit the barriers better in one of the shifted systems of Chinese internet
 * maps. Roads run between compounds: points of roads inside them are counted as they lie, and again with
 * the roads moved the other way. Null when neither system is clearly better.
 */
export function detectShift(
  shapes: PolygonSet,
  { barriers, projection }: { barriers: readonly Barrier[]; projection: LocalProjection },
): ShiftFound | null {
  if (shapes.count === 0) return null;
  const points = samplePoints(barriers);
  if (points.length === 0) return null;
  const isInside = createInsideTest(shapes);
  const count = (move: (lonLat: [number, number]) => [number, number]) => {
    const at: [number, number] = [0, 0];
    let inside = 0;
    for (let i = 0; i < points.length; i += 2) {
      const [lon, lat] = move(unproject(projection, points[i], points[i + 1]));
      projectTo(projection, lon, lat, at);
      if (isInside(at[0], at[1])) inside += 1;
    }
    return inside;
  };
  const n = count((lonLat) => lonLat);
  if (n < MIN_INSIDE) return null;
  const found = (["gcj02", "bd09"] as const).map((crs): ShiftFound => {
    const target = crs === "gcj02" ? gcoord.GCJ02 : gcoord.BD09;
    return { crs, n, m: count((lonLat) => gcoord.transform(lonLat, gcoord.WGS84, target)) };
  });
  found.sort((a, b) => a.m - b.m);
  return found[0].m <= n * MAX_SHARE ? found[0] : null;
}
