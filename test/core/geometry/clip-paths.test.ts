import { Clipper } from "clipper2-ts";
import { describe, expect, it } from "vitest";
import { intersectPaths, levelPath, unitePaths } from "../../../src/core/geometry/clip-paths.ts";
import { findInnerPoint } from "../../../src/core/geometry/find-inner-point.ts";

function path(...points: [number, number][]) {
  return points.map(([x, y]) => ({ x, y }));
}

describe("clipping", () => {
  it("[I4] drops points in level runs, also across the start, and keeps the area", () => {
    const ring = path([5, 0], [10, 0], [20, 0], [20, 10], [12, 10], [15, 10], [0, 10], [0, 0]);
    expect(levelPath(ring)).toEqual(path([20, 0], [20, 10], [0, 10], [0, 0]));
    expect(levelPath(path([0, 0], [9, 0], [4, 0]))).toEqual([]);
  });

  it("[I4] ends on a nearly flat ring whose level edges turn back", () => {
    const flat = path([0, 0], [40, 0], [50, 0], [3, 1], [7, 1], [70, 0], [110, 0], [160, 0]);
    const area = Clipper.areaPaths(unitePaths([flat]));
    expect(area).toBeGreaterThan(0);
    expect(area).toBeLessThan(80);
  });

  it("[I19] measures the ground inside both", () => {
    const a = path([0, 0], [10, 0], [10, 10], [0, 10]);
    const b = path([5, 5], [15, 5], [15, 15], [5, 15]);
    expect(Clipper.areaPaths(intersectPaths([a], [b]))).toBe(25);
  });

  it("[I14] finds a point inside a bent ring", () => {
    const [x, y] = findInnerPoint([0, 0, 10, 0, 10, 10, 9, 10, 9, 1, 1, 1, 1, 10, 0, 10]);
    expect([x, y]).toEqual([5, 0.5]);
  });
});
