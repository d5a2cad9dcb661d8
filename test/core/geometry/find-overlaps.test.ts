import { describe, expect, it } from "vitest";
import { finish } from "../../../src/core/base/steps.ts";
import { buildPolygonSet } from "../../../src/core/geometry/build-polygon-set.ts";
import { findOverlaps } from "../../../src/core/geometry/find-overlaps.ts";
import { unproject } from "../../../src/core/geometry/projection.ts";

const ORIGIN = { lon0: 101.53, lat0: 25.03 };

type Points = readonly (readonly [number, number])[];

function overlaps(...shapes: Points[]) {
  const polygons = shapes.map((points) => ({
    type: "Polygon" as const,
    coordinates: [[...points, points[0]].map(([x, y]) => unproject(ORIGIN, x, y))],
  }));
  return finish(findOverlaps(buildPolygonSet(polygons, ORIGIN))).pairs.map(
    ({ a, b, areaM2 }) => [a, b, Math.round(areaM2)] as const,
  );
}

function box(x: number, y: number, w: number, h: number): Points {
  return [
    [x, y],
    [x + w, y],
    [x + w, y + h],
    [x, y + h],
  ];
}

describe("findOverlaps", () => {
  it("[I19] touching neighbours share no ground", () => {
    expect(overlaps(box(0, 0, 50, 50), box(50, 0, 50, 50), box(0, 50, 100, 20))).toEqual([]);
  });

  it("[I19] measures crossing outlines", () => {
    expect(overlaps(box(0, 0, 50, 50), box(40, 20, 50, 60))).toEqual([[0, 1, 300]]);
  });

  it("[I19] measures outlines that overlap along shared lines", () => {
    expect(overlaps(box(0, 0, 50, 50), box(47, 0, 50, 50))).toEqual([[0, 1, 150]]);
  });

  it("[I19] measures identical and nested outlines", () => {
    expect(overlaps(box(0, 0, 50, 50), box(0, 0, 50, 50))).toEqual([[0, 1, 2500]]);
    expect(overlaps(box(0, 0, 500, 500), box(10, 10, 5, 5))).toEqual([[0, 1, 25]]);
  });

  it("[I19] measures an outline of many corners like its plain twin", () => {
    const dense = [...Array(4).keys()].flatMap((side) =>
      [...Array(500).keys()].map((k): [number, number] => {
        const t = (500 * k) / 500;
        return (
          [
            [t, 0],
            [500, t],
            [500 - t, 500],
            [0, 500 - t],
          ] as const
        )[side] as [number, number];
      }),
    );
    expect(overlaps(dense, box(490, 100, 30, 50), box(600, 0, 5, 5))).toEqual([[0, 1, 500]]);
    expect(overlaps(dense, box(10, 10, 5, 5))).toEqual([[0, 1, 25]]);
    expect(overlaps(dense, box(500, 0, 50, 50))).toEqual([]);
  });

  it("[I19] passes over less than 1 m²", () => {
    expect(overlaps(box(0, 0, 50, 50), box(49.99, 0, 50, 50))).toEqual([]);
  });
});
