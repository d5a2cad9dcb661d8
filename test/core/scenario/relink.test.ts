import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unproject } from "../../../src/core/geometry/projection.ts";
import type { Barrier, World } from "../../../src/core/ingest/world.ts";
import type { Drawings, LonLat } from "../../../src/core/scenario/drawings.ts";
import { prepare } from "../../../src/core/scenario/prepare.ts";
import {
  type PairByHand,
  readPairByHand,
  relink,
  setPairByHand,
} from "../../../src/core/scenario/relink.ts";
import { gridWorld, recipeWith } from "../../prepared-builder.ts";

const WORLD = gridWorld(12);
const IDS = WORLD.compounds.map(({ id }) => id);

const decisions = fc.array(
  fc.record({
    a: fc.nat(IDS.length - 1),
    b: fc.nat(IDS.length - 1),
    by: fc.constantFrom<PairByHand>("linked", "cut", "rule"),
  }),
  { maxLength: 12 },
);

describe("links by hand", () => {
  it("[C17] a graph linked anew pair by pair equals the one prepared from scratch", () => {
    fc.assert(
      fc.property(decisions, (list) => {
        let prepared = prepare(WORLD, recipeWith());
        for (const { a, b, by } of list.filter((one) => one.a !== one.b)) {
          const links = setPairByHand(prepared.recipe, [IDS[a], IDS[b]], by);
          expect(readPairByHand(links, [IDS[b], IDS[a]])).toBe(by);
          const graph = relink(prepared, { ...prepared.recipe, ...links });
          const recipe = { ...prepared.recipe, ...links };
          expect(graph).toEqual(prepare(WORLD, recipe).graph);
          prepared = prepare(WORLD, recipe, { graph });
        }
      }),
      { numRuns: 60 },
    );
  });

  it("[C9] several changes at once, and names of nobody, give the same graph", () => {
    const before = recipeWith({ linksAdded: [[IDS[0], IDS[5]]], linksRemoved: [["x", IDS[1]]] });
    const after = {
      linksAdded: [
        [IDS[2], IDS[11]],
        ["nobody", IDS[3]],
      ],
      linksRemoved: [[IDS[0], IDS[1]]],
    } as const;
    const graph = relink(prepare(WORLD, before), { ...before, ...after });
    expect(graph).toEqual(prepare(WORLD, { ...before, ...after }).graph);
  });

  it("[C9] saying the same twice, or the other way round, keeps one entry", () => {
    const none = { linksAdded: [], linksRemoved: [] };
    const once = setPairByHand(none, ["p", "q"], "linked");
    expect(setPairByHand(once, ["q", "p"], "linked").linksAdded).toHaveLength(1);
    expect(setPairByHand(once, ["q", "p"], "cut")).toEqual({
      linksAdded: [],
      linksRemoved: [["q", "p"]],
    });
    expect(setPairByHand(once, ["q", "p"], "rule")).toEqual(none);
  });
});

function lineBarrier(id: string, points: readonly number[]): Barrier {
  return {
    id,
    name: null,
    kind: "road",
    barrierClass: "hard",
    sourceClass: "primary",
    area: false,
    paths: [Float64Array.from(points)],
  };
}

/** Coordinates of the plane as drawn on the map. */
const place = (x: number, y: number): LonLat => unproject(WORLD.projection, x, y);
const metre = fc.integer({ min: -20, max: 320 });
const READ: World = {
  ...WORLD,
  barriers: [lineBarrier("b-1", [-20, 55, 230, 55]), lineBarrier("b-2", [115, -20, 115, 200])],
  crossings: [{ id: "x-1", kind: "bridge", x: 25, y: 55 }],
};

const drawings = fc.record({
  barriersDrawn: fc.uniqueArray(
    fc.record({
      id: fc.constantFrom("drawn-1", "drawn-2", "drawn-10", "b-1"),
      kind: fc.constantFrom("road", "water"),
      barrierClass: fc.constantFrom("hard", "penalised"),
      line: fc
        .array(fc.tuple(metre, metre), { minLength: 2, maxLength: 3 })
        .map((points) => points.map(([x, y]) => place(x, y))),
    }),
    { selector: ({ id }) => id, maxLength: 3 },
  ),
  barriersRemoved: fc.subarray(["b-1", "b-2", "nobody"]),
  crossingsDrawn: fc.uniqueArray(
    fc.record({
      id: fc.constantFrom("drawn-1", "drawn-2", "x-1"),
      at: fc.tuple(metre, metre).map(([x, y]) => place(x, y)),
    }),
    { selector: ({ id }) => id, maxLength: 2 },
  ),
  crossingsRemoved: fc.subarray(["x-1"]),
}) as fc.Arbitrary<Drawings>;

describe("drawn barriers and crossings", () => {
  it("[C24] a graph linked anew after drawing equals the one prepared from scratch", () => {
    fc.assert(
      fc.property(fc.array(drawings, { minLength: 1, maxLength: 4 }), (list) => {
        let prepared = prepare(READ, recipeWith());
        for (const drawn of list) {
          const recipe = recipeWith(drawn);
          const fresh = prepare(READ, recipe);
          const graph = relink(prepared, recipe);
          expect(graph).toEqual(fresh.graph);
          prepared = prepare(READ, recipe, { graph });
          expect(prepared.world).toEqual(fresh.world);
        }
      }),
      { numRuns: 80 },
    );
  });

  it("[C24] a drawn barrier cuts, a drawn crossing links again, a barrier taken out cuts no more", () => {
    const linked = (drawn: Partial<Drawings>) => {
      const { graph } = prepare(READ, recipeWith(drawn));
      return (a: number, b: number) =>
        graph.neighbor.subarray(graph.offset[a], graph.offset[a + 1]).includes(b);
    };
    const across: Drawings["barriersDrawn"] = [
      {
        id: "drawn-1",
        kind: "road",
        barrierClass: "hard",
        line: [place(175, -20), place(175, 40)],
      },
    ];
    expect(linked({})(2, 3)).toBe(true);
    expect(linked({ barriersDrawn: across })(2, 3)).toBe(false);
    const crossingsDrawn = [{ id: "drawn-1", at: place(175, 25) }];
    expect(linked({ barriersDrawn: across, crossingsDrawn })(2, 3)).toBe(true);
    expect(linked({})(1, 2)).toBe(false);
    expect(linked({ barriersRemoved: ["b-2"] })(1, 2)).toBe(true);
    expect(linked({})(0, 4)).toBe(true);
    expect(linked({ crossingsRemoved: ["x-1"] })(0, 4)).toBe(false);
  });

  it("[C24] what was taken out and is not in the data is said; nothing drawn leaves the world as it is", () => {
    const { issues } = prepare(READ, recipeWith({ barriersRemoved: ["nobody"] }));
    expect(issues.map(({ code, args }) => [code, args.id])).toEqual([
      ["barrier-unknown", "nobody"],
    ]);
    expect(prepare(READ, recipeWith()).world).toBe(READ);
  });
});
