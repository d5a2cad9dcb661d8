import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { farthestPairM } from "../../../src/core/geometry/farthest-pair.ts";

const coordinate = fc.oneof(
  fc.double({ min: -5000, max: 5000, noNaN: true }),
  fc.integer({ min: 0, max: 4 }).map((k) => 100 * k),
);

function allPairsM(xy: Float64Array, list: readonly number[]): number {
  let most = 0;
  for (const a of list) {
    for (const b of list)
      most = Math.max(most, (xy[2 * a] - xy[2 * b]) ** 2 + (xy[2 * a + 1] - xy[2 * b + 1]) ** 2);
  }
  return Math.sqrt(most);
}

describe("farthest pair", () => {
  it("[Z31] equals looking at all pairs, exactly", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(coordinate, coordinate), { maxLength: 200 }), (points) => {
        const xy = Float64Array.from(points.flat());
        const list = [...points.keys()].reverse();
        const scratch = new Int32Array(points.length);
        expect(farthestPairM(xy, list, list.length, scratch)).toBe(allPairsM(xy, list));
      }),
      { numRuns: 300 },
    );
  });

  it("[Z31] holds on a circle, where nobody is near the middle", () => {
    const xy = new Float64Array(600);
    for (let k = 0; k < 300; k++) {
      xy[2 * k] = 1000 * Math.cos(k);
      xy[2 * k + 1] = 1000 * Math.sin(k);
    }
    const list = Int32Array.from({ length: 300 }, (_, k) => k);
    const expected = allPairsM(xy, [...list]);
    expect(farthestPairM(xy, list, 300, new Int32Array(300))).toBe(expected);
  });
});
