import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildGraph } from "../../src/core/contiguity/build-graph.ts";
import type { ContiguityGraph } from "../../src/core/contiguity/graph.ts";
import { measureFacing } from "../../src/core/contiguity/measure-facing.ts";
import type { World } from "../../src/core/ingest/world.ts";
import { type Parts, type Point, worldFromPolygons } from "../world-builder.ts";
import {
  isInside,
  oracleGap,
  oracleNear,
  oracleVerdict,
  pointTo,
  type Segment,
  sides,
} from "./contiguity-oracle.ts";
import { barrier, crossing, gap, type SmallWorld, smallWorld } from "./small-worlds.ts";

const TOUCH_M = 1e-6;
const RUNS = { numRuns: 1500 };

function worldOf({ compounds, options }: SmallWorld): World {
  return worldFromPolygons(compounds, options);
}

function graphOf(input: SmallWorld, gapM: number): ContiguityGraph {
  return buildGraph(worldOf(input), { gapM, links: "gap", added: [], removed: [] });
}

interface Table {
  readonly count: number;
  readonly a: Uint32Array;
  readonly b: Uint32Array;
}

function keys({ count, a, b }: Table): string[] {
  return Array.from({ length: count }, (_, l) => `${a[l]}-${b[l]}`);
}

function segmentAt(connection: Float64Array, row: number): Segment {
  const [x1, y1, x2, y2] = connection.subarray(4 * row, 4 * row + 4);
  return [
    [x1, y1],
    [x2, y2],
  ];
}

function connects(input: SmallWorld, table: Table & { connection: Float64Array }, row: number) {
  const [p, q] = segmentAt(table.connection, row);
  const a = input.compounds[table.a[row]].parts;
  const b = input.compounds[table.b[row]].parts;
  if (p[0] === q[0] && p[1] === q[1]) {
    const on = (parts: Parts) =>
      sides(parts).some((side) => pointTo(p, side) < 1e-5) || isInside(p, parts.flat());
    expect(on(a) && on(b)).toBe(true);
  } else {
    expect(sides(a).some((side) => pointTo(p, side) < 1e-5)).toBe(true);
    expect(sides(b).some((side) => pointTo(q, side) < 1e-5)).toBe(true);
  }
}

