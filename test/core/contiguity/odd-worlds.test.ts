import { describe, expect, it } from "vitest";
import { buildGraph } from "../../../src/core/contiguity/build-graph.ts";
import { explainComponents } from "../../../src/core/contiguity/explain-component.ts";
import type { ContiguityOptions } from "../../../src/core/contiguity/graph.ts";
import { updateGraph } from "../../../src/core/contiguity/update-graph.ts";
import { box, type Point, worldFromPolygons } from "../../world-builder.ts";

const OPTIONS: ContiguityOptions = { gapM: 30, links: "gap", added: [], removed: [] };
const STREET: readonly Point[] = [
  [55, -50],
  [55, 150],
];

/** Two compounds 10 m apart with an arterial between them. */
function acrossStreet(crossings: readonly Point[]) {
  return worldFromPolygons([{ parts: box(0, 0, 50, 50) }, { parts: box(60, 0, 50, 50) }], {
    barriers: [{ paths: [STREET], barrierClass: "hard" }],
    crossings,
  });
}

describe("graph of odd worlds", () => {
  it("[C8] nothing, and one compound alone", () => {
    expect(buildGraph(worldFromPolygons([]), OPTIONS)).toMatchObject({ count: 0 });
    const one = worldFromPolygons([{ parts: box(0, 0, 50, 50) }]);
    const graph = buildGraph(one, OPTIONS);
    expect([graph.links.count, graph.cuts.count, ...graph.offset]).toEqual([0, 0, 0, 0]);
    const [story] = explainComponents(one, graph, { gapM: 30 });
    expect(story.reason).toBe("alone");
  });

  it("[C8] compounds repeated exactly: each pair once, at 0 m, whatever lies on them", () => {
    const copies = 60;
    const world = worldFromPolygons(
      Array.from({ length: copies }, () => ({ parts: box(0, 0, 50, 50) })),
      { barriers: [{ paths: [STREET], barrierClass: "hard" }] },
    );
    const { links, cuts } = buildGraph(world, OPTIONS);
    expect(links.count).toBe((copies * (copies - 1)) / 2);
    expect(cuts.count).toBe(0);
    expect(Math.max(...links.gapM)).toBe(0);
  });

  it("[C4] ten thousand crossings at one place count as one", () => {
    const near = buildGraph(acrossStreet([[55, 70]]), OPTIONS);
    const world = acrossStreet(Array.from({ length: 10_000 }, (): Point => [55, 70]));
    const many = buildGraph(world, OPTIONS);
    expect(near.links.needsCrossing).toEqual(new Uint8Array([1]));
    expect(many).toEqual(near);
    const [first, ...rest] = world.crossings;
    const change = { kind: "crossing", crossing: first } as const;
    const fewer = { ...world, crossings: rest };
    expect(updateGraph(many, fewer, { ...OPTIONS, change })).toEqual(near);
  });

  it("[C17] one change makes many rows at once: the first, the last and neighbours", () => {
    const compounds = Array.from({ length: 12 }, (_, i) => ({
      parts: box(60 * (i % 6), 60 * Math.floor(i / 6), 50, 50),
    }));
    const street = {
      paths: [
        [
          [-50, 55],
          [400, 55],
        ] as Point[],
      ],
      barrierClass: "hard",
    } as const;
    const open = worldFromPolygons(compounds);
    const severed = worldFromPolygons(compounds, { barriers: [street] });
    const before = buildGraph(open, OPTIONS);
    const after = buildGraph(severed, OPTIONS);
    expect(after.cuts.count).toBeGreaterThan(10);
    const put = { kind: "barrier-added", at: 0 } as const;
    const taken = { kind: "barrier-removed", at: 0, barrier: severed.barriers[0] } as const;
    expect(updateGraph(before, severed, { ...OPTIONS, change: put })).toEqual(after);
    expect(updateGraph(after, open, { ...OPTIONS, change: taken })).toEqual(before);
  });

  it("[C17] an update shares no memory with the graph it is given", () => {
    const world = acrossStreet([]);
    const graph = buildGraph(world, OPTIONS);
    const change = { kind: "hand", pair: [0, 1] } as const;
    const next = updateGraph(graph, world, { ...OPTIONS, change });
    expect(next).toEqual(graph);
    for (const part of ["offset", "neighbor", "linkOf"] as const) {
      expect(next[part].buffer).not.toBe(graph[part].buffer);
    }
    expect(next.cuts.connection.buffer).not.toBe(graph.cuts.connection.buffer);
  });
});
