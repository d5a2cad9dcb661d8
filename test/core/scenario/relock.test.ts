import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Prepared } from "../../../src/core/scenario/prepare.ts";
import { prepare } from "../../../src/core/scenario/prepare.ts";
import type { RecipeLock } from "../../../src/core/scenario/recipe.ts";
import { relock } from "../../../src/core/scenario/relock.ts";
import { gridWorld, recipeWith } from "../../prepared-builder.ts";

const WORLD = gridWorld(12);
const IDS = WORLD.compounds.map(({ id }) => id);

/** Everything but functions, which are equal only to themselves. */
function plain({ estimator: _own, problem, ...rest }: Prepared) {
  const { estimator: _its, objective, ...parts } = problem;
  return {
    ...rest,
    problem: { ...parts, levels: objective.levels, wanted: objective.targetCount },
  };
}

const locks = fc.array(
  fc.record({
    id: fc.constantFrom("P1", "P2", "P3"),
    compounds: fc.uniqueArray(fc.constantFrom(...IDS, "nobody"), { minLength: 1, maxLength: 4 }),
    whole: fc.boolean(),
  }),
  { maxLength: 3 },
);

const named = (list: readonly Omit<RecipeLock, "name">[]): RecipeLock[] =>
  list.map((one) => ({ ...one, name: one.id }));

describe("other locks on what was prepared", () => {
  it("[R52] one after the other they equal preparing anew", () => {
    const { parameters } = recipeWith();
    const wanted = fc.constantFrom(null, 3);
    fc.assert(
      fc.property(fc.array(locks, { maxLength: 4 }), wanted, (drawn, districts) => {
        const recipe = recipeWith({
          parameters: { ...parameters, objective: "compact", districts },
          mustTogether: [[IDS[0], IDS[11]]],
          neverTogether: [[IDS[4], IDS[5]]],
        });
        let prepared = prepare(WORLD, recipe);
        for (const list of drawn) {
          const next = { ...recipe, locks: named(list) };
          prepared = relock(prepared, next);
          expect(plain(prepared)).toEqual(plain(prepare(WORLD, next)));
        }
      }),
      { numRuns: 150 },
    );
  });
});