describe("contiguity graph", () => {
  it("[C11] holds exactly the pairs that brute force finds, at the same gap", () => {
    fc.assert(
      fc.property(smallWorld, gap, (input, gapM) => {
        const { links, cuts } = graphOf(input, gapM);
        const found = new Map<string, number>();
        for (const [l, key] of keys(links).entries()) found.set(key, links.gapM[l]);
        for (const [c, key] of keys(cuts).entries()) found.set(key, cuts.gapM[c]);
        expect(found.size).toBe(links.count + cuts.count);
        const { compounds } = input;
        for (let a = 0; a < compounds.length; a++) {
          for (let b = a + 1; b < compounds.length; b++) {
            const distance = oracleGap(compounds[a].parts, compounds[b].parts);
            const known = found.get(`${a}-${b}`);
            if (distance > gapM + TOUCH_M) expect(known).toBeUndefined();
            else expect(known).toBeCloseTo(distance, 6);
          }
        }
      }),
      RUNS,
    );
  });

  it("[C3] connects boundary to boundary over exactly the gap", () => {
    fc.assert(
      fc.property(smallWorld, gap, (input, gapM) => {
        const { links, cuts } = graphOf(input, gapM);
        for (const table of [links, cuts]) {
          for (let row = 0; row < table.count; row++) {
            const [p, q] = segmentAt(table.connection, row);
            expect(Math.hypot(p[0] - q[0], p[1] - q[1])).toBeCloseTo(table.gapM[row], 5);
            connects(input, table, row);
          }
        }
      }),
      RUNS,
    );
  });

  it("[C11] severs exactly the connections that brute force severs", () => {
    fc.assert(
      fc.property(smallWorld, gap, (input, gapM) => {
        const { links, cuts } = graphOf(input, gapM);
        for (let l = 0; l < links.count; l++) {
          const { met, hard, severing } = oracleVerdict(
            segmentAt(links.connection, l),
            input.options,
          );
          expect(severing).toBe(-1);
          expect([...links.barriers.subarray(...links.barrierStart.subarray(l, l + 2))]).toEqual(
            met,
          );
          expect(links.needsCrossing[l]).toBe(hard > 0 ? 1 : 0);
          expect(links.penalised[l]).toBe(
            met.filter((index) => input.options.barriers[index].barrierClass === "penalised")
              .length,
          );
        }
        for (let c = 0; c < cuts.count; c++) {
          const verdict = oracleVerdict(segmentAt(cuts.connection, c), input.options);
          expect(cuts.barrier[c]).toBe(verdict.severing);
        }
      }),
      RUNS,
    );
  });

  it("[C6] facing and wall lengths equal a walk along the boundaries", () => {
    fc.assert(
      fc.property(smallWorld, gap, (input, gapM) => {
        const world = worldOf(input);
        const graph = graphOf(input, gapM);
        const { links } = graph;
        const facingM = measureFacing(world, graph, gapM);
        for (let l = 0; l < links.count; l++) {
          const a = input.compounds[links.a[l]].parts;
          const b = input.compounds[links.b[l]].parts;
          const within = (reachM: number) =>
            Math.min(oracleNear(a, b, reachM), oracleNear(b, a, reachM));
          expect(Math.abs(facingM[l] - within(gapM))).toBeLessThan(1);
          expect(Math.abs(links.wallM[l] - within(Math.min(3, gapM)))).toBeLessThan(1);
          expect(links.wallM[l]).toBeLessThanOrEqual(facingM[l] + 1e-9);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("[C8] is symmetric, without self-links, sorted, and both directions name one link", () => {
    fc.assert(
      fc.property(smallWorld, gap, (input, gapM) => {
        const { count, offset, neighbor, linkOf, links } = graphOf(input, gapM);
        const rows = Array.from({ length: count }, (_, i) => [
          ...neighbor.subarray(offset[i], offset[i + 1]),
        ]);
        rows.forEach((row, i) => {
          expect(row).toEqual([...new Set(row)].sort((p, q) => p - q));
          expect(row).not.toContain(i);
          row.forEach((j, k) => {
            expect(rows[j]).toContain(i);
            const l = linkOf[offset[i] + k];
            expect([links.a[l], links.b[l]]).toEqual([Math.min(i, j), Math.max(i, j)]);
          });
        });
        expect(neighbor.length).toBe(2 * links.count);
        const order = keys(links).map((_, l) => links.a[l] * 100 + links.b[l]);
        expect(order).toEqual([...new Set(order)].sort((p, q) => p - q));
      }),
      RUNS,
    );
  });

  it("[C12] does not depend on the order of features", () => {
    fc.assert(
      fc.property(smallWorld, gap, fc.infiniteStream(fc.nat()), (input, gapM, draws) => {
        const drawn = input.compounds.map((compound) => ({
          compound,
          at: draws.next().value ?? 0,
        }));
        const compounds = drawn.sort((p, q) => p.at - q.at).map((d) => d.compound);
        expect(graphOf({ ...input, compounds }, gapM)).toEqual(graphOf(input, gapM));
      }),
      { numRuns: 500 },
    );
  });

  it("[C12] does not change under translation and rotation", () => {
    const turn = fc.tuple(
      fc.double({ min: 0, max: 6.28, noNaN: true }),
      fc.integer({ min: -5000, max: 5000 }),
      fc.integer({ min: -5000, max: 5000 }),
    );
    fc.assert(
      fc.property(smallWorld, gap, turn, (input, gapM, [angle, dx, dy]) => {
        const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
        const move = ([x, y]: Point): Point => [x * cos - y * sin + dx, x * sin + y * cos + dy];
        const moved: SmallWorld = {
          compounds: input.compounds.map((c) => ({
            ...c,
            parts: c.parts.map((rings) => rings.map((ring) => ring.map(move))),
          })),
          options: {
            barriers: input.options.barriers.map((b) => ({
              ...b,
              paths: b.paths.map((path) => path.map(move)),
            })),
            crossings: input.options.crossings.map(move),
          },
        };
        const before = graphOf(input, gapM);
        const after = graphOf(moved, gapM);
        const facingBefore = measureFacing(worldOf(input), before, gapM);
        const facingAfter = measureFacing(worldOf(moved), after, gapM);
        expect(keys(after.links)).toEqual(keys(before.links));
        expect(after.cuts.barrier).toEqual(before.cuts.barrier);
        expect(after.links.needsCrossing).toEqual(before.links.needsCrossing);
        expect(after.links.barriers).toEqual(before.links.barriers);
        for (let l = 0; l < before.links.count; l++) {
          expect(after.links.gapM[l]).toBeCloseTo(before.links.gapM[l], 6);
          expect(facingAfter[l]).toBeCloseTo(facingBefore[l], 5);
          expect(after.links.wallM[l]).toBeCloseTo(before.links.wallM[l], 5);
          const [p, q] = segmentAt(before.links.connection, l).map(move);
          const [r, s] = segmentAt(after.links.connection, l);
          if (before.links.gapM[l] === 0) continue;
          expect(Math.hypot(p[0] - r[0], p[1] - r[1])).toBeLessThan(1e-5);
          expect(Math.hypot(q[0] - s[0], q[1] - s[1])).toBeLessThan(1e-5);
        }
      }),
      RUNS,
    );
  });

  it("[C13] a smaller gap only removes links, and leaves the others as they were", () => {
    fc.assert(
      fc.property(smallWorld, gap, gap, (input, first, second) => {
        const small = graphOf(input, Math.min(first, second)).links;
        const large = graphOf(input, Math.max(first, second)).links;
        const known = new Map(keys(large).map((key, l) => [key, l]));
        keys(small).forEach((key, l) => {
          const other = known.get(key);
          if (other === undefined) throw new Error(`link ${key} appears at the smaller gap`);
          expect(segmentAt(small.connection, l)).toEqual(segmentAt(large.connection, other));
        });
      }),
      RUNS,
    );
  });

  it("[C13] one more barrier only removes links", () => {
    fc.assert(
      fc.property(smallWorld, gap, barrier, (input, gapM, extra) => {
        const barriers = [...input.options.barriers, extra];
        const after = graphOf({ ...input, options: { ...input.options, barriers } }, gapM);
        const before = new Set(keys(graphOf(input, gapM).links));
        expect(keys(after.links).filter((key) => !before.has(key))).toEqual([]);
      }),
      RUNS,
    );
  });

  it("[C13] one more crossing only adds links", () => {
    fc.assert(
      fc.property(smallWorld, gap, crossing, (input, gapM, extra) => {
        const crossings = [...input.options.crossings, extra];
        const after = graphOf({ ...input, options: { ...input.options, crossings } }, gapM);
        const links = new Set(keys(after.links));
        expect(keys(graphOf(input, gapM).links).filter((key) => !links.has(key))).toEqual([]);
      }),
      RUNS,
    );
  });
});
