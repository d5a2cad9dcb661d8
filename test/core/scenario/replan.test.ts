import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { propose } from "../../../src/core/regionalization/propose.ts";
import { prepare } from "../../../src/core/scenario/prepare.ts";
import {
  adoptReplan,
  findReplanRegion,
  type ReplanScope,
  replanRecipe,
} from "../../../src/core/scenario/replan.ts";
import { applyDiff, moveCompounds } from "../../../src/core/zoning/edit.ts";
import { LEFT_OUT_REASONS, type Zoning } from "../../../src/core/zoning/zoning.ts";
import { gridWorld, recipeWith, solved } from "../../prepared-builder.ts";

const WORLD = gridWorld(40, { columns: 8 });
const BASE = recipeWith();
const PARAMETERS = {
  ...BASE.parameters,
  agedBefore: null,
  limits: { ...BASE.parameters.limits, maxHouseholds: 1200 },
};

function replan(
  standing: Zoning,
  scope: ReplanScope,
  change: Parameters<typeof recipeWith>[0] = {},
) {
  const recipe = recipeWith({ parameters: PARAMETERS, ...change });
  const { problem } = prepare(WORLD, recipe);
  const region = findReplanRegion(problem, standing, scope);
  const asked = replanRecipe(recipe, { world: WORLD, zoning: standing, region });
  const steps = propose(prepare(WORLD, asked).problem);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const diff = adoptReplan(standing, step.value.zoning, { world: WORLD, recipe: asked, region });
  return { region, diff, after: applyDiff(standing, diff), plan: step.value };
}

const PLANNED = solved(WORLD, recipeWith({ parameters: PARAMETERS })).plan.zoning;

/** The plan with some compounds taken out or put together by hand. */
function disturbed(picks: readonly number[]): Zoning {
  const out = applyDiff(PLANNED, moveCompounds(PLANNED, picks.slice(0, 2), "none"));
  return applyDiff(out, moveCompounds(out, picks.slice(2), "new"));
}

describe("planning anew from what stands", () => {
  it("[S23] a region changes nobody outside it; ids and names of districts that go on stay", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(38), { minLength: 3, maxLength: 5 }),
        fc.nat(20),
        (picks, district) => {
          const standing = disturbed(picks);
          const scope = { districts: [district % standing.districts.length] };
          const { region, after } = replan(standing, scope);
          standing.assignment.forEach((d, i) => {
            if (region[i] === 0) expect([i, after.assignment[i]]).toEqual([i, d]);
          });
          expect(after.districts.slice(0, standing.districts.length)).toEqual(standing.districts);
          expect(new Set(after.districts.map(({ id }) => id)).size).toBe(after.districts.length);
        },
      ),
      { numRuns: 10 },
    );
  });

  it("[S23] a plan like what stands, under other ids and in another order, changes nothing", () => {
    const turned = (d: number) => (d < 0 ? -1 : PLANNED.districts.length - 1 - d);
    const plan: Zoning = {
      districts: PLANNED.districts.map((_, k) => ({ id: `Q${k}`, name: `other ${k}` })),
      assignment: PLANNED.assignment.map(turned),
      reason: PLANNED.reason,
    };
    const region = new Uint8Array(40).fill(1);
    const diff = adoptReplan(PLANNED, plan, { world: WORLD, recipe: recipeWith(), region });
    expect(diff).toEqual({ moves: [], districts: [] });
  });

  it("[S23] everything puts a disturbed plan right and districts go on under their names", () => {
    const standing = disturbed([1, 9, 20, 21]);
    const { after, diff } = replan(standing, "everything");
    expect(diff.moves.length).toBeLessThan(20);
    const out = (zoning: Zoning) => zoning.assignment.filter((d) => d < 0).length;
    expect(out(after)).toBe(out(PLANNED));
    expect(
      after.reason.every((r, i) => after.assignment[i] >= 0 === (LEFT_OUT_REASONS[r] === "none")),
    ).toBe(true);
  });

  it("[S23] a lock holds", () => {
    const standing = disturbed([1, 9, 20, 21]);
    const at = standing.districts.length - 1;
    const compounds = [20, 21].map((i) => WORLD.compounds[i].id);
    const locks = [{ ...standing.districts[at], compounds, whole: false }];
    const { after } = replan(standing, "everything", { locks });
    expect([after.assignment[20], after.assignment[21]]).toEqual([at, at]);
  });
});
