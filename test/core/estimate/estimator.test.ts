import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ASSUMPTIONS,
  type AssumptionKey,
  createEstimator,
  FIGURES,
  type FigureKey,
  readFigure,
  resolveAssumptions,
} from "../../../src/core/index.ts";
import { graphFromEdges } from "../../graph-builder.ts";
import { gridProblem, gridProblems } from "../../problem-builder.ts";
import { box, worldFromPolygons } from "../../world-builder.ts";

const DEFAULTS = resolveAssumptions({});

/** n equal compounds of 9 000 m², 112 households, side by side with shared walls of 40 m. */
function rowOf(n: number, assumptions = DEFAULTS) {
  const world = worldFromPolygons(
    Array.from({ length: n }, (_, i) => ({
      parts: box(i * 60, 0, 58, 58),
      households: 112,
      floorAreaM2: 9_000,
      gates: 1,
      parkingSpaces: 33,
      cars: 61,
    })),
  );
  const edges = Array.from({ length: n - 1 }, (_, i) => ({ a: i, b: i + 1, wallM: 40 }));
  return createEstimator(world, graphFromEdges(n, edges), assumptions);
}

describe("estimate of a compound and a district", () => {
  it("[E1] one compound of 0.9 × 10⁴ m² at 基本: six posts, line by line", () => {
    const e = rowOf(1).district([0]);
    expect(e.staff).toEqual({
      controlRoom: 3,
      gateGuards: 0,
      patrol: 0,
      cleaners: 1,
      fixers: 1,
      service: 1,
      managers: 0,
      total: 6,
    });
    expect(e.wagesYuan).toBe(3 * 30_000 + 25_200 + 42_000 + 36_000);
    expect(e.feeReceivableYuan).toBe(Math.round(9_000 * 0.5 * 12 * 0.96));
    expect(e.feeIncomeYuan).toBe(Math.round(9_000 * 0.5 * 12 * 0.96 * 0.75));
    expect(e.parkingIncomeYuan).toBe(Math.round((31 * 60 * 0.8 + 33 * 15) * 12));
    expect(e.otherIncomeYuan).toBe(Math.round(112 * 25 * 0.7));
    const direct = 193_200 + 4_500 + 24_000 + 6_500;
    const tax = Math.round(e.feeIncomeYuan * 0.03);
    const works = 80_000 / 10 + (5 * 1_200) / 10;
    expect(e.costYuan).toBe(
      direct + Math.round(direct * 0.08) + Math.round(direct * 0.06) + tax + works,
    );
    expect(e.netCostYuan).toBe(e.costYuan - e.incomeYuan);
  });

  it("[E2] posts per 10⁴ m² follow the calibration table of small and large sites within 15 %", () => {
    const table: [floorAreaM2: number, staffPer10k: number][] = [
      [9_000, 6.7],
      [30_000, 3.2],
      [70_000, 2.3],
      [112_000, 2.0],
      [150_000, 2.0],
    ];
    for (const [floorAreaM2, expected] of table) {
      const world = worldFromPolygons([
        { parts: box(0, 0, 100, 100), floorAreaM2, households: Math.round(floorAreaM2 / 80) },
      ]);
      const e = createEstimator(world, graphFromEdges(1, []), DEFAULTS).district([0]);
      const staffPer10k = e.staff.total / (floorAreaM2 / 10_000);
      expect(Math.abs(staffPer10k / expected - 1)).toBeLessThan(0.15);
    }
  });

  it("[E3] six compounds pooled cost less than six alone and still do not break even by themselves", () => {
    const e = rowOf(6).district([0, 1, 2, 3, 4, 5]);
    expect(e.costYuan).toBeLessThan(e.aloneCostYuan);
    expect(e.netCostYuan).toBeGreaterThan(0);
    expect(e.gatesBefore).toBe(6);
    expect(e.gatesAfter).toBe(2);
    expect(e.wallOpenedM).toBe(200);
  });

  it("[E12] a ring of shared walls opens by its cheapest spanning walls, never all", () => {
    const world = worldFromPolygons([0, 1, 2].map((i) => ({ parts: box(i * 60, 0, 58, 58) })));
    const graph = graphFromEdges(3, [
      { a: 0, b: 1, wallM: 30 },
      { a: 0, b: 2, wallM: 50 },
      { a: 1, b: 2, wallM: 20 },
    ]);
    expect(createEstimator(world, graph, DEFAULTS).district([0, 1, 2]).wallOpenedM).toBe(50);
  });

  it("[E4] the break-even fee closes the gap exactly when everybody pays it", () => {
    const fee = rowOf(3).district([0, 1, 2]).breakEvenFeeYuanPerM2Month;
    const again = rowOf(3, resolveAssumptions({ fee_plan: fee })).district([0, 1, 2]);
    expect(Math.abs(again.netCostYuan)).toBeLessThanOrEqual(6);
  });

  it("[E5] unknown or negative assumptions are refused", () => {
    expect(() => resolveAssumptions({ fee_plan: -1 })).toThrow(/fee_plan/);
    const unknown = { nonsense: 1 } as unknown as Parameters<typeof resolveAssumptions>[0];
    expect(() => resolveAssumptions(unknown)).toThrow(/nonsense/);
  });

  it("[E6] every assumption lies between its low and its high; every figure is traced", () => {
    for (const a of ASSUMPTIONS) {
      expect(a.low).toBeLessThanOrEqual(a.default);
      expect(a.default).toBeLessThanOrEqual(a.high);
      expect(a.source.zh.length).toBeGreaterThan(1);
      expect(a.source.en.length).toBeGreaterThan(1);
    }
    const estimate = rowOf(1).district([0]);
    const keys = Object.keys(FIGURES) as FigureKey[];
    const plain = Object.keys(estimate).filter((key) => key !== "staff" && key !== "serviceLevel");
    expect(plain.filter((key) => !Object.hasOwn(FIGURES, key))).toEqual([]);
    for (const key of keys) {
      expect(Number.isFinite(readFigure(estimate, key)), key).toBe(true);
      expect(FIGURES[key].inputs.every((input) => Object.hasOwn(FIGURES, input))).toBe(true);
    }
    const known = new Set<string>(ASSUMPTIONS.map((a) => a.key));
    const used = new Set<string>(Object.values(FIGURES).flatMap((f) => [...f.assumptions]));
    expect([...used].filter((key) => !known.has(key))).toEqual([]);
    expect([...known].filter((key) => !used.has(key))).toEqual([]);
  });
});

