import fc from "fast-check";
import loadHighs from "highs";
import { describe, expect, it } from "vitest";
import {
  checkDistrict,
  highsSolver,
  membersByDistrict,
  type Plan,
  type PlanParameters,
  type Problem,
  zoningLevels,
} from "../../src/core/index.ts";
import type { LinearSolver } from "../../src/core/regionalization/exact/linear-solver.ts";
import { provePiece } from "../../src/core/regionalization/exact/prove-piece.ts";
import { createPieces } from "../../src/core/regionalization/piece.ts";
import { solve } from "../../src/core/regionalization/solve.ts";
import { compareLevels } from "../brute-force.ts";
import { optimalLevels } from "../optimum-oracle.ts";
import { type GridProblem, gridProblem } from "../problem-builder.ts";
import { anyProblems } from "../rule-worlds.ts";

/** Random worlds per objective; raise it for a long run: `PIANQU_WORLDS=20000 PIANQU_SEED=7`. */
const WORLDS = Number(process.env.PIANQU_WORLDS ?? 250);
const SEED = Number(process.env.PIANQU_SEED ?? 20701);

const solver = highsSolver(await loadHighs());
const attributes = ["built_year", "floor_area"];

const OBJECTIVES: readonly Partial<PlanParameters>[] = [
  { objective: "cost" },
  { objective: "max-p", attributes, dissimilarity: "ssd" },
  { objective: "max-p", attributes, dissimilarity: "pairwise" },
  { objective: "max-p", threshold: { field: "count", min: 2 } },
  { objective: "max-p", attributes, threshold: { field: "households", min: 500 }, districts: 2 },
  { objective: "compact", districts: 1 },
  { objective: "compact", districts: 3 },
  { objective: "compact", districts: null },
];

function run(problem: Problem, by: LinearSolver | null): Plan {
  const steps = solve(problem, by);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** The plan is what it says it is, and no limit or rule is broken outside what a person locked. */
function expectValid(problem: Problem, { zoning, objective }: Plan): void {
  expect(zoningLevels(problem, zoning)).toEqual(objective.levels);
  for (const members of membersByDistrict(zoning)) {
    if (problem.bonds.keptOf[members[0]] >= 0) continue;
    expect(checkDistrict(problem, members)).toEqual([]);
  }
}

/** Bound ≤ optimum ≤ answer, and what says it is optimal is. */
function expectBetween(plan: Plan, optimum: readonly number[]): void {
  const { levels, lowerBound, certificate } = plan.objective;
  expect(compareLevels(lowerBound, optimum)).toBeLessThanOrEqual(0);
  expect(compareLevels(levels, optimum)).toBeGreaterThanOrEqual(0);
  if (certificate === "optimal") expect(compareLevels(levels, optimum)).toBe(0);
}

/** Set programs instead of dynamic programming, component by component: the sum is the optimum. */
function expectPrograms(problem: Problem, { objective: { levels } }: Plan): void {
  const { objective } = problem;
  if (objective.targetCount !== null) return;
  const budget = { mayChoose: true, maskNodes: 0, visited: 1e6, sets: 1e6, solverSets: 1e6 };
  const all = { ...budget, mayChoose: false };
  let last = 0;
  let bound = 0;
  let out = 0;
  for (const piece of createPieces(problem)) {
    const proofs = [
      provePiece(piece, { objective, solver, incumbent: null, budget }),
      provePiece(piece, { objective, solver: null, incumbent: null, budget: all }),
    ].map((steps) => {
      let step = steps.next();
      while (!step.done) step = steps.next();
      return step.value;
    });
    const [{ partition, optimal }, below] = proofs;
    expect(optimal).toBe(true);
    const value = [partition?.householdsLeftOut ?? 0, ...(partition?.levels ?? [])];
    if (below.bound) expect(compareLevels(below.bound, value)).toBeLessThanOrEqual(0);
    last += value.at(-1) ?? 0;
    bound += below.bound?.[0] ?? 0;
    out += value[0];
  }
  expect(bound).toBeLessThanOrEqual(out);
  if (problem.bonds.kept.length === 0) expect(compareLevels([last], [levels.at(-1) ?? 0])).toBe(0);
}

function withMethod(grid: GridProblem, method: PlanParameters["method"], iterations: number) {
  return gridProblem({ ...grid, parameters: { ...grid.parameters, method, iterations } });
}

describe("optimum of every objective under every limit and rule", () => {
  for (const change of OBJECTIVES) {
    it(
      `[R70] exact = brute force, bound ≤ optimum ≤ answer: ${JSON.stringify(change)}`,
      () => {
        fc.assert(
          fc.property(anyProblems({ min: 1, max: 10 }), (drawn) => {
            const grid = { ...drawn, parameters: { ...drawn.parameters, ...change } };
            const exact = withMethod(grid, "exact", 1);
            const optimum = optimalLevels(exact);
            const best = run(exact, solver);
            expectValid(exact, best);
            expect(compareLevels(best.objective.levels, optimum)).toBe(0);
            expect(compareLevels(best.objective.lowerBound, optimum)).toBe(0);
            expect(best.objective.certificate).toBe("optimal");
            expectPrograms(exact, best);
            for (const method of ["search", "auto", "dbscan"] as const) {
              const problem = withMethod(grid, method, 1);
              const plan = run(problem, null);
              expectValid(problem, plan);
              expectBetween(plan, optimum);
            }
          }),
          { numRuns: WORLDS, seed: SEED },
        );
      },
      WORLDS * 400,
    );
  }
});
