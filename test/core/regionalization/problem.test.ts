import { describe, expect, it } from "vitest";
import {
  LEFT_OUT_REASONS,
  type Limits,
  type Plan,
  type Problem,
  solve,
} from "../../../src/core/index.ts";
import { gridProblem } from "../../problem-builder.ts";

function run(problem: Problem): Plan {
  const steps = solve(problem);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const LIMITS: Limits = {
  minHouseholds: 300,
  idealHouseholds: 800,
  maxHouseholds: 1500,
  minFloorAreaM2: null,
  idealFloorAreaM2: null,
  maxFloorAreaM2: null,
  maxCompounds: null,
  maxSpanM: null,
  maxBreakEvenFeeYuanPerM2Month: null,
};

describe("problem and plan", () => {
  it("[R74] without a wanted number compact aims at what the ideal suggests", () => {
    const countFor = (limits: Partial<Limits>, districts: number | null = null) =>
      gridProblem({
        columns: 4,
        edges: [],
        ledger: Array.from({ length: 8 }, () => ({ households: 300, floorAreaM2: 20_000 })),
        parameters: {
          objective: "compact",
          districts,
          agedBefore: null,
          limits: { ...LIMITS, ...limits },
        },
      }).objective.targetCount;
    expect(countFor({ idealHouseholds: 600 })).toBe(4);
    const none = { idealHouseholds: null };
    expect(countFor(none)).toBe(3);
    expect(countFor({ ...none, idealFloorAreaM2: 80_000 })).toBe(2);
    expect(countFor({}, 5)).toBe(5);
  });

  it("[R2] old, undated and anchor compounds take part; young ones are context", () => {
    const problem = gridProblem({
      columns: 4,
      edges: [],
      ledger: [
        { builtYear: 1990 },
        { builtYear: null },
        { builtYear: 2010 },
        { builtYear: 2010, anchor: true },
      ],
    });
    expect([...problem.participant]).toEqual([1, 1, 0, 2]);
    const plan = run(problem);
    expect(plan.zoning.assignment[2]).toBe(-1);
    expect(LEFT_OUT_REASONS[plan.zoning.reason[2]]).toBe("not-aged");
    expect(plan.leftOut.map((left) => left.compound)).not.toContain(2);
  });

  it("[R1] inside one 街道 a district may join 社区, across a 街道 line it may not", () => {
    const plan = (envelope: "community" | "street" | "terrain") =>
      run(
        gridProblem({
          columns: 3,
          edges: [],
          ledger: [
            { households: 200, community: "A", street: "北" },
            { households: 200, community: "B", street: "北" },
            { households: 200, community: "C", street: "南" },
          ],
          parameters: { envelope, limits: LIMITS },
        }),
      );
    expect([...plan("community").zoning.assignment]).toEqual([-1, -1, -1]);
    expect([...plan("street").zoning.assignment]).toEqual([0, 0, -1]);
    expect([...plan("terrain").zoning.assignment]).toEqual([0, 0, 0]);
  });

  it("[R10] a compound too large alone is left out and joins nobody", () => {
    const plan = run(
      gridProblem({
        columns: 3,
        edges: [],
        ledger: [{ households: 200 }, { households: 1600 }, { households: 200 }],
        parameters: { limits: LIMITS },
      }),
    );
    expect([...plan.zoning.assignment]).toEqual([-1, -1, -1]);
    expect(plan.leftOut.map((left) => left.reason)).toEqual([
      "isolate",
      "exceeds-limit",
      "isolate",
    ]);
    expect(plan.leftOut[1].relaxation).toEqual({
      what: "max-households",
      from: 1500,
      to: 1600,
      verified: true,
    });
    expect(plan.leftOut[0].relaxation).toEqual({
      what: "min-households",
      from: 300,
      to: 200,
      verified: true,
    });
  });

  it("[R1] the envelope holds: neighbours of two communities stay apart", () => {
    const ledger = [
      { households: 400, community: "A", communityName: "甲社区" },
      { households: 400, community: "B", communityName: "乙社区" },
    ];
    const inside = run(
      gridProblem({
        columns: 2,
        edges: [],
        ledger,
        parameters: { envelope: "community", limits: LIMITS },
      }),
    );
    expect(inside.zoning.districts.map((d) => d.name)).toEqual(["甲社区", "乙社区"]);
    const across = run(
      gridProblem({
        columns: 2,
        edges: [],
        ledger,
        parameters: { envelope: "terrain", limits: LIMITS },
      }),
    );
    expect(across.zoning.districts).toHaveLength(1);
  });

  it("[R11] limits the data cannot meet are reported with the nearest value that works", () => {
    const problem = gridProblem({
      columns: 2,
      edges: [],
      ledger: [{ households: 120 }, { households: 130 }],
      parameters: { limits: { ...LIMITS, minHouseholds: 2000, maxHouseholds: 100 } },
    });
    expect(problem.issues.map((i) => [i.code, i.args.nearest])).toEqual([
      ["limit-min-above-max", undefined],
      ["limit-min-unreachable", 0],
      ["limit-max-unreachable", 120],
    ]);
  });

  it("[R1] compact reaches the wanted number of districts where the limits allow it", () => {
    const ledger = Array.from({ length: 12 }, () => ({ households: 200 }));
    for (const districts of [2, 3, 4]) {
      const plan = run(
        gridProblem({
          columns: 4,
          edges: [],
          ledger,
          parameters: { objective: "compact", districts, limits: LIMITS },
        }),
      );
      expect(plan.zoning.districts).toHaveLength(districts);
      expect(plan.objective.levels.slice(0, 2)).toEqual([0, 0]);
    }
  });

  it("[R11] compact with an ideal of 0 households still has a finite number of districts to aim at", () => {
    const plan = run(
      gridProblem({
        columns: 2,
        edges: [],
        ledger: [{ households: 400 }, { households: 400 }],
        parameters: { objective: "compact", limits: { ...LIMITS, idealHouseholds: 0 } },
      }),
    );
    expect(plan.objective.levels.every(Number.isFinite)).toBe(true);
  });

  it("[R1] the DBSCAN baseline obeys the same limits and never beats the planner", () => {
    const ledger = Array.from({ length: 16 }, (_, i) => ({ households: 100 + 20 * (i % 5) }));
    const grid = { columns: 4, edges: [], ledger };
    const baseline = run(
      gridProblem({ ...grid, parameters: { limits: LIMITS, method: "dbscan" } }),
    );
    const planned = run(gridProblem({ ...grid, parameters: { limits: LIMITS } }));
    expect(planned.objective.levels[0]).toBeLessThanOrEqual(baseline.objective.levels[0]);
    expect(planned.objective.certificate).toBe("optimal");
  });
});
