import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { membersByDistrict, solve } from "../../src/core/index.ts";
import { componentBound } from "../../src/core/regionalization/bound.ts";
import { componentMembers } from "../../src/core/regionalization/problem.ts";
import { gridProblem, gridProblems } from "../problem-builder.ts";

describe("bound of cost", () => {
  it("[R27] no component that takes everybody in costs less than its bound", () => {
    fc.assert(
      fc.property(gridProblems({ min: 1, max: 14 }), (grid) => {
        const problem = gridProblem({
          ...grid,
          parameters: { ...grid.parameters, objective: "cost" },
        });
        const steps = solve(problem);
        let step = steps.next();
        while (!step.done) step = steps.next();
        const { zoning } = step.value;
        const districts = membersByDistrict(zoning);
        for (const members of componentMembers(problem)) {
          const out = members.filter((i) => zoning.assignment[i] < 0);
          if (out.some((i) => problem.world.compounds[i].households > 0)) continue;
          const own = new Set(members.map((i) => zoning.assignment[i]).filter((d) => d >= 0));
          const cost = [...own].reduce(
            (sum, d) => sum + problem.estimator.netCostYuan(districts[d], districts[d].length),
            0,
          );
          expect(componentBound(problem, members)[0]).toBeLessThanOrEqual(cost);
        }
      }),
      { numRuns: 1500, seed: 27 },
    );
  });
});
