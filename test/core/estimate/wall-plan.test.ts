import { describe, expect, it } from "vitest";
import { createWallPlanner } from "../../../src/core/estimate/wall-plan.ts";
import { graphFromEdges } from "../../graph-builder.ts";

describe("createWallPlanner", () => {
  it("[E12] names the links it opens: the cheapest that join each walled-off cluster", () => {
    const graph = graphFromEdges(5, [
      { a: 0, b: 1, wallM: 30 },
      { a: 0, b: 2, wallM: 20 },
      { a: 1, b: 2, wallM: 10 },
      { a: 2, b: 3, wallM: 0 },
      { a: 3, b: 4, wallM: 5 },
    ]);
    const planner = createWallPlanner(graph, 4);
    const plan = planner.plan([0, 1, 2, 3, 4], 5);
    const pairs = Array.from(plan.links.subarray(0, plan.opened), (l) => [
      graph.links.a[l],
      graph.links.b[l],
    ]);
    expect(pairs).toEqual([
      [3, 4],
      [1, 2],
      [0, 2],
    ]);
    expect(plan.lengthM).toBe(35);
    expect(plan.opened).toBe(3);
    expect(plan.usableM).toBe(1 + 6 + 16);
    expect(planner.plan([2, 3], 2).opened).toBe(0);
  });
});
