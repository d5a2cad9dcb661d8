import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import type { Position } from "geojson";
import { describe, expect, it } from "vitest";
import { describeIssue } from "../../src/core/base/issue.ts";
import { buildPolygonSet } from "../../src/core/geometry/build-polygon-set.ts";
import { unproject } from "../../src/core/geometry/projection.ts";
import { guessRole } from "../../src/core/ingest/guess-role.ts";
import { readWorld } from "../../src/core/ingest/read-world.ts";
import { repairArea } from "../../src/core/ingest/repair-geometry.ts";
import type { SourceFile, SourceRole, World } from "../../src/core/ingest/world.ts";

const FIXTURES = join(import.meta.dirname, "../fixtures");
const PLAIN = { fieldMap: {}, crs: null };
const ROLES: readonly SourceRole[] = [
  "compounds",
  "ledger",
  "barriers",
  "crossings",
  "communities",
];

function textOf(path: string): string {
  return readFileSync(join(FIXTURES, path), "utf8");
}

const GOOD: readonly SourceFile[] = [
  { role: "compounds", name: "compounds.geojson", text: textOf("good/compounds.geojson") },
  { role: "barriers", name: "barriers.geojson", text: textOf("good/barriers.geojson") },
  { role: "crossings", name: "crossings.geojson", text: textOf("good/crossings.geojson") },
  { role: "communities", name: "communities.geojson", text: textOf("good/communities.geojson") },
  { role: "ledger", name: "ledger.csv", text: textOf("good/ledger.csv") },
];

/** Features of all faulty fixtures that carry an id of their own. */
const FAULTY: readonly unknown[] = readdirSync(join(FIXTURES, "bad"))
  .filter((file) => file.endsWith(".geojson"))
  .flatMap((file) => {
    try {
      const { features, crs } = JSON.parse(textOf(`bad/${file}`));
      return Array.isArray(features) && !crs ? features : [];
    } catch {
      return [];
    }
  })
  .filter((feature) => typeof feature?.properties?.compound_id === "string");

function expectSound(world: World): void {
  expect(world.compounds.length).toBeLessThanOrEqual(world.featuresRead);
  expect(world.shapes.count).toBe(world.compounds.length);
  const ids = world.compounds.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)].sort());
  for (const compound of world.compounds) {
    expect(compound.households).toSatisfy(Number.isSafeInteger);
    expect(compound.floorAreaM2).toSatisfy(Number.isSafeInteger);
  }
  expect([...world.shapes.xy].every(Number.isFinite)).toBe(true);
  for (let i = 0; i < world.shapes.count; i++) {
    const [x, y] = world.shapes.centroid.subarray(2 * i, 2 * i + 2);
    expect(unproject(world.projection, x, y)).toSatisfy((at: number[]) =>
      at.every(Number.isFinite),
    );
  }
  for (const issue of world.issues) {
    expect(describeIssue(issue, "zh").message).not.toMatch(/\{\w+\}/);
    expect(describeIssue(issue, "en").message).not.toMatch(/\{\w+\}/);
  }
}

interface Cut {
  readonly at: number;
  readonly drop: number;
  readonly insert: string;
}

const cuts = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    drop: fc.nat(30),
    insert: fc.oneof(
      fc.constantFrom(
        "null",
        "NaN",
        "1e999",
        '"',
        "[",
        "]",
        "{",
        "}",
        ",",
        "-",
        "0",
        '"__proto__"',
      ),
      fc.string({ maxLength: 5 }),
    ),
  }),
  { minLength: 1, maxLength: 4 },
);

function mutate(text: string, changes: readonly Cut[]): string {
  return changes.reduce((old, { at, drop, insert }) => {
    const k = Math.floor(at * old.length);
    return old.slice(0, k) + insert + old.slice(k + drop);
  }, text);
}

/** Rings of few, close points: they cross, touch, repeat and fold as often as not. */
const rings = fc
  .array(fc.tuple(fc.nat(12), fc.nat(12)), { minLength: 3, maxLength: 14 })
  .map((points): Position[] => {
    const open = points.map(([i, j]): Position => [101.53 + i * 1e-4, 25.03 + j * 1e-4]);
    return [...open, open[0]];
  });

