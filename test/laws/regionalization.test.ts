import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  checkDistrict,
  evaluateZoning,
  membersByDistrict,
  type Plan,
  type PlanParameters,
  type Problem,
  solve,
  type Zoning,
  zoningLevels,
} from "../../src/core/index.ts";
import { gridProblem, gridProblems } from "../problem-builder.ts";

function run(problem: Problem): Plan {
  const steps = solve(problem);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function compareLevels(a: readonly number[], b: readonly number[]): number {
  for (let k = 0; k < a.length; k++) {
    if (Math.abs(a[k] - b[k]) > 1e-6 * Math.max(1, Math.abs(b[k]))) return a[k] - b[k];
  }
  return 0;
}

/** Every assignment of placeable compounds to districts or to none, judged from scratch. */
function bruteForce(problem: Problem): readonly number[] {
  const n = problem.world.compounds.length;
  const assignment = new Int32Array(n).fill(-1);
  let best: readonly number[] | null = null;
  const visit = (i: number, used: number): void => {
    if (i === n) {
      const zoning: Zoning = {
        districts: Array.from({ length: used }, (_, d) => ({ id: `P${d}`, name: "" })),
        assignment,
        reason: new Uint8Array(n),
      };
      const members = membersByDistrict(zoning);
      if (members.some((m) => checkDistrict(problem, m).length > 0)) return;
      const levels = zoningLevels(problem, zoning);
      if (best === null || compareLevels(levels, best) < 0) best = levels;
      return;
    }
    const choices = problem.placeable[i] ? used : -1;
    for (let d = -1; d <= choices; d++) {
      assignment[i] = d;
      visit(i + 1, Math.max(used, d + 1));
    }
    assignment[i] = -1;
  };
  visit(0, 0);
  return best ?? [];
}

const OBJECTIVES: Partial<PlanParameters>[] = [
  { objective: "cost" },
  { objective: "max-p", attributes: ["built_year"], dissimilarity: "ssd" },
  { objective: "max-p", attributes: ["built_year"], dissimilarity: "pairwise" },
  { objective: "max-p", threshold: { field: "count", min: 2 } },
];

describe("regionalization laws", () => {
  for (const change of [...OBJECTIVES, { objective: "compact", districts: 2 } as const]) {
    it(`[R3] exact equals brute force: ${JSON.stringify(change)}`, () => {
      fc.assert(
        fc.property(gridProblems({ min: 1, max: 7 }), (grid) => {
          const problem = gridProblem({ ...grid, parameters: { ...grid.parameters, ...change } });
          const plan = run(problem);
          expect(compareLevels(plan.objective.levels, bruteForce(problem))).toBe(0);
          expect(plan.objective.certificate).toBe("optimal");
        }),
        { numRuns: 120, seed: 20221 },
      );
    });
  }

  for (const change of [...OBJECTIVES, { objective: "compact", districts: 2 } as const]) {
    it(`[R4] bound ≤ optimum ≤ search: ${JSON.stringify(change)}`, () => {
      fc.assert(
        fc.property(gridProblems({ min: 2, max: 7 }), (grid) => {
          const parameters = { ...grid.parameters, ...change, method: "search" as const };
          const problem = gridProblem({ ...grid, parameters });
          const plan = run(problem);
          const optimum = bruteForce(problem);
          expect(compareLevels(plan.objective.lowerBound, optimum)).toBeLessThanOrEqual(0);
          expect(compareLevels(plan.objective.levels, optimum)).toBeGreaterThanOrEqual(0);
        }),
        { numRuns: 500, seed: 20222 },
      );
    });
  }

  it("[R4] the bound of a method that proves nothing is still a bound", () => {
    fc.assert(
      fc.property(gridProblems({ min: 2, max: 12 }), (grid) => {
        const exact = run(gridProblem(grid));
        const baseline = run(
          gridProblem({ ...grid, parameters: { ...grid.parameters, method: "dbscan" } }),
        );
        const { lowerBound } = baseline.objective;
        expect(compareLevels(lowerBound, exact.objective.levels)).toBeLessThanOrEqual(0);
        expect(
          compareLevels(baseline.objective.levels, exact.objective.levels),
        ).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 150, seed: 20223 },
    );
  });

  for (const method of ["auto", "search", "dbscan"] as const) {
    it(`[R1] every district of ${method} meets every limit, or the compound is left out with a reason`, () => {
      fc.assert(
        fc.property(gridProblems({ min: 1, max: 40 }), (grid) => {
          const parameters = { ...grid.parameters, method, iterations: 3 };
          const problem = gridProblem({ ...grid, parameters });
          const plan = run(problem);
          const { violations, levels } = evaluateZoning(problem, plan.zoning);
          expect(violations.flat()).toEqual([]);
          expect(levels).toEqual(plan.objective.levels);
          const listed = new Set(plan.leftOut.map((left) => left.compound));
          problem.participant.forEach((takesPart, i) => {
            const out = takesPart > 0 && plan.zoning.assignment[i] < 0;
            expect(listed.has(i)).toBe(out);
            expect(plan.zoning.reason[i] > 0).toBe(plan.zoning.assignment[i] < 0);
          });
        }),
        { numRuns: 80, seed: 20224 },
      );
    });
  }

  it("[R5] same problem, same bytes; another seed may differ but never breaks a limit", () => {
    fc.assert(
      fc.property(gridProblems({ min: 20, max: 40 }), (grid) => {
        const parameters = { ...grid.parameters, method: "search" as const, iterations: 2 };
        const first = run(gridProblem({ ...grid, parameters }));
        const second = run(gridProblem({ ...grid, parameters }));
        expect(second).toEqual(first);
      }),
      { numRuns: 20, seed: 20225 },
    );
  });

  it("[R6] stopping early keeps a valid plan and says so", () => {
    fc.assert(
      fc.property(gridProblems({ min: 20, max: 40 }), fc.nat(20), (grid, after) => {
        const parameters = { ...grid.parameters, method: "search" as const };
        const problem = gridProblem({ ...grid, parameters });
        const steps = solve(problem);
        let step = steps.next();
        for (let k = 0; !step.done; k++) step = steps.next(k >= after ? "stop" : undefined);
        expect(evaluateZoning(problem, step.value.zoning).violations.flat()).toEqual([]);
        expect(["done", "cancelled"]).toContain(step.value.stopped);
      }),
      { numRuns: 30, seed: 20226 },
    );
  });

  it("[R7] a single missed minimum, relaxed as told, lets the compound in", () => {
    fc.assert(
      fc.property(gridProblems({ min: 1, max: 8 }), (grid) => {
        const limits = { ...gridProblem(grid).parameters.limits, maxHouseholds: null };
        const open = { ...limits, maxFloorAreaM2: null, maxCompounds: null, maxSpanM: null };
        const parameters = { ...grid.parameters, limits: open };
        const plan = run(gridProblem({ ...grid, parameters }));
        for (const { compound, relaxation } of plan.leftOut) {
          if (relaxation?.what !== "min-households" || typeof relaxation.to !== "number") continue;
          const relaxed = { ...open, minHouseholds: relaxation.to };
          const again = run(
            gridProblem({ ...grid, parameters: { ...grid.parameters, limits: relaxed } }),
          );
          const floorToo = open.minFloorAreaM2 !== null;
          if (!floorToo) expect(again.zoning.assignment[compound]).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 100, seed: 20227 },
    );
  });

  it("[R8] running totals of the search, move by move, equal the final value from scratch", () => {
    fc.assert(
      fc.property(gridProblems({ min: 6, max: 40 }), (grid) => {
        const parameters = { ...grid.parameters, method: "search" as const, iterations: 4 };
        const problem = gridProblem({ ...grid, parameters });
        const steps = solve(problem);
        let last: readonly number[] | null = null;
        let step = steps.next();
        while (!step.done) {
          last = step.value.levels;
          step = steps.next();
        }
        if (last) expect(compareLevels(last, step.value.objective.levels)).toBe(0);
      }),
      { numRuns: 60, seed: 20228 },
    );
  });

  it("[R9] the search never ends worse than it began", () => {
    fc.assert(
      fc.property(gridProblems({ min: 10, max: 40 }), (grid) => {
        const parameters = { ...grid.parameters, method: "search" as const, iterations: 4 };
        const steps = solve(gridProblem({ ...grid, parameters }));
        let best: readonly number[] | null = null;
        for (let step = steps.next(); !step.done; step = steps.next()) {
          if (best) expect(compareLevels(step.value.levels, best)).toBeLessThanOrEqual(0);
          best = step.value.levels;
        }
      }),
      { numRuns: 60, seed: 20229 },
    );
  });
});
