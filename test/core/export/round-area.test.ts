import fc from "fast-check";
import type { Polygon, Position } from "geojson";
import { describe, expect, it } from "vitest";
import { roundArea } from "../../../src/core/export/formats/round-area.ts";
import { repairArea } from "../../../src/core/ingest/repair-geometry.ts";

const LON = 101.5;
const LAT = 25.03;

function areaOf(corners: readonly (readonly [number, number])[]): Polygon {
  const ring = corners.map(([east, north]): Position => [LON + east, LAT + north]);
  return { type: "Polygon", coordinates: [[...ring, ring[0]]] };
}

describe("areas of 7 decimals", () => {
  it("[X2] rounds corners and merges those that become one", () => {
    const area = areaOf([
      [0, 0],
      [0.001, 0],
      [0.00100000001, 0.00000000001],
      [0.00100000004, 0.001],
    ]);
    expect(roundArea(area).coordinates).toEqual([
      [
        [101.5, 25.03],
        [101.501, 25.03],
        [101.501, 25.031],
        [101.5, 25.03],
      ],
    ]);
  });

  it("[X2] what would lose a ring keeps its digits", () => {
    const hole = areaOf([
      [0.0002, 0.0002],
      [0.00020001, 0.00020003],
      [0.00020003, 0.00020001],
    ]);
    const [outer] = areaOf([
      [0, 0],
      [0.00100000001, 0],
      [0, 0.001],
    ]).coordinates;
    const holed: Polygon = { type: "Polygon", coordinates: [outer, hole.coordinates[0]] };
    expect(roundArea(holed)).toBe(holed);
  });

  it("[X2] what would cross itself keeps its digits", () => {
    // The corner at 0.49 cm lies beside the long edge and would be rounded to its other side.
    const area = areaOf([
      [0, 0],
      [0.001, 0.00000009],
      [0.001, 0.001],
      [0.0005, 0.000000046],
    ]);
    expect(repairArea(area).repairs).toEqual([]);
    expect(roundArea(area)).toBe(area);
  });

  it("[X2] a star of needles stays sound, and no corner moves by more than half a step", () => {
    const reach = fc.double({ min: 0.001, max: 1, noNaN: true });
    let roundedAreas = 0;
    fc.assert(
      fc.property(fc.array(reach, { minLength: 3, maxLength: 40 }), (reaches) => {
        const star = areaOf(
          reaches.map((length, k): [number, number] => {
            const angle = (2 * Math.PI * k) / reaches.length;
            return [length * 5e-5 * Math.cos(angle), length * 5e-5 * Math.sin(angle)];
          }),
        );
        if (repairArea(star).repairs.length > 0) return;
        const rounded = roundArea(star);
        expect(repairArea(rounded).repairs).toEqual([]);
        if (rounded !== star) roundedAreas += 1;
        const [ring] = rounded.coordinates as Position[][];
        for (const [lon, lat] of ring) {
          const isNear = ([x, y]: Position) =>
            Math.max(Math.abs(x - lon), Math.abs(y - lat)) < 5.1e-8;
          expect(star.coordinates[0].some(isNear)).toBe(true);
        }
      }),
      { numRuns: 300, seed: 7 },
    );
    expect(roundedAreas).toBeGreaterThan(100);
  });
});
