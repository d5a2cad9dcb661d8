import { areaPaths, difference, FillRule, intersect, type Paths64, union } from "clipper2-ts";
import fc from "fast-check";
import type { MultiPolygon, Polygon, Position } from "geojson";
import { describe, expect, it } from "vitest";
import { projectTo } from "../../../src/core/geometry/projection.ts";
import type { World } from "../../../src/core/ingest/world.ts";
import { createOutliner } from "../../../src/core/zoning/outline-district.ts";
import { createOutlineDrawer, outlineDistricts } from "../../../src/core/zoning/outlines.ts";
import type { Zoning } from "../../../src/core/zoning/zoning.ts";
import { smallWorld } from "../../laws/small-worlds.ts";
import { box, type Parts, type TestWorldOptions, worldFromPolygons } from "../../world-builder.ts";

const GAP_M = 30;

function zoningOf(assignment: readonly number[]): Zoning {
  const count = Math.max(-1, ...assignment) + 1;
  return {
    districts: Array.from({ length: count }, (_, d) => ({ id: `P${d}`, name: `P${d}` })),
    assignment: Int32Array.from(assignment),
    reason: new Uint8Array(assignment.length),
  };
}

function worldOf(shapes: readonly Parts[], options: TestWorldOptions = {}): World {
  return worldFromPolygons(
    shapes.map((parts) => ({ parts })),
    options,
  );
}

// An independent look at the result: tenths of a millimetre on the world's plane.

type Shape = Polygon | MultiPolygon;

function rings(shape: Shape): Position[][] {
  return shape.type === "Polygon" ? shape.coordinates : shape.coordinates.flat();
}

function plane(world: World, shape: Shape): Paths64 {
  const at = [0, 0];
  return union(
    rings(shape).map((ring) =>
      ring.slice(0, -1).map(([lon, lat]) => {
        projectTo(world.projection, lon, lat, at);
        return { x: Math.round(at[0] * 1e4), y: Math.round(at[1] * 1e4) };
      }),
    ),
    FillRule.EvenOdd,
  );
}

function areaM2(paths: Paths64): number {
  return areaPaths(paths) / 1e8;
}

function missingM2(part: Paths64, whole: Paths64): number {
  return areaM2(difference(part, whole, FillRule.NonZero));
}

function sharedM2(p: Paths64, q: Paths64): number {
  return areaM2(intersect(p, q, FillRule.NonZero));
}

function compoundOf(world: World, i: number): Paths64 {
  return plane(world, world.compounds[i].geometry);
}

function partsOf(shape: Shape): number {
  return shape.type === "Polygon" ? 1 : shape.coordinates.length;
}

function draw(world: World, assignment: readonly number[]): Shape[] {
  return outlineDistricts(world, zoningOf(assignment), GAP_M).features.map((f) => f.geometry);
}

/** Side of the line a–b that c lies on: −1, 0 within a millimetre, 1. */
function sideOf([ax, ay]: Position, [bx, by]: Position, [cx, cy]: Position): number {
  const distance =
    ((bx - ax) * (cy - ay) - (by - ay) * (cx - ax)) / (Math.hypot(bx - ax, by - ay) || 1);
  return Math.abs(distance) < 1e-8 ? 0 : Math.sign(distance);
}

/** A thin rectangle around a line, as something an outline may or may not hold. */
function strip(x: number, y: number, width: number, height: number): Paths64 {
  const corner = (px: number, py: number) => ({ x: px * 1e4, y: py * 1e4 });
  const [right, top] = [x + width, y + height];
  return [[corner(x, y), corner(right, y), corner(right, top), corner(x, top)]];
}

const ROW = [box(0, 0, 40, 40), box(50, 0, 40, 40), box(100, 0, 40, 40)];

