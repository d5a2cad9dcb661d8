import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { yearsOfFund } from "../../../src/core/estimate/fund.ts";
import { shareOut } from "../../../src/core/estimate/share-out.ts";
import {
  ASSUMPTIONS,
  type AssumptionValues,
  createEstimator,
  resolveAssumptions,
} from "../../../src/core/index.ts";
import { graphFromEdges } from "../../graph-builder.ts";
import { gridProblem, gridProblems } from "../../problem-builder.ts";
import { box, worldFromPolygons } from "../../world-builder.ts";

const grids = gridProblems({ min: 1, max: 12 });
const levels = fc.constantFrom(0, 1, 2);
const everybody = (n: number) => Array.from({ length: n }, (_, i) => i);

describe("ledgers", () => {
  it("[E13] cost lines, income lines and works add up to the yuan at every service level", () => {
    fc.assert(
      fc.property(grids, levels, (grid, service_level) => {
        const { estimator } = gridProblem({ ...grid, assumptions: { service_level } });
        const e = estimator.district(everybody(grid.ledger.length));
        expect(e.costYuan).toBe(
          e.wagesYuan +
            e.onCallYuan +
            e.materialYuan +
            e.officeYuan +
            e.gatesYuan +
            e.overheadYuan +
            e.marginYuan +
            e.taxYuan +
            e.wallsYuan +
            e.roomYuan +
            e.camerasYuan +
            e.spacesYuan +
            e.spanPenaltyYuan +
            e.sizePenaltyYuan,
        );
        expect(e.netCostYuan).toBe(e.costYuan - e.incomeYuan);
        expect(e.worksYuan).toBe(
          e.wallWorksYuan +
            e.gateWorksYuan +
            e.roomWorksYuan +
            e.cameraWorksYuan +
            e.spaceWorksYuan,
        );
        expect(e.savingYuan).toBe(e.aloneCostYuan - e.costYuan);
      }),
    );
  });

  it("[E14] accounts of members balance to the district, and shares to their total", () => {
    fc.assert(
      fc.property(grids, levels, (grid, service_level) => {
        const { estimator } = gridProblem({ ...grid, assumptions: { service_level } });
        const members = everybody(grid.ledger.length);
        const e = estimator.district(members);
        const sum = (values: number[]) => values.reduce((s, x) => s + x, 0);
        const accounts = estimator.accounts(members);
        expect(sum(accounts.map((a) => a.balanceYuan))).toBe(-e.netCostYuan);
        expect(sum(accounts.map((a) => a.costShareYuan))).toBe(e.costYuan);
        expect(sum(accounts.map((a) => a.savingYuan))).toBe(e.savingYuan);
        expect(sum(accounts.map((a) => a.collectedNowYuan))).toBe(e.statusQuoIncomeYuan);
      }),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 1, maxLength: 20 }),
        (total, weights) => {
          const parts = shareOut(total, weights);
          expect(parts.reduce((s, x) => s + x, 0)).toBe(total);
          const all = weights.reduce((s, x) => s + x, 0);
          parts.forEach((part, k) => {
            const exact = all > 0 ? (total * weights[k]) / all : total / weights.length;
            expect(Math.abs(part - exact)).toBeLessThanOrEqual(1);
          });
        },
      ),
    );
  });

  it("[E15] a fund lasts as long as drawing it down year by year", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5_000_000 }),
        fc.integer({ min: 1_000, max: 400_000 }),
        fc.constantFrom(0, 0.0035, 0.015, 0.0275),
        (balance, need, interest) => {
          let left = balance;
          let years = 0;
          while (left > 0 && years < 99) {
            left = left * (1 + interest) - need;
            if (left >= 0) years++;
          }
          const found = yearsOfFund(balance, need, interest);
          expect(found).toBeGreaterThanOrEqual(Math.min(99, years) - 0.11);
          expect(found).toBeLessThanOrEqual(Math.min(99, years + 1) + 0.11);
        },
      ),
    );
    expect(yearsOfFund(0, 5, 0.01)).toBe(0);
    expect(yearsOfFund(1000, 5, 0.01)).toBe(99);
  });

  it("[E16] the fund of one member never lengthens another's, and public money is no income", () => {
    const two = (funds: readonly [number, number], assumptions: Partial<AssumptionValues> = {}) => {
      const world = worldFromPolygons(
        funds.map((fundBalanceYuan, i) => ({
          parts: box(i * 60, 0, 58, 58),
          floorAreaM2: 9_000,
          households: 110,
          fundBalanceYuan,
        })),
      );
      const graph = graphFromEdges(2, [{ a: 0, b: 1, wallM: 40 }]);
      return createEstimator(world, graph, resolveAssumptions(assumptions)).district([0, 1]);
    };
    const poor = two([0, 0]);
    const rich = two([0, 9_000_000]);
    expect(rich.fundYears).toBe(poor.fundYears);
    expect(rich.fundRenewals).toBe(poor.fundRenewals - 1);
    expect(rich.netCostYuan).toBe(poor.netCostYuan);
    const paid = two([0, 0], { subsidy: 0.2, public_in_ratio: 1 });
    expect(paid.subsidyYuan).toBe(18_000 * 0.2 * 12);
    expect(paid.publicRealmYuan).toBeGreaterThan(0);
    expect([paid.costYuan, paid.incomeYuan]).toEqual([poor.costYuan, poor.incomeYuan]);
    expect(paid.uncoveredYuan).toBe(Math.max(0, paid.netCostYuan - paid.subsidyYuan));
  });

  it("[E17] in the years ahead collection rises to the plan, subsidy tapers to nothing, the last year is the estimate", () => {
    fc.assert(
      fc.property(grids, (grid) => {
        const { estimator } = gridProblem(grid);
        const members = everybody(grid.ledger.length);
        const e = estimator.district(members);
        const path = estimator.path(members);
        for (let k = 1; k < path.length; k++) {
          expect(path[k].subsidyYuan).toBeLessThanOrEqual(path[k - 1].subsidyYuan);
        }
        expect(path[0].subsidyYuan).toBe(e.subsidyYuan);
        expect(path[4].subsidyYuan).toBe(0);
        for (const year of path) expect(year.netCostYuan).toBe(year.costYuan - year.incomeYuan);
        if (grid.ledger.length === 1)
          expect(path[4].incomeYuan).toBeGreaterThanOrEqual(e.incomeYuan);
      }),
    );
  });

  it("[E18] each assumption moves the net cost the way it says", () => {
    const moving = ASSUMPTIONS.filter(
      ({ effect, key }) => effect !== 0 && key !== "reference_year",
    );
    fc.assert(
      fc.property(grids, levels, fc.constantFrom(...moving), (grid, service_level, a) => {
        const net = (value: number) =>
          gridProblem({
            ...grid,
            assumptions: { service_level, [a.key]: value },
          }).estimator.district(everybody(grid.ledger.length)).netCostYuan;
        // Lines are rounded one by one: a yuan each way and compound.
        const slack = 8 + grid.ledger.length;
        const change = (net(a.high) - net(a.low)) * a.effect;
        expect(change, a.key).toBeGreaterThanOrEqual(-slack);
      }),
      { numRuns: 1500 },
    );
  });

  it("[E19] a closed gate saves its own posts and upkeep; office and control room are saved once per site pooled", () => {
    const row = (n: number, service_level: number) => {
      const world = worldFromPolygons(
        Array.from({ length: n }, (_, i) => ({
          parts: box(i * 60, 0, 58, 58),
          floorAreaM2: 9_000,
          households: 112,
          gates: 1,
        })),
      );
      const edges = Array.from({ length: n - 1 }, (_, i) => ({ a: i, b: i + 1, wallM: 40 }));
      const values = resolveAssumptions({ service_level });
      return createEstimator(world, graphFromEdges(n, edges), values);
    };
    for (const level of [1, 2]) {
      const pooled = row(6, level).district([0, 1, 2, 3, 4, 5]);
      const single = row(1, level).district([0]);
      expect(pooled.gatesAfter).toBe(2);
      expect(6 * single.gatesYuan - pooled.gatesYuan).toBe(4 * 6_500);
      expect(6 * single.officeYuan - pooled.officeYuan).toBe(5 * 24_000);
      const rooms = 6 * single.staff.controlRoom - pooled.staff.controlRoom;
      expect(rooms).toBe(level === 1 ? 15 : 0);
      const guards = 6 * single.staff.gateGuards - pooled.staff.gateGuards;
      expect(guards).toBe(level === 1 ? 0 : 12);
    }
  });
});
