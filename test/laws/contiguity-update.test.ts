import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildGraph } from "../../src/core/contiguity/build-graph.ts";
import type { ContiguityOptions } from "../../src/core/contiguity/graph.ts";
import { updateGraph } from "../../src/core/contiguity/update-graph.ts";
import { worldFromPolygons } from "../world-builder.ts";
import { barrier, crossing, gap, type SmallWorld, smallWorld } from "./small-worlds.ts";

const RUNS = { numRuns: 800 };

const pairs = fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 3 });
const kind = fc.constantFrom("gap", "gap", "queen", "rook");

function optionsOf(
  input: SmallWorld,
  gapM: number,
  links: ContiguityOptions["links"],
  hand: readonly (readonly [number, number])[],
): ContiguityOptions {
  const n = input.compounds.length;
  const valid = hand.filter(([p, q]) => p !== q && p < n && q < n);
  return { gapM, links, added: valid.slice(0, 2), removed: valid.slice(2) };
}

describe("updated graph", () => {
  it("[C17] a barrier put in or taken out: equal to the graph from scratch", () => {
    const given = fc.tuple(smallWorld, gap, kind, pairs, barrier, fc.nat(4));
    fc.assert(
      fc.property(given, ([input, gapM, links, hand, extra, place]) => {
        const { barriers } = input.options;
        const at = Math.min(place, barriers.length);
        const without = worldFromPolygons(input.compounds, input.options);
        const withIt = worldFromPolygons(input.compounds, {
          ...input.options,
          barriers: [...barriers.slice(0, at), extra, ...barriers.slice(at)],
        });
        const options = optionsOf(input, gapM, links, hand);
        const before = buildGraph(without, options);
        const after = buildGraph(withIt, options);
        const put = { kind: "barrier-added", at } as const;
        const taken = { kind: "barrier-removed", at, barrier: withIt.barriers[at] } as const;
        expect(updateGraph(before, withIt, { ...options, change: put })).toEqual(after);
        expect(updateGraph(after, without, { ...options, change: taken })).toEqual(before);
      }),
      RUNS,
    );
  });

  it("[C17] a crossing put in or taken out: equal to the graph from scratch", () => {
    fc.assert(
      fc.property(smallWorld, gap, pairs, crossing, (input, gapM, hand, extra) => {
        const crossings = [...input.options.crossings, extra];
        const without = worldFromPolygons(input.compounds, input.options);
        const withIt = worldFromPolygons(input.compounds, { ...input.options, crossings });
        const options = optionsOf(input, gapM, "gap", hand);
        const change = {
          kind: "crossing",
          crossing: withIt.crossings[crossings.length - 1],
        } as const;
        const before = buildGraph(without, options);
        const after = buildGraph(withIt, options);
        expect(updateGraph(before, withIt, { ...options, change })).toEqual(after);
        expect(updateGraph(after, without, { ...options, change })).toEqual(before);
      }),
      RUNS,
    );
  });

  it("[C17] a pair linked or cut by hand, and back: equal to the graph from scratch", () => {
    fc.assert(
      fc.property(smallWorld, gap, kind, pairs, (input, gapM, links, hand) => {
        const world = worldFromPolygons(input.compounds, input.options);
        const plain = { gapM, links, added: [], removed: [] } as const;
        const before = buildGraph(world, plain);
        for (const pair of optionsOf(input, gapM, links, hand).added) {
          const change = { kind: "hand", pair } as const;
          for (const edited of [
            { ...plain, added: [pair] },
            { ...plain, removed: [pair] },
          ]) {
            const after = buildGraph(world, edited);
            expect(updateGraph(before, world, { ...edited, change })).toEqual(after);
            expect(updateGraph(after, world, { ...plain, change })).toEqual(before);
          }
        }
      }),
      RUNS,
    );
  });

  it("[C14] refuses a world of another size", () => {
    const one = worldFromPolygons([
      {
        parts: [
          [
            [
              [0, 0],
              [9, 0],
              [9, 9],
            ],
          ],
        ],
      },
    ]);
    const none = worldFromPolygons([]);
    const options = { gapM: 30, links: "gap", added: [], removed: [] } as const;
    const change = { kind: "barrier-added", at: 0 } as const;
    expect(() => updateGraph(buildGraph(none, options), one, { ...options, change })).toThrow("1");
  });
});
