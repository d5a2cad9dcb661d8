import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shiftBorder } from "../../../src/core/zoning/shift-border.ts";
import { gridWorld, recipeWith, solved } from "../../prepared-builder.ts";

const WORLD = gridWorld(41, { columns: 8 });
const { graph } = solved(WORLD, recipeWith()).prepared;
const { centroid } = WORLD.shapes;
const ALL = [...WORLD.compounds.keys()];
/** West half 0, east half 1. */
const assignment = Int32Array.from(ALL, (i) => (i % 8 < 4 ? 0 : 1));

const pull = (toX: number, toY: number, sides = { receiver: 0, giver: 1 }) =>
  shiftBorder({ graph, centroid, assignment }, ALL, { ...sides, fromX: 235, fromY: 85, toX, toY });

describe("a border pulled", () => {
  it("[Z41] takes the nearest of the side it is pulled into first", () => {
    expect(pull(236, 85)).toEqual([]);
    expect(pull(270, 85)).toEqual([12]);
    expect(pull(200, 85, { receiver: 1, giver: 0 })).toEqual([11]);
  });

  it("[Z41] a longer pull takes these and perhaps more", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }), (a, b) => {
        const less = pull(235 + Math.min(a, b), 85);
        const more = new Set(pull(235 + Math.max(a, b), 85));
        expect(less.every((i) => more.has(i))).toBe(true);
        expect([...more].every((i) => assignment[i] === 1)).toBe(true);
      }),
    );
  });

  it("[Z41] takes nobody whom links do not reach from the other side", () => {
    const island = Int32Array.from(assignment, (d, i) => (i % 8 === 4 ? 2 : d));
    const taken = shiftBorder({ graph, centroid, assignment: island }, ALL, {
      receiver: 0,
      giver: 1,
      fromX: 235,
      fromY: 85,
      toX: 600,
      toY: 85,
    });
    expect(taken).toEqual([]);
  });
});
