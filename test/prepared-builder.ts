import { buildGraph } from "../src/core/contiguity/build-graph.ts";
import type { World } from "../src/core/ingest/world.ts";
import { DEFAULT_PARAMETERS } from "../src/core/regionalization/parameters.ts";
import type { Plan } from "../src/core/regionalization/plan.ts";
import { solve } from "../src/core/regionalization/solve.ts";
import { type Prepared, prepare } from "../src/core/scenario/prepare.ts";
import { NO_DECISIONS, type Recipe } from "../src/core/scenario/recipe.ts";
import { box, type TestCompound, worldFromPolygons } from "./world-builder.ts";

/** A recipe of the defaults with what a test wants otherwise. */
export function recipeWith(change: Partial<Recipe> = {}): Recipe {
  return {
    read: { fieldMap: {}, crs: null },
    parameters: { ...DEFAULT_PARAMETERS, iterations: 20 },
    ...NO_DECISIONS,
    ...change,
  };
}

/** Square compounds of 50 m with lanes of 10 m, `columns` in a row; even ones in 社区 A, one isolate. */
export function gridWorld(count: number, { columns = 4 } = {}): World {
  const grid = Array.from({ length: count }, (_, i): TestCompound => {
    const x = (i % columns) * 60 + (i === count - 1 ? 5000 : 0);
    return {
      parts: box(x, Math.floor(i / columns) * 60, 50, 50),
      name: `小区${i}`,
      community: "A",
      communityName: "甲社区",
      builtYear: i % 7 === 3 ? 2012 : 1990,
      households: 150 + 10 * i,
      properties: { id: i, note: "=1+1", nested: { a: [1, "x"] } },
    };
  });
  return worldFromPolygons(grid);
}

/** A world prepared under a recipe and solved to the end. */
export function solved(
  world: World,
  recipe: Recipe = recipeWith(),
): { readonly prepared: Prepared; readonly plan: Plan } {
  const { gapM, links } = recipe.parameters;
  const graph = buildGraph(world, { gapM, links, added: [], removed: [] });
  const prepared = prepare(world, recipe, { graph });
  const steps = solve(prepared.problem);
  for (;;) {
    const step = steps.next();
    if (step.done) return { prepared, plan: step.value };
  }
}
