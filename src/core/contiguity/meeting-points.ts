import { crossesRingOddly } from "../geometry/point-in-rings.ts";
import { connectSegments, segmentDistance2, TOUCH_M } from "../geometry/segment-distance.ts";
import type { Barrier } from "../ingest/world.ts";

/**
 * Points, m, where the connection x1, y1, x2, y2 meets the barrier, in the order of its paths; the
 * connection's middle when an area encloses it; none when they do not meet.
 */
export function findMeetingPoints(
  connection: ArrayLike<number>,
  barrier: Barrier,
): [number, number][] {
  const x1 = connection[0];
  const y1 = connection[1];
  const x2 = connection[2];
  const y2 = connection[3];
  const points: [number, number][] = [];
  const probe = new Float64Array(4);
  for (const path of barrier.paths) {
    for (let i = 2; i + 1 < path.length; i += 2) {
      const [cx, cy, dx, dy] = path.subarray(i - 2, i + 2);
      if (cx === dx && cy === dy) continue;
      if (segmentDistance2(x1, y1, x2, y2, cx, cy, dx, dy) > TOUCH_M * TOUCH_M) continue;
      connectSegments(x1, y1, x2, y2, cx, cy, dx, dy, probe);
      points.push([probe[0], probe[1]]);
    }
  }
  if (points.length > 0 || !barrier.area) return points;
  const x = (x1 + x2) / 2;
  const y = (y1 + y2) / 2;
  const rings = barrier.paths.filter((ring) => crossesRingOddly(ring, 0, ring.length / 2, x, y));
  return rings.length % 2 === 1 ? [[x, y]] : [];
}
