import { describe, expect, it } from "vitest";
import { prepare } from "../../../src/core/scenario/prepare.ts";
import { Inspector } from "../../../src/core/zoning/inspector.ts";
import { LiveZoning } from "../../../src/core/zoning/live-zoning.ts";
import type { Zoning } from "../../../src/core/zoning/zoning.ts";
import { recipeWith } from "../../prepared-builder.ts";
import { box, type TestCompound, worldFromPolygons } from "../../world-builder.ts";

/** A ring of eight compounds of 50 m, lanes of 10 m, and one in its middle. */
function ring(change: Partial<TestCompound> = {}, limits = {}) {
  const cells = Array.from({ length: 9 }, (_, i): TestCompound => {
    const parts = box((i % 3) * 60, Math.floor(i / 3) * 60, 50, 50);
    return { parts, community: "A", ...(i === 4 ? change : {}) };
  });
  const recipe = recipeWith();
  const parameters = {
    ...recipe.parameters,
    limits: { ...recipe.parameters.limits, maxHouseholds: null, ...limits },
  };
  return prepare(worldFromPolygons(cells), { ...recipe, parameters }).problem;
}

function zoned(assignment: readonly number[]): Zoning {
  const count = Math.max(...assignment) + 1;
  return {
    districts: Array.from({ length: count }, (_, d) => ({ id: `P00${d + 1}`, name: `片区${d}` })),
    assignment: Int32Array.from(assignment),
    reason: Uint8Array.from(assignment, (d) => (d < 0 ? 6 : 0)),
  };
}

const AROUND = [0, 0, 0, 0, -1, 0, 0, 0, 0];

function inspect(problem: ReturnType<typeof ring>, assignment: readonly number[]) {
  return new Inspector(problem, new LiveZoning(problem, zoned(assignment)));
}

describe("inspector", () => {
  it("[Z35] [Z36] an enclosed compound is told on both sides, with the fix", () => {
    const inspector = inspect(ring(), AROUND);
    const fix = { kind: "reassign", compounds: [4], to: 0 };
    expect(inspector.district(0)).toEqual([
      { code: "encloses", district: 0, compounds: [4], value: 1, limit: 0, fields: [], fix },
    ]);
    expect(inspector.compound(4)[0]).toMatchObject({ code: "left-out", district: -1, fix });
  });

  it("[Z36] between two districts the choice is left to the person", () => {
    const found = inspect(ring(), [0, 0, 0, 0, -1, 1, 1, 1, 1]).compound(4);
    expect(found).toMatchObject([{ code: "left-out", fix: null }]);
  });

  it("[Z36] nor where the district would be too large, however enclosed", () => {
    const tight = ring({}, { maxCompounds: 8 });
    expect(inspect(tight, AROUND).compound(4)).toMatchObject([{ code: "left-out", fix: null }]);
  });

  it("[Z36] a stray piece goes to the district around it", () => {
    const found = inspect(ring(), [1, 0, 0, 0, 0, 0, 0, 0, 1]).district(1);
    const stray = found.filter(({ code }) => code === "not-connected");
    expect(stray).toMatchObject([
      { compounds: [8], value: 2, fix: { kind: "reassign", compounds: [8], to: 0 } },
    ]);
  });

  it("[Z35] shared ground across districts and figures filled in are told, on either compound", () => {
    const problem = ring({ parts: box(60, 30, 50, 50) });
    const { provenance } = problem.world.compounds[0];
    Object.assign(provenance, { households: "default" });
    const inspector = inspect(problem, [0, 0, 0, 0, 1, 0, 0, 0, 0]);
    const shared = { code: "overlap", compounds: [1, 4], value: 1000 };
    expect(inspector.compound(1)).toMatchObject([shared]);
    expect(inspector.compound(4)).toMatchObject([shared]);
    expect(inspector.district(0)).toContainEqual(
      expect.objectContaining({ code: "missing-data", compounds: [0], fields: ["households"] }),
    );
  });
});
