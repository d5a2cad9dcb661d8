import fc from "fast-check";
import type { MultiPolygon, Polygon } from "geojson";
import { describe, expect, it } from "vitest";
import { packGeometry, unpackGeometry } from "../../src/worker/packed-geometry.ts";

const position = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -90, max: 90, noNaN: true }),
);
const rings = fc.array(fc.array(position, { maxLength: 6 }), { maxLength: 3 });
const area: fc.Arbitrary<Polygon | MultiPolygon> = fc.oneof(
  rings.map((coordinates) => ({ type: "Polygon" as const, coordinates })),
  fc
    .array(rings, { minLength: 1, maxLength: 3 })
    .map((coordinates) => ({ type: "MultiPolygon" as const, coordinates })),
);

describe("areas as flat arrays", () => {
  it("[I71] any area comes out of the flat arrays as it went in", () => {
    fc.assert(
      fc.property(fc.array(area, { maxLength: 8 }), (areas) => {
        const packed = packGeometry(areas);
        expect(areas.map((_, k) => unpackGeometry(packed, k))).toEqual(areas);
      }),
    );
  });
});