describe("outlineDistricts", () => {
  it("[Z20] has one feature per district with members, in order", () => {
    const { features } = outlineDistricts(worldOf(ROW), zoningOf([2, -1, 0]), GAP_M);
    expect(features.map((f) => f.properties.index)).toEqual([0, 2]);
  });

  it("[Z20] a lone compound is its own polygon, holes and all", () => {
    const ring: Parts = [[...box(0, 0, 100, 100)[0], ...box(30, 30, 40, 40)[0]]];
    const world = worldOf([ring]);
    expect(draw(world, [0])).toEqual([world.compounds[0].geometry]);
  });

  it("[Z21] covers members and the lane between them, and little else", () => {
    const world = worldOf(ROW);
    const [outline] = draw(world, [0, 0, 0]);
    expect(partsOf(outline)).toBe(1);
    const paths = plane(world, outline);
    // Lanes end a centimetre inside the members' outer walls.
    expect(missingM2(strip(0, 0, 140, 40), paths)).toBeLessThan(0.5);
    expect(areaM2(paths)).toBeLessThan(140 * 40 + 1);
  });

  it("[Z21] joins members that only face at a corner, at any gap up to the limit", () => {
    for (const gap of [3, 14, 20]) {
      const world = worldOf([box(0, 0, 40, 40), box(40 + gap, 40 + gap, 40, 40)]);
      expect(partsOf(draw(world, [0, 0])[0])).toBe(1);
    }
  });

  it("[Z21] leaves members apart that are farther than the gap", () => {
    const world = worldOf([box(0, 0, 40, 40), box(400, 0, 40, 40)]);
    expect(partsOf(draw(world, [0, 0])[0])).toBe(2);
  });

  it("[Z23] leaves out another compound in the lane, assigned or not", () => {
    const world = worldOf([box(0, 0, 40, 100), box(60, 0, 40, 100), box(45, 40, 10, 10)]);
    for (const assignment of [
      [0, 0, -1],
      [0, 0, 1],
    ]) {
      const paths = plane(world, draw(world, assignment)[0]);
      expect(sharedM2(compoundOf(world, 2), paths)).toBe(0);
      expect(areaM2(paths)).toBeGreaterThan(9500);
    }
  });

  it("[Z23] a hard barrier splits the outline, others do not", () => {
    const line = [[45, -100] as const, [45, 200] as const];
    for (const barrierClass of ["hard", "penalised", "free"] as const) {
      const world = worldOf(ROW.slice(0, 2), { barriers: [{ paths: [line], barrierClass }] });
      const [outline] = draw(world, [0, 0]);
      expect(partsOf(outline)).toBe(barrierClass === "hard" ? 2 : 1);
      const onBarrier = sharedM2(strip(44.9, -100, 0.2, 300), plane(world, outline));
      if (barrierClass === "hard") expect(onBarrier).toBe(0);
      else expect(onBarrier).toBeGreaterThan(5);
    }
  });

  it("[Z23] a hard area splits the outline and stays outside it", () => {
    const river = { paths: box(43, -500, 4, 1000)[0], area: true };
    const world = worldOf(ROW.slice(0, 2), { barriers: [river] });
    const [outline] = draw(world, [0, 0]);
    expect(partsOf(outline)).toBe(2);
    expect(sharedM2(strip(43.01, -500, 3.98, 1000), plane(world, outline))).toBe(0);
  });

  it("[Z23] a member that spans a barrier keeps its ground and holds the district together", () => {
    const line = [[45, -100] as const, [45, 200] as const];
    const shapes = [...ROW.slice(0, 2), box(20, 60, 50, 20)];
    const world = worldOf(shapes, { barriers: [{ paths: [line] }] });
    const [outline] = draw(world, [0, 0, 0]);
    expect(partsOf(outline)).toBe(1);
    expect(missingM2(compoundOf(world, 2), plane(world, outline))).toBeLessThan(0.002);
  });

  it("[Z22] where two closings cross, the first district keeps the ground", () => {
    const shapes = [box(0, 0, 40, 40), box(0, 60, 40, 40), box(-30, 48, 20, 4), box(50, 48, 20, 4)];
    const world = worldOf(shapes);
    const [first, second] = draw(world, [0, 0, 1, 1]).map((shape) => plane(world, shape));
    expect(sharedM2(first, second)).toBe(0);
    expect(missingM2(strip(10, 45, 20, 10), first)).toBe(0);
  });

  it("[Z25] keeps members' outer corners as the file has them", () => {
    const world = worldOf(ROW);
    const [left, , right] = world.compounds.map((compound) => rings(compound.geometry)[0]);
    expect(draw(world, [0, 0, 0])[0].coordinates[0]).toEqual(
      expect.arrayContaining([left[0], left[3], right[1], right[2]]),
    );
  });

  it("[Z20] refuses a gap that is no length and a district without members", () => {
    expect(() => draw(worldOf(ROW), [])).not.toThrow();
    expect(() => outlineDistricts(worldOf(ROW), zoningOf([0, 0, 0]), Number.NaN)).toThrow("NaN");
    expect(() => createOutliner(worldOf(ROW), GAP_M).outline([], [])).toThrow("member");
  });
});

