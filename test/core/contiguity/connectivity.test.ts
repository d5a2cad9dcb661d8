import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildGraph } from "../../../src/core/contiguity/build-graph.ts";
import { labelComponents } from "../../../src/core/contiguity/components.ts";
import { createConnectivity } from "../../../src/core/contiguity/connectivity.ts";
import { box, worldFromPolygons } from "../../world-builder.ts";

const SIDE = 4;
const graph = buildGraph(
  worldFromPolygons(
    Array.from({ length: SIDE * SIDE }, (_, i) => ({
      parts: box((i % SIDE) * 50, Math.floor(i / SIDE) * 50, 40, 40),
    })),
  ),
  { gapM: 10, links: "gap", added: [], removed: [] },
);
const members = fc.uniqueArray(fc.integer({ min: 0, max: SIDE * SIDE - 1 }));

function piecesOf(chosen: readonly number[]): number {
  const active = new Uint8Array(graph.count);
  for (const i of chosen) active[i] = 1;
  return labelComponents(graph, { active }).count;
}

describe("createConnectivity", () => {
  it("[C16] equals the components of the induced subgraph, question after question", () => {
    const ask = createConnectivity(graph);
    fc.assert(
      fc.property(members, (chosen) => {
        expect(ask.connected(chosen, chosen.length)).toBe(piecesOf(chosen) <= 1);
        for (const without of chosen) {
          const rest = chosen.filter((i) => i !== without);
          expect(ask.staysConnected(chosen, chosen.length, without)).toBe(piecesOf(rest) <= 1);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("[C16] looks at the first `count` only", () => {
    const ask = createConnectivity(graph);
    expect(ask.connected(Int32Array.of(0, 1, 15), 2)).toBe(true);
    expect(ask.connected(Int32Array.of(0, 1, 15), 3)).toBe(false);
    expect(ask.connected([], 0)).toBe(true);
  });
});
