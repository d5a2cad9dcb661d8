import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UnitIndex } from "../../../src/core/geometry/unit-index.ts";
import { box, worldFromPolygons } from "../../world-builder.ts";

const metre = fc.integer({ min: 0, max: 600 });
const rectangle = fc.record({
  x: metre,
  y: metre,
  width: fc.integer({ min: 5, max: 120 }),
  height: fc.integer({ min: 5, max: 120 }),
});
const city = fc.array(rectangle, { minLength: 1, maxLength: 30 });
type Rectangle = { x: number; y: number; width: number; height: number };

function shapesOf(rectangles: readonly Rectangle[]) {
  const parts = rectangles.map(({ x, y, width, height }) => box(x, y, width, height));
  const ids = rectangles.map((_, i) => `c${String(i).padStart(3, "0")}`);
  return worldFromPolygons(parts.map((one, i) => ({ id: ids[i], parts: one }))).shapes;
}

/** Distance of a point from a filled rectangle, m. */
function away({ x, y, width, height }: Rectangle, px: number, py: number): number {
  const dx = Math.max(x - px, 0, px - x - width);
  const dy = Math.max(y - py, 0, py - y - height);
  return Math.hypot(dx, dy);
}

describe("units under a pointer", () => {
  it("[Z40] a disc takes those it touches, however large they are", () => {
    fc.assert(
      fc.property(city, metre, metre, fc.integer({ min: 0, max: 200 }), (rectangles, x, y, r) => {
        const distances = rectangles.map((one) => away(one, x + 0.3, y + 0.3));
        fc.pre(distances.every((d) => Math.abs(d - r) > 1e-6));
        const found = new UnitIndex(shapesOf(rectangles)).along(
          { fromX: x + 0.3, fromY: y + 0.3, toX: x + 0.3, toY: y + 0.3 },
          r,
        );
        expect(found).toEqual(
          [...distances.keys()].filter((i) => distances[i] < r || distances[i] === 0),
        );
      }),
      { numRuns: 300 },
    );
  });

  it("[Z40] a path skips nobody between two places", () => {
    const row = Array.from({ length: 10 }, (_, i) => ({ x: 60 * i, y: 0, width: 50, height: 50 }));
    const index = new UnitIndex(shapesOf(row));
    expect(index.along({ fromX: 10, fromY: 20, toX: 590, toY: 20 }, 0)).toHaveLength(10);
    expect(index.along({ fromX: 10, fromY: 60, toX: 590, toY: 60 }, 9)).toEqual([]);
    expect(index.along({ fromX: 10, fromY: 60, toX: 300, toY: 60 }, 11)).toEqual([
      0, 1, 2, 3, 4, 5,
    ]);
  });

  it("[Z40] the smallest of several is the one under a point; a hole is nobody's", () => {
    const square = (x: number, size: number) => box(x, x, size, size)[0][0];
    const { shapes } = worldFromPolygons([
      { id: "a", parts: [[square(0, 300), square(100, 100)]] },
      { id: "b", parts: box(110, 110, 20, 20) },
      { id: "c", parts: box(10, 10, 30, 30) },
    ]);
    const index = new UnitIndex(shapes);
    expect(index.at(120, 120)).toBe(1);
    expect(index.at(150, 150)).toBeNull();
    expect(index.at(20, 20)).toBe(2);
    expect(index.at(60, 60)).toBe(0);
    expect(index.at(400, 0)).toBeNull();
  });

  it("[Z40] a ring takes centroids, and a line of two points takes nobody", () => {
    const row = Array.from({ length: 4 }, (_, i) => ({ x: 100 * i, y: 0, width: 50, height: 50 }));
    const index = new UnitIndex(shapesOf(row));
    expect(index.within(Float64Array.of(110, -10, 270, -10, 270, 30, 110, 30))).toEqual([1, 2]);
    expect(index.within(Float64Array.of(0, 0, 400, 0))).toEqual([]);
    expect(index.near(225, 25, 110)).toEqual([1, 2, 3]);
  });

  it("an empty world has nobody anywhere", () => {
    const index = new UnitIndex(shapesOf([]));
    expect(index.at(0, 0)).toBeNull();
    expect(index.along({ fromX: 0, fromY: 0, toX: 9, toY: 9 }, 50)).toEqual([]);
    expect(index.within(Float64Array.of(0, 0, 9, 0, 9, 9))).toEqual([]);
    expect(index.near(0, 0, 100)).toEqual([]);
  });
});