describe("createOutliner", () => {
  it("[Z27] draws one district alone, off the outlines it is given", () => {
    const shapes = [box(0, 0, 40, 40), box(0, 60, 40, 40), box(-30, 48, 20, 4), box(50, 48, 20, 4)];
    const world = worldOf(shapes);
    const outliner = createOutliner(world, GAP_M);
    const across = outliner.outline([2, 3], []);
    const along = outliner.outline([0, 1], [across]);
    expect(sharedM2(plane(world, across.geometry), plane(world, along.geometry))).toBe(0);
    expect(outliner.nearby([0, 1])).toEqual([0, 1, 2, 3]);
  });

  it("[Z26] equals the outlines drawn together when given the earlier ones", () => {
    const world = worldOf(ROW);
    const outliner = createOutliner(world, GAP_M);
    const first = outliner.outline([0, 1], []);
    const second = outliner.outline([2], [first]);
    expect([first.geometry, second.geometry]).toEqual(draw(world, [0, 0, 1]));
  });
});

describe("createOutlineDrawer", () => {
  const edited = fc.record({
    input: smallWorld,
    zonings: fc.array(fc.array(fc.integer({ min: -1, max: 3 }), { minLength: 9, maxLength: 9 }), {
      minLength: 2,
      maxLength: 5,
    }),
  });

  it("[Z28] draws one zoning after another as each is drawn from scratch", () => {
    fc.assert(
      fc.property(edited, ({ input, zonings }) => {
        const world = worldFromPolygons(input.compounds, input.options);
        const drawer = createOutlineDrawer(world, GAP_M);
        for (const draws of zonings) {
          const zoning = zoningOf(input.compounds.map((_, i) => draws[i % draws.length]));
          expect(drawer.draw(zoning)).toEqual(outlineDistricts(world, zoning, GAP_M));
        }
      }),
      { numRuns: 150 },
    );
  });

  it("[Z28] keeps the outline of a district that nothing near was done to", () => {
    const world = worldOf(ROW);
    const drawer = createOutlineDrawer(world, GAP_M);
    const [first] = drawer.draw(zoningOf([0, 0, 1])).features;
    const again = drawer.draw(zoningOf([0, 0, -1])).features[0];
    expect(again.geometry).toBe(first.geometry);
  });
});

