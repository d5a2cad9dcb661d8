import fc from "fast-check";
import { describe, expect, it } from "vitest";
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
          const graph = relink(prepared, links);
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
    const graph = relink(prepare(WORLD, before), after);
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
