import type { Parts, Point, Ring, TestBarrier } from "../world-builder.ts";
import type { SmallWorld } from "./small-worlds.ts";

const TOUCH_M = 1e-6;

// The oracle: everything against everything, in plain vectors, sharing no code with the core.

export type Segment = readonly [Point, Point];

function edges(ring: Ring): Segment[] {
  return ring.map((p, i): Segment => [p, ring[(i + 1) % ring.length]]);
}

export function sides(parts: Parts): Segment[] {
  return parts.flat().flatMap(edges);
}

export function pointTo([px, py]: Point, [[ax, ay], [bx, by]]: Segment): number {
  const length2 = (bx - ax) ** 2 + (by - ay) ** 2;
  if (length2 === 0) return Math.hypot(px - ax, py - ay);
  const u = Math.min(1, Math.max(0, ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length2));
  return Math.hypot(px - ax - u * (bx - ax), py - ay - u * (by - ay));
}

/** Where two lines cross as positions 0…1 on both, by Cramer's rule; null when parallel. */
function positions([a, b]: Segment, [c, d]: Segment): [number, number] | null {
  const det = (b[0] - a[0]) * (c[1] - d[1]) - (b[1] - a[1]) * (c[0] - d[0]);
  if (Math.abs(det) < 1e-12) return null;
  const rx = c[0] - a[0];
  const ry = c[1] - a[1];
  return [
    (rx * (c[1] - d[1]) - ry * (c[0] - d[0])) / det,
    ((b[0] - a[0]) * ry - (b[1] - a[1]) * rx) / det,
  ];
}

function segmentsTo(p: Segment, q: Segment): number {
  const at = positions(p, q);
  if (at?.every((u) => u >= 0 && u <= 1)) return 0;
  return Math.min(pointTo(p[0], q), pointTo(p[1], q), pointTo(q[0], p), pointTo(q[1], p));
}

/** Even-odd by the sum of angles seen from the point. */
export function isInside([x, y]: Point, rings: readonly Ring[]): boolean {
  let turns = 0;
  for (const ring of rings) {
    let angle = 0;
    for (const [[ax, ay], [bx, by]] of edges(ring)) {
      const [ux, uy, vx, vy] = [ax - x, ay - y, bx - x, by - y];
      angle += Math.atan2(ux * vy - uy * vx, ux * vx + uy * vy);
    }
    turns += Math.round(Math.abs(angle) / (2 * Math.PI));
  }
  return turns % 2 === 1;
}

export function oracleGap(p: Parts, q: Parts): number {
  let least = Infinity;
  for (const s of sides(p)) for (const t of sides(q)) least = Math.min(least, segmentsTo(s, t));
  if (least <= TOUCH_M) return 0;
  const nested =
    p.some((rings) => isInside(rings[0][0], q.flat())) ||
    q.some((rings) => isInside(rings[0][0], p.flat()));
  return nested ? 0 : least;
}

/** Length of the parts of p within reach of q, by walking in steps of 5 cm. */
export function oracleNear(p: Parts, q: Parts, reachM: number): number {
  let total = 0;
  const others = sides(q);
  for (const [a, b] of sides(p)) {
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    const steps = Math.ceil(length / 0.05);
    for (let i = 0; i < steps; i++) {
      const u = (i + 0.5) / steps;
      const at: Point = [a[0] + u * (b[0] - a[0]), a[1] + u * (b[1] - a[1])];
      if (others.some((other) => pointTo(at, other) <= reachM + TOUCH_M)) total += length / steps;
    }
  }
  return total;
}

/** Points where a connection meets a barrier; its middle when the barrier encloses it. */
function oracleMeets(connection: Segment, given: TestBarrier): Point[] {
  const [from, to] = connection;
  if (from[0] === to[0] && from[1] === to[1]) return [];
  const meets: Point[] = [];
  for (const path of given.paths) {
    const segments = edges(path)
      .slice(0, given.area ? path.length : path.length - 1)
      .filter(([p, q]) => p[0] !== q[0] || p[1] !== q[1]);
    for (const segment of segments) {
      if (segmentsTo(connection, segment) > TOUCH_M) continue;
      const at = positions(connection, segment);
      const u = at ? Math.min(1, Math.max(0, at[0])) : 0.5;
      const ends = [...segment, ...connection].filter(
        (end) => pointTo(end, segment) <= TOUCH_M && pointTo(end, connection) <= TOUCH_M,
      );
      const xs = ends.map((end) => end[0]);
      const ys = ends.map((end) => end[1]);
      if (at || ends.length === 0) {
        meets.push([from[0] + u * (to[0] - from[0]), from[1] + u * (to[1] - from[1])]);
      } else {
        meets.push([
          (Math.min(...xs) + Math.max(...xs)) / 2,
          (Math.min(...ys) + Math.max(...ys)) / 2,
        ]);
      }
    }
  }
  const middle: Point = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  if (meets.length === 0 && given.area && isInside(middle, given.paths)) return [middle];
  return meets;
}

/** What the options say about one connection: barriers met, and the lowest that severs (or −1). */
export function oracleVerdict(connection: Segment, { barriers, crossings }: SmallWorld["options"]) {
  const met: number[] = [];
  const severing: number[] = [];
  let hard = 0;
  barriers.forEach((given, index) => {
    const meets = oracleMeets(connection, given);
    if (meets.length === 0) return;
    met.push(index);
    if (given.barrierClass !== "hard") return;
    hard++;
    const near = meets.some(([x, y]) =>
      crossings.some(([cx, cy]) => Math.hypot(cx - x, cy - y) <= 50 + TOUCH_M),
    );
    if (!near) severing.push(index);
  });
  return { met, hard, severing: severing[0] ?? -1 };
}