describe("estimate laws", () => {
  const grids = gridProblems({ min: 1, max: 12 });
  const everybody = (n: number) => Array.from({ length: n }, (_, i) => i);

  it("[E7] extensive figures of a district equal the sum of its compounds'", () => {
    fc.assert(
      fc.property(grids, (grid) => {
        const { estimator, world } = gridProblem(grid);
        const members = everybody(world.compounds.length);
        const e = estimator.district(members);
        const parts = members.map((i) => estimator.compound(i));
        for (const key of [
          "feeIncomeYuan",
          "parkingIncomeYuan",
          "otherIncomeYuan",
          "subsidyYuan",
          "materialYuan",
          "parkingDemand",
          "parkingSupply",
          "statusQuoIncomeYuan",
          "aloneCostYuan",
          "aloneNetCostYuan",
          "feeReceivableYuan",
          "workloadM2",
          "fundNeedYuan",
          "fundRenewals",
          "publicRealmYuan",
          "perimeterM",
        ] as const) {
          const whole = key === "perimeterM" ? e.perimeterBeforeM : e[key];
          expect(whole).toBe(parts.reduce((sum, part) => sum + part[key], 0));
        }
        expect(e.incomeYuan).toBe(
          e.feeIncomeYuan + e.parkingIncomeYuan + e.sharedParkingYuan + e.otherIncomeYuan,
        );
      }),
    );
  });

  it("[E8] the fast net cost equals the full estimate and does not depend on member order", () => {
    fc.assert(
      fc.property(grids, (grid) => {
        const { estimator, world } = gridProblem(grid);
        const members = everybody(world.compounds.length);
        const net = estimator.district(members).netCostYuan;
        expect(estimator.netCostYuan(members, members.length)).toBe(net);
        expect(estimator.netCostYuan([...members].reverse(), members.length)).toBe(net);
      }),
    );
  });

  it("[E9] zero assumptions give zero money", () => {
    const zeros = Object.fromEntries(ASSUMPTIONS.map((a) => [a.key, 0]));
    fc.assert(
      fc.property(grids, (grid) => {
        const { estimator, world } = gridProblem({ ...grid, assumptions: zeros });
        const e = estimator.district(everybody(world.compounds.length));
        expect([e.costYuan, e.incomeYuan, e.netCostYuan, e.subsidyYuan]).toEqual([0, 0, 0, 0]);
        expect(e.staff.total).toBe(0);
      }),
    );
  });

  it("[E10] more wage never costs less; more fee never earns less", () => {
    const wages: AssumptionKey[] = ["w_guard", "w_clean", "w_fix", "w_cs", "w_mgr", "wage_region"];
    fc.assert(
      fc.property(
        grids,
        fc.constantFrom(...wages),
        fc.double({ min: 1, max: 3, noNaN: true }),
        (grid, key, factor) => {
          const members = everybody(grid.ledger.length);
          const base = gridProblem(grid).estimator.district(members);
          const dearer = { [key]: DEFAULTS[key] * factor };
          const more = gridProblem({ ...grid, assumptions: dearer }).estimator.district(members);
          expect(more.costYuan).toBeGreaterThanOrEqual(base.costYuan);
          const fee = gridProblem({ ...grid, assumptions: { fee_plan: 0.5 * factor } });
          expect(fee.estimator.district(members).incomeYuan).toBeGreaterThanOrEqual(
            base.incomeYuan,
          );
        },
      ),
    );
  });
});
