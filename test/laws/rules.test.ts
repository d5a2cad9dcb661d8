import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  checkDistrict,
  membersByDistrict,
  type PlanParameters,
  type Problem,
  zoningLevels,
} from "../../src/core/index.ts";
import { createPieces } from "../../src/core/regionalization/piece.ts";
import { solve as solveFreely } from "../../src/core/regionalization/solve.ts";
import { bruteForce, compareLevels, solveAll } from "../brute-force.ts";
import { gridProblem } from "../problem-builder.ts";
import { ruledProblems } from "../rule-worlds.ts";

const OBJECTIVES: Partial<PlanParameters>[] = [
  { objective: "cost" },
  { objective: "max-p", attributes: ["built_year"], dissimilarity: "ssd" },
  { objective: "max-p", threshold: { field: "count", min: 2 } },
];

const METHODS = ["auto", "exact", "search", "dbscan"] as const;

/** Open locks that the solve would leave out, so that they are kept alone. */
function isHomeless(problem: Problem): boolean {
  const steps = solveFreely(problem);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const { assignment } = step.value.zoning;
  return problem.bonds.groups.some(
    ({ lock, members: [first] }) => lock !== null && assignment[first] < 0,
  );
}

describe("rules of a person", () => {
  for (const method of METHODS) {
    it(`[R30] locks never move: ${method}`, () => {
      fc.assert(
        fc.property(ruledProblems({ min: 1, max: 14 }), (grid) => {
          const parameters = { ...grid.parameters, method, iterations: 2 };
          const problem = gridProblem({ ...grid, parameters });
          const { zoning } = solveAll(problem);
          const members = membersByDistrict(zoning);
          for (const kept of problem.bonds.kept) {
            const district = zoning.assignment[kept.members[0]];
            expect(members[district]).toEqual(kept.members);
            expect(zoning.districts[district]).toEqual({ id: kept.id, name: kept.name });
          }
          for (const { lock } of problem.bonds.groups) {
            if (lock === null) continue;
            const homes = new Set(lock.compounds.map((i) => zoning.assignment[i]));
            expect(homes.size).toBe(1);
            const [home] = homes;
            expect(zoning.districts[home]).toEqual({ id: lock.id, name: lock.name });
          }
          const ids = zoning.districts.map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
        }),
        { numRuns: 120, seed: 20301 },
      );
    });

    it(`[R31] [R32] [R35] must, never and anchors hold: ${method}`, () => {
      fc.assert(
        fc.property(ruledProblems({ min: 1, max: 14 }), (grid) => {
          const parameters = { ...grid.parameters, method, iterations: 2 };
          const problem = gridProblem({ ...grid, parameters });
          const { zoning, objective } = solveAll(problem);
          const members = membersByDistrict(zoning);
          expect(zoningLevels(problem, zoning)).toEqual(objective.levels);
          for (const { members: group } of problem.bonds.groups)
            expect(new Set(group.map((i) => zoning.assignment[i])).size).toBe(1);
          for (const district of members) {
            const own = new Set(district);
            for (const [a, b] of grid.rules?.neverTogether ?? []) {
              const inLock = grid.rules?.locks.some(
                ({ compounds }) => compounds.includes(a) && compounds.includes(b),
              );
              if (!inLock) expect(own.has(a) && own.has(b)).toBe(false);
            }
            const isKept = problem.bonds.keptOf[district[0]] >= 0;
            const isOpen = district.some(
              (i) => problem.bonds.groups[problem.bonds.groupOf[i]]?.lock,
            );
            if (isKept || isOpen) continue;
            expect(checkDistrict(problem, district)).toEqual([]);
            const anchors = district.filter((i) => problem.participant[i] === 2);
            if (problem.parameters.anchorsAsSeeds) expect(anchors.length).toBeLessThanOrEqual(1);
          }
        }),
        { numRuns: 120, seed: 20302 },
      );
    });
  }

  for (const change of OBJECTIVES) {
    it(`[R3] [R33] exact equals brute force under rules: ${JSON.stringify(change)}`, () => {
      fc.assert(
        fc.property(ruledProblems({ min: 1, max: 8 }), (grid) => {
          const problem = gridProblem({ ...grid, parameters: { ...grid.parameters, ...change } });
          const plan = solveAll(problem);
          if (isHomeless(problem)) return;
          expect(compareLevels(plan.objective.levels, bruteForce(problem))).toBe(0);
          expect(plan.objective.certificate).toBe("optimal");
        }),
        { numRuns: 120, seed: 20303 },
      );
    });
  }

  for (const change of [...OBJECTIVES, { objective: "compact", districts: 2 } as const]) {
    it(`[R4] bound ≤ optimum ≤ search under rules: ${JSON.stringify(change)}`, () => {
      fc.assert(
        fc.property(ruledProblems({ min: 2, max: 8 }), (grid) => {
          const parameters = { ...grid.parameters, ...change, method: "search" as const };
          const problem = gridProblem({ ...grid, parameters });
          const plan = solveAll(problem);
          if (isHomeless(problem)) return;
          const optimum = bruteForce(problem);
          expect(compareLevels(plan.objective.lowerBound, optimum)).toBeLessThanOrEqual(0);
          expect(compareLevels(plan.objective.levels, optimum)).toBeGreaterThanOrEqual(0);
        }),
        { numRuns: 120, seed: 20304 },
      );
    });
  }

  it("[R36] no plan is worse than the valid districts it starts from", () => {
    fc.assert(
      fc.property(ruledProblems({ min: 2, max: 14 }), fc.nat(1000), (grid, seed) => {
        const parameters = { ...grid.parameters, method: "search" as const, iterations: 1 };
        const before = solveAll(gridProblem({ ...grid, parameters: { ...parameters, seed } }));
        const start = before.zoning;
        const problem = gridProblem({ ...grid, parameters, start });
        const steps = solveAll(problem);
        expect(compareLevels(steps.objective.levels, before.objective.levels)).toBeLessThanOrEqual(
          0,
        );
      }),
      { numRuns: 80, seed: 20305 },
    );
  });

  it("[R34] pieces have a node for every group, linked and kept apart like its compounds", () => {
    fc.assert(
      fc.property(ruledProblems({ min: 1, max: 14 }), (grid) => {
        const problem = gridProblem(grid);
        const pieces = createPieces(problem);
        expect(pieces).toHaveLength(problem.components.count);
        for (const piece of pieces) {
          const nodes = Array.from({ length: piece.count }, (_, k) => [
            ...piece.member.subarray(piece.memberStart[k], piece.memberStart[k + 1]),
          ]);
          nodes.forEach((node, k) => {
            const group = problem.bonds.groupOf[node[0]];
            expect(node).toEqual(group < 0 ? [node[0]] : problem.bonds.groups[group].members);
            const next = piece.neighbor.subarray(piece.offset[k], piece.offset[k + 1]);
            const apart = piece.never.subarray(piece.neverStart[k], piece.neverStart[k + 1]);
            nodes.forEach((other, l) => {
              if (l === k) return;
              const both = (rows: { start: Uint32Array; list: Uint32Array }) =>
                node.some((i) =>
                  rows.list
                    .subarray(rows.start[i], rows.start[i + 1])
                    .some((j) => other.includes(j)),
                );
              const { graph, bonds } = problem;
              expect(next.includes(l)).toBe(both({ start: graph.offset, list: graph.neighbor }));
              expect(apart.includes(l)).toBe(
                both({ start: bonds.apart.start, list: bonds.apart.other }),
              );
            });
          });
        }
      }),
      { numRuns: 120, seed: 20306 },
    );
  });
});