const shapes = fc
  .array(fc.array(rings, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
  .map((coordinates) => ({ type: "MultiPolygon" as const, coordinates }));

/** Its second part has no area, so which way it runs is noise. */
const WITH_FLAT_PART = {
  type: "MultiPolygon" as const,
  coordinates: [
    [
      [
        [101.53, 25.03],
        [101.53, 25.0301],
        [101.5301, 25.03],
        [101.53, 25.03],
      ],
    ],
    [
      [
        [101.53, 25.03],
        [101.5301, 25.03],
        [101.53020000000001, 25.03],
        [101.53, 25.03],
      ],
    ],
  ],
};

describe("ingest laws", () => {
  it("[I3] any text in any role gives a world and issues", () => {
    const texts = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.json({ maxDepth: 6 }),
      fc
        .jsonValue()
        .map((value) => JSON.stringify({ type: "FeatureCollection", features: [value] })),
      fc
        .array(fc.jsonValue())
        .map((coordinates) => JSON.stringify({ type: "Polygon", coordinates })),
    );
    fc.assert(
      fc.property(texts, fc.constantFrom(...ROLES), (text, role) => {
        guessRole("a.json", text);
        expectSound(readWorld([GOOD[0], { role, name: "a", text }], PLAIN));
      }),
      { numRuns: 300 },
    );
  });

  it("[I3] any damage to good files gives a world and issues", () => {
    const which = fc.nat(GOOD.length - 1);
    fc.assert(
      fc.property(which, cuts, (k, changes) => {
        const damaged = { ...GOOD[k], text: mutate(GOOD[k].text, changes) };
        expectSound(readWorld([...GOOD.filter((_, i) => i !== k), damaged], PLAIN));
      }),
      { numRuns: 200 },
    );
  });

  it("[I3] any value in place of any property gives a world and issues", () => {
    const { features } = JSON.parse(GOOD[0].text);
    const keys = Object.keys(features[0].properties);
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.jsonValue(), (key, value) => {
        const changed = features.map((feature: { properties: object }) => ({
          ...feature,
          properties: { ...feature.properties, [key]: value },
        }));
        const text = JSON.stringify({ type: "FeatureCollection", features: changed });
        expectSound(readWorld([{ ...GOOD[0], text }], PLAIN));
      }),
      { numRuns: 200 },
    );
  });

  it("[I14] repairing twice changes nothing", () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const { geometry } = repairArea(shape);
        if (geometry === null) return;
        const again = repairArea(geometry);
        expect(again.geometry).toEqual(geometry);
        expect(again.repairs).toEqual([]);
        expect(again.turned).toBe(false);
      }),
      { numRuns: 1500, examples: [[WITH_FLAT_PART]] },
    );
  });

  it("[I14] the area after a repair is the area it states; without that statement none changes", () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const { geometry, repairs, areaM2 } = repairArea(shape);
        if (geometry === null) return;
        const measured = buildPolygonSet([geometry], { lon0: 101.53, lat0: 25.03 }).areaM2[0];
        expect(Math.abs(measured - areaM2)).toBeLessThan(1);
        const stated = repairs.find(({ code }) => code === "self-intersection");
        if (stated) {
          const { beforeM2, afterM2, changeM2 } = stated.args as Record<string, number>;
          expect(Math.abs(measured - afterM2)).toBeLessThan(1);
          expect(Math.abs(afterM2 - beforeM2 - changeM2)).toBeLessThan(0.11);
          return;
        }
        const before = shape.coordinates.map(([outer]) => ({
          type: "Polygon" as const,
          coordinates: [outer],
        }));
        const outers = buildPolygonSet(before, { lon0: 101.53, lat0: 25.03 }).areaM2;
        if (shape.coordinates.every((polygon) => polygon.length === 1)) {
          const sum = outers.reduce((a, b) => a + b, 0);
          expect(Math.abs(measured - sum)).toBeLessThan(outers.length + 1);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it("[I9] the order of features and files plays no part", () => {
    const files = [
      { ...GOOD[0], features: [...JSON.parse(GOOD[0].text).features, ...FAULTY] },
      ...GOOD.slice(1, 4).map((file) => ({ ...file, features: JSON.parse(file.text).features })),
    ];
    const shuffled = fc.tuple(
      ...files.map(({ features }) =>
        fc.shuffledSubarray(features, { minLength: features.length, maxLength: features.length }),
      ),
    );
    const worldOf = (orders: readonly unknown[][]) => {
      const sources = files.map(({ role, name }, k) => ({
        role,
        name,
        text: JSON.stringify({ type: "FeatureCollection", features: orders[k] }),
      }));
      return readWorld([...sources, GOOD[4]], PLAIN);
    };
    const plain = worldOf(files.map(({ features }) => features));
    expect(plain.compounds.length).toBeGreaterThan(25);
    fc.assert(
      fc.property(shuffled, (orders) => {
        expect(worldOf(orders)).toEqual(plain);
      }),
      { numRuns: 25 },
    );
  });

  it("[I9] a world written as GeoJSON and read again has the same ids, shapes and no repairs", () => {
    const features = [...JSON.parse(GOOD[0].text).features, ...FAULTY];
    const read = (list: readonly unknown[]) => {
      const text = JSON.stringify({ type: "FeatureCollection", features: list });
      return readWorld([{ role: "compounds", name: "a", text }], PLAIN);
    };
    const first = read(features);
    const again = read(
      first.compounds.map(({ id, properties, geometry }) => ({
        type: "Feature",
        id,
        properties: { ...properties, compound_id: id },
        geometry,
      })),
    );
    expect(again.compounds.map(({ id }) => id)).toEqual(first.compounds.map(({ id }) => id));
    expect(again.compounds.map(({ geometry }) => geometry)).toEqual(
      first.compounds.map(({ geometry }) => geometry),
    );
    const repairs = new Set(["self-intersection", "ring-order", "duplicate-vertices"]);
    expect(again.issues.filter(({ code }) => repairs.has(code))).toEqual([]);
  });
});
