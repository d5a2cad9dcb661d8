import { describe, expect, it } from "vitest";
import {
  ASSUMPTIONS,
  addBands,
  estimateBands,
  type PlanBands,
  readFigure,
} from "../../../src/core/index.ts";
import { gridProblem } from "../../problem-builder.ts";

const { world, graph, estimator } = gridProblem({
  columns: 3,
  edges: [],
  ledger: [8_000, 12_000, 20_000].map((floorAreaM2) => ({ households: 100, floorAreaM2 })),
});
const districts = [[0, 1], [], [2]];
const bands = estimateBands({
  world,
  graph,
  districts,
  values: estimator.values,
  ownOf: [undefined, undefined, undefined],
  byCompound: new Map(),
  assumptions: ASSUMPTIONS,
});

describe("bands of a whole plan", () => {
  it("[E40] are the sums of its districts', empty districts counting nothing", () => {
    const plan = addBands(bands);
    const used = districts.filter((members) => members.length > 0);
    for (const key of Object.keys(plan) as (keyof PlanBands)[]) {
      const now = used.reduce(
        (sum, members) => sum + readFigure(estimator.district(members), key),
        0,
      );
      expect([key, plan[key].default]).toEqual([key, now]);
      for (const end of ["low", "high"] as const)
        expect(plan[key][end]).toBe((bands[0]?.[key][end] ?? 0) + (bands[2]?.[key][end] ?? 0));
    }
  });
});
