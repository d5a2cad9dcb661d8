import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkDistrict, type Problem } from "../../src/core/index.ts";
import { splitBalanced } from "../../src/core/regionalization/split/balanced-parts.ts";
import { findBestCut } from "../../src/core/regionalization/split/best-cut.ts";
import { splitConnected } from "../../src/core/regionalization/split-connected.ts";
import { gridProblem, gridProblems } from "../problem-builder.ts";

const households = ({ world }: Problem, part: readonly number[]) =>
  part.reduce((sum, i) => sum + world.compounds[i].households, 0);

function unevenness(problem: Problem, parts: readonly (readonly number[])[]): number {
  const sums = parts.map((part) => households(problem, part));
  const mean = sums.reduce((a, b) => a + b, 0) / sums.length;
  return sums.reduce((sum, h) => sum + (h - mean) ** 2, 0);
}

/** Every cut of all compounds in two connected parts. */
function allCuts(problem: Problem): [number[], number[]][] {
  const all = problem.world.compounds.map((_, i) => i);
  const cuts: [number[], number[]][] = [];
  for (let mask = 1; mask < 2 ** all.length - 1; mask += 2) {
    const one = all.filter((i) => (mask >> i) & 1);
    const other = all.filter((i) => !((mask >> i) & 1));
    const isWhole = (part: number[]) => splitConnected(problem, part).length === 1;
    if (isWhole(one) && isWhole(other)) cuts.push([one, other]);
  }
  return cuts;
}

describe("splitting a district", () => {
  it("[Z38] gives the wanted number of connected parts that hold everybody once", () => {
    fc.assert(
      fc.property(
        gridProblems({ min: 3, max: 24 }),
        fc.integer({ min: 2, max: 6 }),
        (grid, count) => {
          const problem = gridProblem(grid);
          const all = problem.world.compounds.map((_, i) => i);
          const pieces = splitConnected(problem, all).length;
          const parts = splitBalanced(problem, all, count);
          if (count > all.length || pieces > count) {
            expect(parts).toBeNull();
            return;
          }
          expect(parts).toHaveLength(count);
          expect((parts ?? []).flat().sort((a, b) => a - b)).toEqual(all);
          for (const part of parts ?? []) expect(splitConnected(problem, part)).toHaveLength(1);
          expect(splitBalanced(problem, [...all].reverse(), count)).toEqual(parts);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("[Z38] in two parts it is as even as any cut, up to 16 nodes", () => {
    fc.assert(
      fc.property(gridProblems({ min: 2, max: 9 }), (grid) => {
        const problem = gridProblem(grid);
        const all = problem.world.compounds.map((_, i) => i);
        fc.pre(splitConnected(problem, all).length === 1 && households(problem, all) > 0);
        const least = Math.min(...allCuts(problem).map((cut) => unevenness(problem, cut)));
        expect(unevenness(problem, splitBalanced(problem, all, 2) ?? [])).toBe(least);
      }),
    );
  });

  it("[Z38] a long row of equal compounds falls into equal parts", () => {
    const ledger = Array.from({ length: 30 }, () => ({ households: 100, community: "A" }));
    const edges = Array.from({ length: 29 }, () => 1);
    const problem = gridProblem({ columns: 30, ledger, edges });
    const parts = splitBalanced(problem, [...ledger.keys()], 5);
    expect(parts?.map((part) => part.length)).toEqual([6, 6, 6, 6, 6]);
  });

  it("[Z39] the best cut breaks fewest rules, then is best by the objective", () => {
    fc.assert(
      fc.property(gridProblems({ min: 2, max: 9 }), (grid) => {
        const problem = gridProblem(grid);
        const all = problem.world.compounds.map((_, i) => i);
        const pieces = splitConnected(problem, all);
        const best = findBestCut(problem, all);
        if (pieces.length > 2) {
          expect(best).toBeNull();
          return;
        }
        const cuts = pieces.length === 2 ? [pieces] : allCuts(problem);
        const judged = cuts.map((cut) => ({
          broken: cut.reduce((sum, part) => sum + checkDistrict(problem, part).length, 0),
          cost: cut.reduce(
            (sum, part) => sum + problem.estimator.netCostYuan(part, part.length),
            0,
          ),
        }));
        const broken = Math.min(...judged.map((one) => one.broken));
        const least = Math.min(
          ...judged.filter((one) => one.broken === broken).map(({ cost }) => cost),
        );
        expect(best?.broken).toBe(broken);
        expect(best?.levels).toEqual([least]);
      }),
    );
  });

  it("[Z38] [Z39] must-together groups stay whole", () => {
    const ledger = Array.from({ length: 6 }, () => ({ households: 100, community: "A" }));
    const rules = { mustTogether: [[0, 1, 2, 3]], neverTogether: [], locks: [] };
    const problem = gridProblem({ columns: 6, ledger, edges: [1, 1, 1, 1, 1], rules });
    const all = [0, 1, 2, 3, 4, 5];
    expect(splitBalanced(problem, all, 2)).toEqual([
      [0, 1, 2, 3],
      [4, 5],
    ]);
    expect(findBestCut(problem, all)?.parts[0].slice(0, 4)).toEqual([0, 1, 2, 3]);
    expect(splitBalanced(problem, all, 4)).toBeNull();
  });
});
