import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkDistrict } from "../../../../src/core/index.ts";
import { enumerateDistricts } from "../../../../src/core/regionalization/exact/enumerate-districts.ts";
import { createWindow } from "../../../../src/core/regionalization/exact/window.ts";
import { gridProblem, gridProblems } from "../../../problem-builder.ts";

describe("enumerateDistricts", () => {
  it("[R3] lists every admissible connected set exactly once", () => {
    fc.assert(
      fc.property(gridProblems({ min: 1, max: 9 }), (grid) => {
        const problem = gridProblem(grid);
        const placeable = [...problem.placeable.keys()].filter((i) => problem.placeable[i]);
        const window = createWindow(
          problem,
          placeable.map((i) => [i]),
        );
        const pool = enumerateDistricts(problem, window, 100_000);
        const expected: number[] = [];
        for (let mask = 1; mask < 2 ** placeable.length; mask++) {
          const members = window.nodes.filter((_, k) => (mask >> k) & 1).flat();
          if (checkDistrict(problem, members).length === 0) expected.push(mask);
        }
        expect([...(pool?.mask ?? [])].sort((a, b) => a - b)).toEqual(expected);
      }),
      { numRuns: 150, seed: 20230 },
    );
  });

  it("[R3] gives up rather than enumerate without end", () => {
    const ledger = Array.from({ length: 16 }, () => ({ households: 1 }));
    const limits = {
      minHouseholds: null,
      idealHouseholds: null,
      maxHouseholds: null,
      minFloorAreaM2: null,
      idealFloorAreaM2: null,
      maxFloorAreaM2: null,
      maxCompounds: null,
      maxSpanM: null,
    };
    const problem = gridProblem({ columns: 4, edges: [], ledger, parameters: { limits } });
    const window = createWindow(
      problem,
      ledger.map((_, i) => [i]),
    );
    expect(enumerateDistricts(problem, window, 1000)).toBeNull();
  });
});
