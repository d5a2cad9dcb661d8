import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitByLine } from "../../../src/core/zoning/split-by-line.ts";

const metre = fc.integer({ min: -500, max: 500 });
const point = fc.tuple(metre, metre);

describe("split by a drawn line", () => {
  it("[Z37] a straight line parts left from right, however short it is drawn", () => {
    fc.assert(
      fc.property(
        fc.array(point, { minLength: 1, maxLength: 30 }),
        point,
        point,
        (places, [x1, y1], [x2, y2]) => {
          fc.pre(x1 !== x2 || y1 !== y2);
          const sideOf = ([x, y]: readonly [number, number]) =>
            Math.sign((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1));
          const off = places.filter((place) => sideOf(place) !== 0);
          const xy = Float64Array.from(off.flat());
          const members = [...off.keys()].reverse();
          const [one, other] = splitByLine(xy, members, [
            [x1, y1],
            [x2, y2],
          ]);
          expect([...one, ...other].sort((a, b) => a - b)).toEqual([...off.keys()]);
          expect(new Set(one.map((i) => sideOf(off[i]))).size).toBeLessThanOrEqual(1);
          expect(new Set(other.map((i) => sideOf(off[i]))).size).toBeLessThanOrEqual(1);
          const sides = new Set(off.map(sideOf)).size;
          expect([one, other].filter((side) => side.length > 0)).toHaveLength(sides);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("[Z37] a bent line cuts a corner off", () => {
    const xy = Float64Array.from([0, 0, 100, 0, 0, 100, 100, 100]);
    const bent: [number, number][] = [
      [50, -20],
      [50, 50],
      [-20, 50],
    ];
    const [rest, corner] = splitByLine(xy, [0, 1, 2, 3], bent);
    expect([rest, corner].sort((a, b) => a.length - b.length)).toEqual([[0], [1, 2, 3]]);
  });

  it("[Z37] a dot is no line", () => {
    const xy = Float64Array.from([0, 0, 100, 0]);
    const dot: [number, number] = [50, 0];
    expect(splitByLine(xy, [1, 0], [dot, dot])).toEqual([[0, 1], []]);
  });
});
