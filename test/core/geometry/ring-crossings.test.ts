import { describe, expect, it } from "vitest";
import { findRingCrossings } from "../../../src/core/geometry/ring-crossings.ts";
import { splitLoops } from "../../../src/core/geometry/split-loops.ts";

/** A regular n-gon of 100 m radius whose corners k and k + 1 may be swapped. */
function polygon(n: number, swapAt: number | null): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  if (swapAt !== null) [order[swapAt], order[swapAt + 1]] = [order[swapAt + 1], order[swapAt]];
  return order.flatMap((i) => {
    const angle = (2 * Math.PI * i) / n;
    return [100 * Math.cos(angle), 100 * Math.sin(angle)];
  });
}

describe("findRingCrossings", () => {
  it.each([12, 60])("[I14] finds the one crossing of a ring with %i corners", (n) => {
    expect(findRingCrossings([polygon(n, null)], 10).count).toBe(0);
    const found = findRingCrossings([polygon(n, 4)], 10);
    expect(found.count).toBe(1);
    expect(Math.hypot(...(found.at ?? [0, 0]))).toBeGreaterThan(80);
  });

  it("[I16] a corner that passes a line by less than 5 mm only touches it", () => {
    const square = [0, 0, 10, 0, 10, 10, 0, 10];
    const near = (y: number) => [2, y, 8, y, 8, -10, 2, -10];
    expect(findRingCrossings([square, near(0.004)], 10).count).toBe(0);
    expect(findRingCrossings([square, near(0.02)], 10).count).toBe(2);
  });

  it("[I4] stops at the number of crossings asked for", () => {
    const zigzag = Array.from({ length: 100 }, (_, i) => [i % 2 === 0 ? 0 : 100, i]).flat();
    const across = [50, -10, 51, -10, 51, 200, 50, 200];
    expect(findRingCrossings([zigzag, across], 7)).toMatchObject({ count: 7, gaveUp: false });
  });
});

describe("splitLoops", () => {
  it("[I14] splits a figure eight at its waist", () => {
    expect(splitLoops([0, 0, 2, 0, 1, 1, 2, 2, 0, 2, 1, 1])).toEqual([
      [1, 1, 2, 2, 0, 2],
      [0, 0, 2, 0, 1, 1],
    ]);
  });

  it("[I14] keeps a simple ring and drops loops without area", () => {
    expect(splitLoops([0, 0, 2, 0, 2, 2])).toEqual([[0, 0, 2, 0, 2, 2]]);
    expect(splitLoops([0, 0, 2, 0, 5, 5, 2, 0, 2, 2])).toEqual([[0, 0, 2, 0, 2, 2]]);
  });
});
