import { describe, expect, it } from "vitest";
import { buildGraph } from "../../src/core/contiguity/build-graph.ts";
import { buildWallFeatures } from "../../src/map/connection-features.ts";
import { box, worldFromPolygons } from "../world-builder.ts";

describe("walls on the map", () => {
  it("the longest stretch of a wall bears the metres of all of it, the others none", () => {
    const notched = [
      [0, 0],
      [50, 0],
      [50, 20],
      [30, 20],
      [30, 40],
      [50, 40],
      [50, 70],
      [0, 70],
    ] as const;
    const world = worldFromPolygons([{ parts: [[notched]] }, { parts: box(52, 0, 40, 70) }]);
    const graph = buildGraph(world, { gapM: 30, links: "gap", added: [], removed: [] });
    const { features } = buildWallFeatures(world, graph, { links: [0], gapM: 30 });
    const labels = features.map(({ properties }) => properties?.metres);
    expect(labels.length).toBeGreaterThan(1);
    const total = Math.round(graph.links.wallM[0] * 10) / 10;
    expect(labels.filter(Boolean)).toEqual([`${total} m`]);
    expect(total).toBeLessThan(100);
  });
});
