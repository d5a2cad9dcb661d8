import { describe, expect, it } from "vitest";
import { buildGraph } from "../../../src/core/contiguity/build-graph.ts";
import { labelComponents } from "../../../src/core/contiguity/components.ts";
import { box, worldFromPolygons } from "../../world-builder.ts";

/** Two rows far apart: 0, 2, 4 above and 1, 3, 5 below, each a chain from left to right. */
const graph = buildGraph(
  worldFromPolygons(
    [0, 1, 2, 3, 4, 5].map((i) => ({ parts: box(Math.floor(i / 2) * 50, (i % 2) * 500, 40, 40) })),
  ),
  { gapM: 30, links: "gap", added: [], removed: [] },
);

describe("labelComponents", () => {
  it("[C15] labels pieces by their smallest member", () => {
    const { count, label, size } = labelComponents(graph);
    expect(count).toBe(2);
    expect([...label]).toEqual([0, 1, 0, 1, 0, 1]);
    expect([...size]).toEqual([3, 3]);
  });

  it("[C15] inactive compounds have label −1 and carry no link", () => {
    const { label, size } = labelComponents(graph, { active: Uint8Array.of(1, 1, 0, 1, 1, 1) });
    expect([...label]).toEqual([0, 1, -1, 1, 2, 1]);
    expect([...size]).toEqual([1, 3, 1]);
  });

  it("[C15] links count only inside one cell", () => {
    const { label, size } = labelComponents(graph, { cell: Int32Array.of(7, 7, 7, 8, 8, 8) });
    expect([...label]).toEqual([0, 1, 0, 2, 3, 2]);
    expect([...size]).toEqual([2, 1, 2, 1]);
  });
});
