import * as v from "valibot";
import type { Recipe } from "./recipe.ts";
import { RECIPE_SCHEMA } from "./scenario-schema.ts";

/**
 * The recipe with every key in its fixed place, so that equal recipes have equal texts.
 * @throws when a value is out of its range, naming it
 */
export function normaliseRecipe(recipe: Recipe): Recipe {
  const checked = v.safeParse(RECIPE_SCHEMA, recipe);
  if (!checked.success) {
    const [fault] = checked.issues;
    throw new Error(`recipe.${v.getDotPath(fault)}: ${fault.message}`);
  }
  const { read, assumptions, ...rest } = checked.output;
  return {
    read: { ...read, fieldMap: sortKeys(read.fieldMap) },
    ...rest,
    assumptions: sortKeys(assumptions),
  };
}

function sortKeys<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
