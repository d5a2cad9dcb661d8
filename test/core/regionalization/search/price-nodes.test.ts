import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSearch } from "../../../../src/core/regionalization/search/create-search.ts";
import { priceNodes } from "../../../../src/core/regionalization/search/price-nodes.ts";
import { pieces as scrambledPieces } from "../../../piece-builder.ts";
import { admissibleMasks, nodesIn } from "../../../piece-oracle.ts";
import { goalOf, pieces } from "../../../search-pieces.ts";

describe("prices of nodes", () => {
  it("[R71] every set that can be a district is worth at least 1", () => {
    fc.assert(
      fc.property(scrambledPieces({ min: 1, max: 9 }), (piece) => {
        const steps = priceNodes(piece);
        let step = steps.next();
        while (!step.done) step = steps.next();
        const worth = step.value;
        const masks = admissibleMasks(piece);
        expect(worth === null).toBe(masks.length === 0);
        for (const mask of masks) {
          const sum = nodesIn(mask, piece.count).reduce((s, k) => s + (worth?.[k] ?? 0), 0);
          expect(sum).toBeGreaterThan(1 - 1e-9);
        }
      }),
      { numRuns: 300, seed: 71 },
    );
  });

  it("[R51] [R71] a priced search takes the same course however it is stepped", () => {
    const change = { objective: "max-p", attributes: ["built_year"] } as const;
    fc.assert(
      fc.property(pieces(change, { min: 8, max: 30 }), fc.nat(5000), (of, effort) => {
        const [whole, stepped] = [1e9, 1 + effort].map((each) => {
          const search = createSearch(of.piece, goalOf(of), { seed: 3, iterations: 60 });
          while (search.step(each));
          return search.best();
        });
        expect(stepped).toEqual(whole);
      }),
      { numRuns: 15, seed: 72 },
    );
  });
});
