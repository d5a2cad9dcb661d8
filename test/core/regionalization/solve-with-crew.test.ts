import fc from "fast-check";
import loadHighs from "highs";
import { describe, expect, it } from "vitest";
import {
  DEFAULT_LIMITS,
  highsSolver,
  type PlanParameters,
  solve,
} from "../../../src/core/index.ts";
import type { LinearSolver } from "../../../src/core/regionalization/exact/linear-solver.ts";
import type { Plan } from "../../../src/core/regionalization/plan.ts";
import type { Problem } from "../../../src/core/regionalization/problem.ts";
import { crewHere, solveByCrew } from "../../crew-here.ts";
import { type GridProblem, gridEdges, gridProblem, gridProblems } from "../../problem-builder.ts";

const highs = highsSolver(await loadHighs());
const loadSolver = async () => highs;

const OBJECTIVES: Partial<PlanParameters>[] = [
  { objective: "cost" },
  { objective: "max-p", attributes: ["built_year"], dissimilarity: "ssd" },
  { objective: "max-p", attributes: ["households"], dissimilarity: "pairwise" },
  { objective: "compact", districts: 4 },
];

function solveAlone(problem: Problem, solver: LinearSolver | null): Plan {
  const steps = solve(problem, solver);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** A grid cut into a component of 48 compounds, two of 24 and one of 8: beyond dynamic programming. */
function unevenGrid(parameters: Partial<PlanParameters> = {}): GridProblem {
  const ledger = Array.from({ length: 104 }, (_, i) => ({
    households: 60 + ((i * 37) % 190),
    floorAreaM2: 4_000 + ((i * 911) % 17_000),
    builtYear: 1990,
  }));
  const severed = new Set([5, 8, 11]);
  const edges = gridEdges(104, 8).map(({ a, b }) => (b - a > 1 && severed.has(a >> 3) ? 0 : 1));
  const limits = { ...DEFAULT_LIMITS, minHouseholds: 200, minFloorAreaM2: 0, maxCompounds: 4 };
  return { ledger, columns: 8, edges, parameters: { limits, ...parameters } };
}

const crews = fc.record({
  count: fc.constantFrom(1, 2, 4),
  delays: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 7 }),
});

describe("a solve by a crew of workers", () => {
  for (const change of OBJECTIVES) {
    it(`[R60] is the same solve, whatever the crew and its speed: ${JSON.stringify(change)}`, async () => {
      await fc.assert(
        fc.asyncProperty(gridProblems({ min: 2, max: 36 }), crews, async (grid, crew) => {
          const parameters = { ...grid.parameters, ...change, iterations: 3 };
          const problem = gridProblem({ ...grid, parameters });
          const alone = solveAlone(problem, highs);
          const together = await solveByCrew(problem, crewHere({ ...crew, loadSolver }));
          expect(together).toEqual(alone);
        }),
        { numRuns: 12, seed: 6001 },
      );
    });
  }

  it("[R60] is the same beyond dynamic programming, with proofs by the linear solver", async () => {
    const problem = gridProblem(unevenGrid({ iterations: 10 }));
    const alone = solveAlone(problem, highs);
    for (const count of [1, 2, 4]) {
      const crew = crewHere({ count, loadSolver, delays: [2, 0, 5, 1] });
      expect(await solveByCrew(problem, crew)).toEqual(alone);
    }
  });

  it("[R61] a worker that does not hear a stop is ended, and the plan of the search is kept", async () => {
    const problem = gridProblem(unevenGrid({ iterations: 10 }));
    const searched = solveAlone(problem, null);
    let asked = 0;
    const crew = crewHere({
      count: 2,
      loadSolver: () => {
        asked++;
        return new Promise(() => {});
      },
    });
    const plan = await solveByCrew(problem, crew, () => asked > 0);
    expect(plan.stopped).toBe("cancelled");
    expect(crew.ended.length).toBeGreaterThan(0);
    expect(plan.zoning).toEqual(searched.zoning);
  });

  it("[R6] stopped at any step, the plan is valid and the crew is free for the next", async () => {
    const problem = gridProblem(unevenGrid({ iterations: 5 }));
    const here = crewHere({ count: 2, loadSolver });
    const whole = await solveByCrew(problem, here);
    for (const last of [0, 1, 2, 4, 8]) {
      let steps = 0;
      const plan = await solveByCrew(problem, here, () => steps++ >= last);
      expect(plan.stopped).toBe("cancelled");
      expect(plan.objective.levels[0]).toBeGreaterThanOrEqual(whole.objective.levels[0]);
    }
    expect(await solveByCrew(problem, here)).toEqual(whole);
  });

  it("[R60] a worker that breaks down is an error, not another plan", async () => {
    const problem = gridProblem(unevenGrid({ iterations: 2 }));
    const fail = () => {
      throw new Error("no memory");
    };
    const broken: LinearSolver = { open: fail, solveInteger: fail };
    const crew = crewHere({ count: 1, loadSolver: async () => broken });
    await expect(solveByCrew(problem, crew)).rejects.toThrow("no memory");
  });
});
