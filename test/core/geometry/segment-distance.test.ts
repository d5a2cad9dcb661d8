import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { connectSegments, segmentDistance2 } from "../../../src/core/geometry/segment-distance.ts";

type Four = [number, number, number, number];

function connect(p: Four, q: Four): { points: number[]; stretchM: number } {
  const out = new Float64Array(4);
  const stretchM = connectSegments(...p, ...q, out);
  return { points: [...out], stretchM };
}

/** Least distance over a fine grid of positions on both segments; never below the true one. */
function sampled(p: Four, q: Four, steps: number): number {
  let best = Infinity;
  for (let i = 0; i <= steps; i++) {
    for (let j = 0; j <= steps; j++) {
      const [u, v] = [i / steps, j / steps];
      const dx = p[0] + u * (p[2] - p[0]) - q[0] - v * (q[2] - q[0]);
      const dy = p[1] + u * (p[3] - p[1]) - q[1] - v * (q[3] - q[1]);
      best = Math.min(best, Math.hypot(dx, dy));
    }
  }
  return best;
}

const coordinate = fc.integer({ min: -8, max: 8 });
const segment = fc.tuple(coordinate, coordinate, coordinate, coordinate);

describe("segmentDistance2", () => {
  it("[C2] is 0 for crossing segments and squared otherwise", () => {
    expect(segmentDistance2(0, 0, 4, 4, 0, 4, 4, 0)).toBe(0);
    expect(segmentDistance2(0, 0, 4, 0, 0, 3, 4, 3)).toBe(9);
    expect(segmentDistance2(1, 1, 1, 1, 4, 5, 4, 5)).toBe(25);
  });

  it("[C2] equals a fine sampling of both segments", () => {
    fc.assert(
      fc.property(segment, segment, (p, q) => {
        const distance = Math.sqrt(segmentDistance2(...p, ...q));
        const grid = sampled(p, q, 60);
        expect(distance).toBeLessThanOrEqual(grid + 1e-9);
        expect(distance).toBeGreaterThan(grid - 0.4);
      }),
      { numRuns: 300 },
    );
  });
});

describe("connectSegments", () => {
  it("[C3] takes the middle of the facing stretch of parallel segments", () => {
    const { points, stretchM } = connect([0, 0, 10, 0], [14, 3, 4, 3]);
    expect(points).toEqual([7, 0, 7, 3]);
    expect(stretchM).toBeCloseTo(6, 9);
  });

  it("[C3] takes the middle of the shared stretch of overlapping collinear segments", () => {
    const { points, stretchM } = connect([0, 0, 10, 10], [4, 4, 20, 20]);
    expect(points).toEqual([7, 7, 7, 7]);
    expect(stretchM).toBeCloseTo(Math.hypot(6, 6), 9);
  });

  it("[C3] meets in the crossing point", () => {
    expect(connect([0, 0, 4, 4], [0, 4, 4, 0])).toEqual({ points: [2, 2, 2, 2], stretchM: 0 });
  });

  it("[C3] its length is the distance and its ends lie on the segments", () => {
    fc.assert(
      fc.property(segment, segment, (p, q) => {
        const [x1, y1, x2, y2] = connect(p, q).points;
        const distance = Math.sqrt(segmentDistance2(...p, ...q));
        expect(Math.hypot(x2 - x1, y2 - y1)).toBeCloseTo(distance, 5);
        expect(segmentDistance2(x1, y1, x1, y1, ...p)).toBeLessThan(1e-11);
        expect(segmentDistance2(x2, y2, x2, y2, ...q)).toBeLessThan(1e-11);
      }),
      { numRuns: 1000 },
    );
  });
});
