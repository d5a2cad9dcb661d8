import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  checkDistrict,
  createMoveExplainer,
  type MoveStory,
  membersByDistrict,
  type PlanParameters,
  type Problem,
  type Zoning,
  zoningLevels,
} from "../../src/core/index.ts";
import { compareLevels, solveAll } from "../brute-force.ts";
import { gridProblem } from "../problem-builder.ts";
import { ruledProblems } from "../rule-worlds.ts";

const OBJECTIVES: Partial<PlanParameters>[] = [
  { objective: "cost" },
  { objective: "max-p", attributes: ["built_year"], dissimilarity: "ssd" },
  { objective: "compact", districts: 2 },
];

function moved(zoning: Zoning, { compounds, to }: MoveStory): Zoning {
  const assignment = zoning.assignment.slice();
  for (const i of compounds) assignment[i] = to;
  return { ...zoning, assignment };
}

function totalCost({ estimator }: Problem, zoning: Zoning): number {
  return membersByDistrict(zoning).reduce(
    (sum, m) => sum + (m.length > 0 ? estimator.netCostYuan(m, m.length) : 0),
    0,
  );
}

function checkMove(problem: Problem, zoning: Zoning, move: MoveStory): void {
  const after = moved(zoning, move);
  const before = zoningLevels(problem, zoning);
  const sum = before.map((value, k) => value + move.delta[k]);
  expect(compareLevels(sum, zoningLevels(problem, after))).toBe(0);
  expect(totalCost(problem, after) - totalCost(problem, zoning)).toBe(move.netCostYuan);
  const members = { before: membersByDistrict(zoning), after: membersByDistrict(after) };
  for (const side of ["from", "to"] as const) {
    if (move[side] < 0) continue;
    const held = checkDistrict(problem, members.before[move[side]]).map(({ rule }) => rule);
    const now = checkDistrict(problem, members.after[move[side]]);
    const fresh = now.filter(({ rule }) => !held.includes(rule));
    expect(move.breaks[side].filter((v) => now.some((w) => w.rule === v.rule))).toEqual(fresh);
  }
}

describe("explained moves", () => {
  for (const change of OBJECTIVES) {
    it(`[R39] deltas equal the zonings evaluated from scratch: ${JSON.stringify(change)}`, () => {
      fc.assert(
        fc.property(ruledProblems({ min: 2, max: 14 }), (grid) => {
          const parameters = { ...grid.parameters, ...change, iterations: 2 };
          const problem = gridProblem({ ...grid, parameters });
          const { zoning } = solveAll(problem);
          const explainer = createMoveExplainer(problem, zoning);
          problem.participant.forEach((_, compound) => {
            const { moves, district, levels } = explainer.compound(compound);
            expect(district).toBe(zoning.assignment[compound]);
            expect(levels).toEqual(zoningLevels(problem, zoning));
            for (const move of moves) checkMove(problem, zoning, move);
          });
        }),
        { numRuns: 40, seed: 20291 },
      );
    });
  }

  it("[R39] a border lists every single move across it; the cheapest allowed comes first", () => {
    let allowed = 0;
    fc.assert(
      fc.property(ruledProblems({ min: 4, max: 14 }), (grid) => {
        const parameters = { ...grid.parameters, objective: "max-p" as const };
        const problem = gridProblem({ ...grid, parameters });
        const { zoning } = solveAll(problem);
        const explainer = createMoveExplainer(problem, zoning);
        zoning.districts.forEach((_, a) => {
          zoning.districts.forEach((__, b) => {
            if (b <= a) return;
            const { shifts, cheapest } = explainer.border(a, b);
            for (const move of shifts) checkMove(problem, zoning, move);
            const isFree = ({ breaks }: MoveStory) => breaks.from.length + breaks.to.length === 0;
            [a, b].forEach((from, k) => {
              const own = shifts.filter((move) => move.from === from && isFree(move));
              expect(cheapest[k]).toBe(own[0] ?? null);
              allowed += own.length;
              for (const move of own)
                expect(compareLevels(own[0].delta, move.delta)).toBeLessThanOrEqual(0);
            });
          });
        });
      }),
      { numRuns: 60, seed: 20292 },
    );
    expect(allowed).toBeGreaterThan(5);
  });

  it("[R39] in a proven plan no allowed move is better", () => {
    fc.assert(
      fc.property(ruledProblems({ min: 2, max: 10 }), (grid) => {
        const problem = gridProblem(grid);
        const plan = solveAll(problem);
        if (plan.objective.certificate !== "optimal") return;
        const explainer = createMoveExplainer(problem, plan.zoning);
        problem.participant.forEach((_, compound) => {
          for (const { breaks, delta } of explainer.compound(compound).moves)
            if (breaks.from.length + breaks.to.length === 0)
              expect(
                compareLevels(
                  delta,
                  delta.map(() => 0),
                ),
              ).toBeGreaterThanOrEqual(0);
        });
      }),
      { numRuns: 120, seed: 20293 },
    );
  });
});
