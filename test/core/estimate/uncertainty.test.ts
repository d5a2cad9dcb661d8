import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ASSUMPTIONS,
  createDraws,
  estimateBands,
  type FigureKey,
  type UncertainPlan,
} from "../../../src/core/index.ts";
import { gridProblem, gridProblems } from "../../problem-builder.ts";

const FIGURES_TOLD: readonly FigureKey[] = [
  "netCostYuan",
  "costYuan",
  "incomeYuan",
  "staffTotal",
  "worksYuan",
  "breakEvenFeeYuanPerM2Month",
];

function planOf(grid: Parameters<typeof gridProblem>[0]): UncertainPlan {
  const { world, graph, estimator } = gridProblem(grid);
  const half = Math.ceil(world.compounds.length / 2);
  const all = world.compounds.map((_, i) => i);
  return {
    world,
    graph,
    values: estimator.values,
    districts: [all.slice(0, half), all.slice(half), []],
    ownOf: [undefined, { fee_plan: 0.8 }, undefined],
    byCompound: new Map([[0, { coll_plan: 0.5 }]]),
    assumptions: ASSUMPTIONS,
  };
}

describe("uncertainty", () => {
  it("[E22] bands contain what is assumed, and a wider spread contains a narrower one", () => {
    fc.assert(
      fc.property(
        gridProblems({ min: 2, max: 8 }),
        fc.tuple(
          fc.double({ min: 0, max: 1, noNaN: true }),
          fc.double({ min: 0, max: 1, noNaN: true }),
        ),
        (grid, spreads) => {
          const plan = planOf(grid);
          const [narrow, wide] = [...spreads]
            .sort((a, b) => a - b)
            .map((s) => estimateBands(plan, s));
          narrow.forEach((bands, d) => {
            const outer = wide[d];
            if (!bands || !outer) {
              expect(plan.districts[d]).toEqual([]);
              return;
            }
            for (const key of FIGURES_TOLD) {
              const { low, default: now, high } = bands[key];
              expect(low).toBeLessThanOrEqual(now);
              expect(high).toBeGreaterThanOrEqual(now);
              // whole yuan and whole posts: lines are rounded one by one
              const slack = key.endsWith("Yuan") ? 20 : 1e-3;
              expect(outer[key].low, key).toBeLessThanOrEqual(low + slack);
              expect(outer[key].high, key).toBeGreaterThanOrEqual(high - slack);
            }
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it("[E23] the same seed gives the same odds; more certain money never lowers them", () => {
    fc.assert(
      fc.property(gridProblems({ min: 2, max: 6 }), fc.integer(), (grid, seed) => {
        const plan = planOf(grid);
        const run = (p: UncertainPlan) => {
          const draws = createDraws(p, seed);
          for (let k = 0; k < 20; k++) draws.next();
          return draws.odds();
        };
        const odds = run(plan);
        expect(run(plan)).toEqual(odds);
        expect(odds.districts[2]).toBeNull();
        for (const one of [...odds.districts.slice(0, 2), odds.all]) {
          if (!one) continue;
          expect(one.p10Yuan).toBeLessThanOrEqual(one.p50Yuan);
          expect(one.p50Yuan).toBeLessThanOrEqual(one.p90Yuan);
          expect(one.coveredWithSubsidy).toBeGreaterThanOrEqual(one.covered);
        }
      }),
      { numRuns: 40 },
    );
  });
});
