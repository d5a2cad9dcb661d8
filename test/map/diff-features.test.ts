import fc from "fast-check";
import type { Feature, FeatureCollection } from "geojson";
import { describe, expect, it } from "vitest";
import { diffFeatures } from "../../src/map/diff-features.ts";

const features = fc
  .uniqueArray(
    fc.record({
      index: fc.nat(9),
      name: fc.constantFrom("甲", "乙"),
      ring: fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { minLength: 1, maxLength: 4 }),
    }),
    { selector: ({ index }) => index, maxLength: 8 },
  )
  .map((list): FeatureCollection => {
    const made = list.map(
      ({ index, name, ring }): Feature => ({
        type: "Feature",
        properties: { index, name },
        geometry: { type: "Polygon", coordinates: [ring.map(([x, y]) => [x, y])] },
      }),
    );
    return { type: "FeatureCollection", features: made };
  });

const byIndex = (list: readonly Feature[]) =>
  new Map(list.map((one) => [Number(one.properties?.index), one]));

describe("what differs between two collections", () => {
  it("leads from the one to the other, and tells nothing of what stays", () => {
    fc.assert(
      fc.property(features, features, (before, after) => {
        const { remove, add } = diffFeatures(before, after);
        const made = byIndex(before.features);
        for (const index of remove) expect(made.delete(index)).toBe(true);
        for (const [index, one] of byIndex(add)) {
          expect(made.get(index)).not.toEqual(one);
          made.set(index, one);
        }
        expect(made).toEqual(byIndex(after.features));
      }),
    );
  });
});
