import { describe, expect, it } from "vitest";
import { buildGraph } from "../../../src/core/contiguity/build-graph.ts";
import { explainPair } from "../../../src/core/contiguity/explain-pair.ts";
import { box, worldFromPolygons } from "../../world-builder.ts";

const WORLD = worldFromPolygons(
  [0, 52, 120, 400].map((x) => ({ parts: box(x, 0, 50, 50) })),
  {
    barriers: [
      {
        paths: [
          [
            [110, -20],
            [110, 80],
          ],
        ],
        barrierClass: "hard",
        id: "river",
      },
    ],
  },
);
const GRAPH = buildGraph(WORLD, { gapM: 30, links: "gap", added: [], removed: [] });
const explain = (a: number, b: number, graph = GRAPH) =>
  explainPair(WORLD, graph, { pair: [a, b], gapM: 30 });

describe("explainPair", () => {
  it("[C19] a link: gap, facing length and the wall between", () => {
    const story = explain(1, 0);
    expect(story).toMatchObject({ standing: "link", a: 0, b: 1, byHand: false, severing: [] });
    expect(story.gapM).toBeCloseTo(2, 3);
    expect(story.wallM).toBeCloseTo(52, 1);
    expect(story.line[0][0]).toBeLessThan(story.line[1][0]);
  });

  it("[C19] a cut names the barrier that severs it and where", () => {
    const story = explain(1, 2);
    expect(story).toMatchObject({ standing: "cut", severing: [0] });
    expect(story.barriers.map(({ barrier }) => barrier.id)).toEqual(["river"]);
    expect(story.barriers[0].at[0]).toBeCloseTo(110, 3);
  });

  it("[C19] a pair beyond the gap is measured all the same", () => {
    const story = explain(2, 3);
    expect(story).toMatchObject({ standing: "apart", facingM: 0, wallM: 0, barriers: [] });
    expect(story.gapM).toBeCloseTo(230, 2);
  });

  it("[C9] what a person decided is said", () => {
    const options = { gapM: 30, links: "gap", added: [[2, 3]], removed: [[0, 1]] } as const;
    const graph = buildGraph(WORLD, options);
    expect(explain(2, 3, graph)).toMatchObject({ standing: "link", byHand: true });
    expect(explain(0, 1, graph)).toMatchObject({ standing: "cut", byHand: true, severing: [] });
  });

  it("throws for a compound and itself", () => {
    expect(() => explain(1, 1)).toThrow("no pair");
  });
});
