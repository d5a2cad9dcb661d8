import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explainComponents } from "../../src/core/contiguity/explain-component.ts";
import type { Limits, Problem, Relaxation, Zoning } from "../../src/core/index.ts";
import { solveAll, visitZonings } from "../brute-force.ts";
import { type ShapedProblem, shapedProblem, shapedProblems } from "../geometry-problem.ts";
import { gridProblem } from "../problem-builder.ts";
import { ruledProblems } from "../rule-worlds.ts";
import type { Point } from "../world-builder.ts";

function householdsOut({ world, participant }: Problem, { assignment }: Zoning): number {
  return world.compounds.reduce(
    (sum, { households }, i) => sum + (participant[i] && assignment[i] < 0 ? households : 0),
    0,
  );
}

/** Every zoning that leaves out the fewest households takes the compound in: judged by trying all. */
function isTakenIn(problem: Problem, compound: number): boolean {
  let bestWith = Infinity;
  let bestWithout = Infinity;
  visitZonings(problem, (zoning) => {
    const out = householdsOut(problem, zoning);
    if (zoning.assignment[compound] >= 0) bestWith = Math.min(bestWith, out);
    else bestWithout = Math.min(bestWithout, out);
  });
  return bestWith < bestWithout;
}

const LIMIT_OF: Partial<Record<Relaxation["what"], keyof Limits>> = {
  "min-households": "minHouseholds",
  "min-floor-area": "minFloorAreaM2",
  "max-households": "maxHouseholds",
  "max-floor-area": "maxFloorAreaM2",
  "max-compounds": "maxCompounds",
  "max-span": "maxSpanM",
  "max-break-even-fee": "maxBreakEvenFeeYuanPerM2Month",
};

interface Problems<T> {
  readonly given: T;
  readonly make: (given: T) => Problem;
  readonly limits: Limits;
}

function withLimit<T extends object>(
  { given, make, limits }: Problems<T>,
  key: keyof Limits,
  value: number,
): Problem {
  const parameters = { ...("parameters" in given ? (given.parameters as object) : {}) };
  return make({ ...given, parameters: { ...parameters, limits: { ...limits, [key]: value } } });
}

/** Values between the limit as it is and as relaxed, each a smaller change. */
function smallerChanges(from: number, to: number, step: number): number[] {
  const toward = Math.sign(from - to);
  const near = to + toward * step;
  const whole = (value: number) => Math.round(value / step) * step;
  const values = [near, (from + near) / 2, to + (from - to) / 4].map(whole);
  return values.filter((v) => Math.abs(v - from) < Math.abs(near - from) + 1e-9 && v !== from);
}

function checkLimit<T extends object>(problems: Problems<T>, compound: number, r: Relaxation) {
  const key = LIMIT_OF[r.what];
  if (!key || typeof r.to !== "number" || typeof r.from !== "number") return false;
  expect(isTakenIn(withLimit(problems, key, r.to), compound)).toBe(true);
  for (const value of smallerChanges(r.from, r.to, r.what === "max-break-even-fee" ? 0.01 : 1))
    expect(isTakenIn(withLimit(problems, key, value), compound)).toBe(false);
  return true;
}

function withGap(given: ShapedProblem, gapM: number): ShapedProblem {
  return { ...given, parameters: { ...given.parameters, gapM } };
}

/** The problem with a relaxation other than of a limit applied; null: not of this test. */
function applyLink(
  given: ShapedProblem,
  problem: Problem,
  { compound, relaxation }: { readonly compound: number; readonly relaxation: Relaxation },
): ShapedProblem | null {
  const { what, to } = relaxation;
  if (what === "gap" && typeof to === "number") return withGap(given, to);
  const { placeable, cell, components, parameters, world } = problem;
  const stories = explainComponents(world, problem.graph, {
    gapM: parameters.gapM,
    active: placeable,
    cell,
  });
  const story = stories[components.label[compound]];
  const opened = (places: readonly (readonly [number, number])[]) => ({
    ...given,
    crossings: [...given.crossings, ...places.map(([x, y]): Point => [x, y])],
  });
  if (what === "crossing" && story.crossing) return opened(story.crossing.places);
  if (what === "gap-and-crossing" && story.both && typeof to === "number")
    return withGap(opened(story.both.places), to);
  if (what === "link-by-hand") return { ...given, removed: [] };
  if (what === "envelope") {
    const compounds = given.compounds.map((c) => ({ ...c, community: "A" }));
    return { ...given, compounds };
  }
  return null;
}

describe("relaxations of what is left out", () => {
  it("[R37] [R38] a verified limit takes the compound in, and nothing smaller does", () => {
    let checked = 0;
    fc.assert(
      fc.property(ruledProblems({ min: 1, max: 6 }), (grid) => {
        const problem = gridProblem(grid);
        // a lock that is full beyond a limit opens when that limit is raised: another problem
        if (problem.issues.some(({ code }) => code === "lock-beyond-limit")) return;
        const problems = { given: grid, make: gridProblem, limits: problem.parameters.limits };
        for (const { compound, relaxations } of solveAll(problem).leftOut) {
          if (problem.world.compounds[compound].households === 0) continue;
          for (const r of relaxations) {
            expect(r.verified).toBe(true);
            if (checkLimit(problems, compound, r)) checked++;
          }
        }
      }),
      { numRuns: 120, seed: 20371 },
    );
    expect(checked).toBeGreaterThan(50);
  });

  it("[R37] [R38] a verified gap, crossing, cell or link takes it in, and no smaller gap does", () => {
    const checked = new Map<string, number>();
    fc.assert(
      fc.property(shapedProblems, (given) => {
        const problem = shapedProblem(given);
        for (const { compound, relaxations } of solveAll(problem).leftOut) {
          if (problem.world.compounds[compound].households === 0) continue;
          for (const relaxation of relaxations) {
            const relaxed = applyLink(given, problem, { compound, relaxation });
            if (relaxed === null) continue;
            expect(relaxation.verified).toBe(true);
            expect(isTakenIn(shapedProblem(relaxed), compound)).toBe(true);
            checked.set(relaxation.what, (checked.get(relaxation.what) ?? 0) + 1);
            const { what, from, to } = relaxation;
            if (what !== "gap" || typeof to !== "number" || typeof from !== "number") continue;
            for (const gapM of [to - 0.11, (from + to) / 2])
              if (gapM > from && gapM < to - 0.1)
                expect(isTakenIn(shapedProblem(withGap(given, gapM)), compound)).toBe(false);
          }
        }
      }),
      { numRuns: 160, seed: 7 },
    );
    expect([...checked.keys()].sort()).toEqual([
      "crossing",
      "envelope",
      "gap",
      "gap-and-crossing",
      "link-by-hand",
    ]);
  });
});
