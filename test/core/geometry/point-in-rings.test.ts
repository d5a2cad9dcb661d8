import { describe, expect, it } from "vitest";
import { crossesRingOddly } from "../../../src/core/geometry/point-in-rings.ts";

const notched = Float64Array.from([9, 9, 0, 0, 10, 0, 10, 10, 5, 5, 0, 10]);

describe("crossesRingOddly", () => {
  it.each([
    [5, 2, true],
    [5, 4.9, true],
    [5, 6, false],
    [1, 8, true],
    [9, 8, true],
    [-1, 5, false],
    [11, 5, false],
    [5, 12, false],
  ])("[C5] tells whether (%d, %d) lies in the ring", (x, y, inside) => {
    expect(crossesRingOddly(notched, 1, 6, x, y)).toBe(inside);
  });
});
