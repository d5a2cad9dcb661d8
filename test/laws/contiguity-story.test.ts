import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildGraph } from "../../src/core/contiguity/build-graph.ts";
import { labelComponents } from "../../src/core/contiguity/components.ts";
import { explainComponents } from "../../src/core/contiguity/explain-component.ts";
import { explainLink } from "../../src/core/contiguity/explain-link.ts";
import type { ContiguityOptions } from "../../src/core/contiguity/graph.ts";
import { measureFacing } from "../../src/core/contiguity/measure-facing.ts";
import { findWalls } from "../../src/core/contiguity/wall-stretches.ts";
import { worldFromPolygons } from "../world-builder.ts";
import { oracleGap, oracleVerdict } from "./contiguity-oracle.ts";
import { gap, type SmallWorld, smallWorld } from "./small-worlds.ts";

const RUNS = { numRuns: 1000 };
const worldOf = ({ compounds, options }: SmallWorld) => worldFromPolygons(compounds, options);
const plain = (gapM: number): ContiguityOptions => ({ gapM, links: "gap", added: [], removed: [] });

const given = fc.record({
  input: smallWorld,
  gapM: gap,
  removed: fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 2 }),
  cells: fc.array(fc.nat(1), { minLength: 7, maxLength: 7 }),
  resting: fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
});

/** A random case: its world, graph, who takes part and in which cell. */
function arrange({
  input,
  gapM,
  removed,
  cells,
  resting,
}: typeof given extends fc.Arbitrary<infer T> ? T : never) {
  const n = input.compounds.length;
  const hand = removed.filter(([p, q]) => p !== q && p < n && q < n);
  const options = { ...plain(gapM), removed: hand };
  const world = worldOf(input);
  const active = Uint8Array.from({ length: n }, (_, i) => (resting[i] && i % 3 === 0 ? 0 : 1));
  const cell = Int32Array.from({ length: n }, (_, i) => cells[i]);
  return { world, options, active, cell, graph: buildGraph(world, options) };
}

describe("stories of components", () => {
  it("[C18] making the change connects the component, whichever change is proposed", () => {
    fc.assert(
      fc.property(given, (drawn) => {
        const { world, options, active, cell, graph } = arrange(drawn);
        const stories = explainComponents(world, graph, { gapM: options.gapM, active, cell });
        const { label } = labelComponents(graph, { active, cell });
        const joins = (
          way: { from: number; to: number },
          made: { world?: typeof world; options?: ContiguityOptions; cell?: Int32Array },
        ) => {
          expect(label[way.from]).not.toBe(label[way.to]);
          const after = buildGraph(made.world ?? world, made.options ?? options);
          const now = labelComponents(after, { active, cell: made.cell ?? cell });
          expect(now.label[way.from]).toBe(now.label[way.to]);
        };
        for (const { component, byHand, crossing, envelope, gap: wider, both } of stories) {
          for (const way of [byHand, crossing, envelope, wider, both]) {
            if (way) expect(label[way.from]).toBe(component);
          }
          if (byHand) {
            const pair = new Set([byHand.from, byHand.to]);
            const removed = options.removed.filter(([p, q]) => !(pair.has(p) && pair.has(q)));
            joins(byHand, { options: { ...options, removed } });
          }
          if (crossing) {
            const at = crossing.places.map(([x, y], i) => ({ id: `n${i}`, kind: "gate", x, y }));
            joins(crossing, { world: { ...world, crossings: [...world.crossings, ...at] } });
            const barriers = world.barriers.filter((_, b) => !crossing.barriers.includes(b));
            joins(crossing, { world: { ...world, barriers } });
          }
          if (envelope) {
            const merged = cell.map((c) => (c === envelope.toCell ? envelope.fromCell : c));
            joins(envelope, { cell: merged });
          }
          if (wider) joins(wider, { options: { ...options, gapM: wider.gapM } });
          if (both) {
            const barriers = world.barriers.filter((_, b) => !both.barriers.includes(b));
            const made = { options: { ...options, gapM: both.gapM } };
            joins(both, { ...made, world: { ...world, barriers } });
            const at = both.places.map(([x, y], i) => ({ id: `n${i}`, kind: "gate", x, y }));
            joins(both, { ...made, world: { ...world, crossings: [...world.crossings, ...at] } });
            if (wider) expect(both.gapM).toBeLessThanOrEqual(wider.gapM);
          }
        }
      }),
      RUNS,
    );
  });

  it("[C18] the wider gap proposed is the least: brute force finds none smaller", () => {
    fc.assert(
      fc.property(smallWorld, gap, (input, gapM) => {
        const world = worldOf(input);
        const graph = buildGraph(world, plain(gapM));
        const wide = buildGraph(world, plain(1000)).links;
        const { label } = labelComponents(graph);
        for (const { component, gap: wider } of explainComponents(world, graph, { gapM })) {
          let least = Infinity;
          for (let l = 0; l < wide.count; l++) {
            const leadsOut = (label[wide.a[l]] === component) !== (label[wide.b[l]] === component);
            if (leadsOut) least = Math.min(least, wide.gapM[l]);
          }
          expect(wider?.gapM ?? Infinity).toBeCloseTo(least, 6);
        }
      }),
      RUNS,
    );
  });
});

describe("stories of links", () => {
  it("[C19] a link or cut says what brute force sees on its connection", () => {
    fc.assert(
      fc.property(smallWorld, gap, (input, gapM) => {
        const world = worldOf(input);
        const graph = buildGraph(world, plain(gapM));
        const facingM = measureFacing(world, graph, gapM);
        for (const table of ["links", "cuts"] as const) {
          for (let row = 0; row < graph[table].count; row++) {
            const story = explainLink(world, graph, { table, row, gapM });
            const [x1, y1, x2, y2] = graph[table].connection.subarray(4 * row, 4 * row + 4);
            const { met, severing } = oracleVerdict(
              [
                [x1, y1],
                [x2, y2],
              ],
              input.options,
            );
            expect(story.barriers.map(({ index }) => index)).toEqual(met);
            expect(story.severing[0] ?? -1).toBe(severing);
            const { parts } = input.compounds[story.a];
            expect(story.gapM).toBeCloseTo(oracleGap(parts, input.compounds[story.b].parts), 6);
            if (table === "links") {
              expect(story.wallM).toBeCloseTo(graph.links.wallM[row], 9);
              expect(story.facingM).toBeCloseTo(facingM[row], 9);
            }
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it("[C20] the stretches of a wall add up to its length", () => {
    fc.assert(
      fc.property(smallWorld, gap, (input, gapM) => {
        const world = worldOf(input);
        const graph = buildGraph(world, plain(gapM));
        const walls = findWalls(world, graph, { links: [...graph.links.a.keys()], gapM });
        walls.forEach((stretches, l) => {
          const totalM = stretches.reduce((sum, { lengthM }) => sum + lengthM, 0);
          expect(totalM).toBeCloseTo(graph.links.wallM[l], 6);
          for (const { path, line } of stretches) expect(line.length).toBe(path.length / 2);
        });
      }),
      RUNS,
    );
  });
});
