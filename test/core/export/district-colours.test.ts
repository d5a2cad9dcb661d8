import { describe, expect, it } from "vitest";
import {
  colourDistricts,
  findNearPairs,
} from "../../../src/core/export/drawing/district-colours.ts";
import { DISTRICT_COLOURS } from "../../../src/core/export/drawing/paper-colours.ts";
import type { Zoning } from "../../../src/core/zoning/zoning.ts";
import { box, worldFromPolygons } from "../../world-builder.ts";

const SIDE = 8;
/** A chessboard of squares 50 m wide, 20 m apart. */
const WORLD = worldFromPolygons(
  Array.from({ length: SIDE * SIDE }, (_, i) => ({
    parts: box((i % SIDE) * 70, Math.floor(i / SIDE) * 70, 50, 50),
  })),
);

function zoningOf(assignment: readonly number[]): Zoning {
  const count = Math.max(...assignment) + 1;
  return {
    districts: Array.from({ length: count }, (_, d) => ({ id: `P${d}`, name: `P${d}` })),
    assignment: Int32Array.from(assignment),
    reason: new Uint8Array(assignment.length),
  };
}

/** Every compound its own district. */
const SINGLES = zoningOf(Array.from({ length: SIDE * SIDE }, (_, i) => i));
const PAIRS = findNearPairs(WORLD);

function clashes(zoning: Zoning, colours: readonly number[]): number {
  let count = 0;
  for (let k = 0; k < PAIRS.length; k += 2) {
    const a = zoning.assignment[PAIRS[k]];
    const b = zoning.assignment[PAIRS[k + 1]];
    if (a !== b && colours[a] === colours[b]) count++;
  }
  return count;
}

describe("colours of districts", () => {
  it("finds squares one lane apart near, squares three apart not", () => {
    const near = (a: number, b: number) =>
      Array.from({ length: PAIRS.length / 2 }, (_, k) => k * 2).some(
        (k) => PAIRS[k] === a && PAIRS[k + 1] === b,
      );
    expect(near(0, 1)).toBe(true);
    expect(near(0, 3)).toBe(false);
  });

  it("gives neighbours different colours where that is possible", () => {
    const rows = zoningOf(Array.from({ length: SIDE * SIDE }, (_, i) => Math.floor(i / SIDE)));
    expect(clashes(rows, colourDistricts(PAIRS, rows, new Map()))).toBe(0);
  });

  it("uses every colour before it repeats itself needlessly", () => {
    const used = new Set(colourDistricts(PAIRS, SINGLES, new Map()));
    expect(used.size).toBe(DISTRICT_COLOURS.length);
  });

  it("is the same every time", () => {
    expect(colourDistricts(PAIRS, SINGLES, new Map())).toEqual(
      colourDistricts(PAIRS, SINGLES, new Map()),
    );
  });

  it("keeps colours through an edit except where they would clash", () => {
    const rows = zoningOf(Array.from({ length: SIDE * SIDE }, (_, i) => Math.floor(i / SIDE)));
    const before = colourDistricts(PAIRS, rows, new Map());
    const previous = new Map(rows.districts.map(({ id }, d) => [id, before[d]]));
    const moved = { ...rows, assignment: rows.assignment.with(0, 1) };
    expect(colourDistricts(PAIRS, moved, previous)).toEqual(before);
  });

  it("colours an empty world", () => {
    expect(findNearPairs(worldFromPolygons([]))).toHaveLength(0);
  });
});
