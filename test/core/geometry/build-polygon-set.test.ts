import type { Polygon } from "geojson";
import { describe, expect, it } from "vitest";
import { buildPolygonSet } from "../../../src/core/geometry/build-polygon-set.ts";
import { unproject } from "../../../src/core/geometry/projection.ts";
import { signedRingArea } from "../../../src/core/geometry/ring-area.ts";

const ORIGIN = { lon0: 101.53, lat0: 25.03 };

function ring(points: readonly [number, number][]) {
  return [...points, points[0]].map(([x, y]) => unproject(ORIGIN, x, y));
}

const OUTER: [number, number][] = [
  [0, 0],
  [100, 0],
  [100, 100],
  [0, 100],
];
const HOLE: [number, number][] = [
  [10, 10],
  [30, 10],
  [30, 30],
  [10, 30],
];

describe("buildPolygonSet", () => {
  const withHole: Polygon = {
    type: "Polygon",
    coordinates: [ring([...OUTER].reverse()), ring(HOLE)],
  };
  const shifted = OUTER.map(([x, y]): [number, number] => [x + 500, y]);
  const set = buildPolygonSet(
    [withHole, { type: "MultiPolygon", coordinates: [[ring(OUTER)], [ring(shifted)]] }],
    ORIGIN,
  );

  it("[I18] lays units, polygons and rings out flat", () => {
    expect([...set.unitStart]).toEqual([0, 1, 3]);
    expect([...set.polyStart]).toEqual([0, 2, 3, 4]);
    expect([...set.ringStart]).toEqual([0, 4, 8, 12, 16]);
    expect(set.xy).toHaveLength(32);
  });

  it("[I18] turns outer rings counter-clockwise and holes clockwise", () => {
    expect(signedRingArea(set.xy.subarray(0, 8))).toBeCloseTo(10_000, 3);
    expect(signedRingArea(set.xy.subarray(8, 16))).toBeCloseTo(-400, 3);
  });

  it("[I18] measures area without holes, centroid and bounds in metres", () => {
    expect([...set.areaM2]).toEqual([9600, 20_000]);
    expect(set.centroid[0]).toBeCloseTo((10_000 * 50 - 400 * 20) / 9600, 4);
    expect(set.centroid[2]).toBeCloseTo(300, 4);
    expect([...set.bounds.subarray(4)].map(Math.round)).toEqual([0, 0, 600, 100]);
  });

  it("[I18] caps areas that do not fit", () => {
    const country: Polygon = {
      type: "Polygon",
      coordinates: [
        [
          [100, 24],
          [103, 24],
          [103, 26],
          [100, 26],
          [100, 24],
        ],
      ],
    };
    expect(buildPolygonSet([country], ORIGIN).areaM2[0]).toBe(2 ** 31 - 1);
  });
});