describe("outlines of random worlds", () => {
  const drawn = fc
    .record({
      input: smallWorld,
      draws: fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 7 }),
    })
    .map(({ input, draws }) => {
      const world = worldFromPolygons(input.compounds, input.options);
      const assignment = input.compounds.map((_, i) => draws[i]);
      const collection = outlineDistricts(world, zoningOf(assignment), GAP_M);
      const outlines = collection.features.map((f) => ({
        district: f.properties.index,
        geometry: f.geometry,
        paths: plane(world, f.geometry),
      }));
      return { world, input, assignment, outlines };
    });
  const RUNS = { numRuns: 400 };

  it("[Z21] cover their members", () => {
    fc.assert(
      fc.property(drawn, ({ world, assignment, outlines }) => {
        for (const { district, paths } of outlines) {
          assignment.forEach((d, i) => {
            if (d !== district) return;
            const own = compoundOf(world, i);
            expect(missingM2(own, paths)).toBeLessThan(1e-6 * areaM2(own) + 0.01);
          });
        }
      }),
      RUNS,
    );
  });

  it("[Z22] overlap only where their members do, [Z23] and hold no other compound", () => {
    fc.assert(
      fc.property(drawn, ({ world, assignment, outlines }) => {
        const membersOf = (district: number) =>
          union(
            assignment.flatMap((d, i) => (d === district ? compoundOf(world, i) : [])),
            FillRule.NonZero,
          );
        for (const { district, paths } of outlines) {
          const own = membersOf(district);
          for (const other of outlines) {
            if (other.district <= district) continue;
            const excused = sharedM2(own, membersOf(other.district));
            expect(sharedM2(paths, other.paths) - excused).toBeLessThan(0.01);
          }
          assignment.forEach((d, i) => {
            if (d === district) return;
            const compound = compoundOf(world, i);
            expect(sharedM2(paths, compound) - sharedM2(own, compound)).toBeLessThan(0.01);
          });
        }
      }),
      RUNS,
    );
  });

  it("[Z23] cross hard barriers only inside their members", () => {
    fc.assert(
      fc.property(drawn, ({ world, assignment, outlines }) => {
        for (const { district, paths } of outlines) {
          const members = assignment.flatMap((d, i) =>
            d === district ? compoundOf(world, i) : [],
          );
          const lanes = difference(paths, members, FillRule.NonZero);
          for (const { barrierClass, area, paths: lines } of world.barriers) {
            if (barrierClass !== "hard" || area) continue;
            for (const line of lines) {
              for (let i = 2; i < line.length; i += 2) {
                const [x1, y1, x2, y2] = line.subarray(i - 2, i + 2);
                for (let k = 0; k <= 40; k++) {
                  const x = x1 + ((x2 - x1) * k) / 40;
                  const y = y1 + ((y2 - y1) * k) / 40;
                  if (x1 === x2 && y1 === y2) continue;
                  expect(sharedM2(strip(x - 0.05, y - 0.05, 0.1, 0.1), lanes)).toBeLessThan(1e-4);
                }
              }
            }
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it("[Z24] have no part without a member, [Z25] closed rings, turned right", () => {
    fc.assert(
      fc.property(drawn, ({ world, assignment, outlines }) => {
        for (const { district, geometry } of outlines) {
          const parts = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
          const members = assignment.flatMap((d, i) =>
            d === district ? compoundOf(world, i) : [],
          );
          for (const coordinates of parts) {
            const part = plane(world, { type: "Polygon", coordinates });
            expect(sharedM2(part, members)).toBeGreaterThan(0.1);
            coordinates.forEach((ring, r) => {
              expect(ring[0]).toEqual(ring[ring.length - 1]);
              expect(ring.length).toBeGreaterThan(3);
              const twice = ring.reduce((sum, [x, y], i) => {
                const [nx, ny] = ring[(i + 1) % ring.length];
                const [ox, oy] = ring[0];
                return sum + (x - ox) * (ny - oy) - (nx - ox) * (y - oy);
              }, 0);
              expect(twice > 0).toBe(r === 0);
            });
          }
        }
      }),
      RUNS,
    );
  });

  it("[Z25] have no ring that crosses itself by more than a millimetre", () => {
    fc.assert(
      fc.property(drawn, ({ outlines }) => {
        for (const ring of outlines.flatMap((outline) => rings(outline.geometry))) {
          const edges = ring.slice(1).map((to, i) => [ring[i], to]);
          edges.forEach(([a, b], i) => {
            for (const [c, d] of edges.slice(i + 2)) {
              const crossed =
                sideOf(a, b, c) * sideOf(a, b, d) < 0 && sideOf(c, d, a) * sideOf(c, d, b) < 0;
              expect(crossed).toBe(false);
            }
          });
        }
      }),
      RUNS,
    );
  });

  it("[Z26] do not depend on the order of features", () => {
    fc.assert(
      fc.property(drawn, ({ input, assignment, outlines }) => {
        const world = worldFromPolygons(input.compounds.toReversed(), input.options);
        const again = outlineDistricts(world, zoningOf(assignment), GAP_M);
        expect(again.features.map((f) => f.geometry)).toEqual(outlines.map((o) => o.geometry));
      }),
      { numRuns: 100 },
    );
  });
});
