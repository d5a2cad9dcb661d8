import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearInterval } from "../../../src/core/geometry/near-interval.ts";
import { pointSegment2 } from "../../../src/core/geometry/segment-distance.ts";

const out = new Float64Array(2);
const coordinate = fc.integer({ min: -20, max: 20 });
const segment = fc.tuple(coordinate, coordinate, coordinate, coordinate);

describe("nearInterval", () => {
  it("[C6] cuts a segment where it leaves the reach of the other", () => {
    expect(nearInterval(-10, 3, 30, 3, 0, 0, 10, 0, 5, out)).toBe(true);
    expect(-10 + 40 * out[0]).toBeCloseTo(-4, 9);
    expect(-10 + 40 * out[1]).toBeCloseTo(14, 9);
  });

  it("[C6] takes the disc of a segment without length", () => {
    expect(nearInterval(-10, 0, 10, 0, 2, 3, 2, 3, 5, out)).toBe(true);
    expect([...out].map((u) => 20 * u - 10)).toEqual([-2, 6]);
  });

  it("[C6] finds nothing out of reach or on a segment without length", () => {
    expect(nearInterval(0, 6, 10, 6, 0, 0, 10, 0, 5, out)).toBe(false);
    expect(nearInterval(1, 1, 1, 1, 0, 0, 10, 0, 5, out)).toBe(false);
  });

  it("[C6] a point of the segment is in the interval exactly when it is that near", () => {
    fc.assert(
      fc.property(segment, segment, fc.integer({ min: 1, max: 12 }), (p, q, reach) => {
        const [ax, ay, bx, by] = p;
        fc.pre(ax !== bx || ay !== by);
        const near = nearInterval(...p, ...q, reach, out);
        for (let i = 0; i <= 50; i++) {
          const u = i / 50;
          const x = ax + u * (bx - ax);
          const y = ay + u * (by - ay);
          const distance = Math.sqrt(pointSegment2(x, y, ...q));
          if (Math.abs(distance - reach) < 1e-6) continue;
          expect(near && u >= out[0] && u <= out[1]).toBe(distance < reach);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
