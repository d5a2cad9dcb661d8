import { describe, expect, it } from "vitest";
import { DEFAULT_PARAMETERS } from "../../../src/core/regionalization/parameters.ts";
import { normaliseRecipe } from "../../../src/core/scenario/normalise-recipe.ts";
import { NO_DECISIONS, type Recipe } from "../../../src/core/scenario/recipe.ts";

const PLAIN: Recipe = {
  read: { fieldMap: {}, crs: null },
  parameters: DEFAULT_PARAMETERS,
  ...NO_DECISIONS,
};
const FILE = { crs: "gcj02", swapped: false, columns: {}, units: {}, joins: {}, group: null };

describe("decisions about files", () => {
  it("[I60] are kept with the recipe, in one order", () => {
    const read = { ...PLAIN.read, files: { b: FILE, a: { ...FILE, joins: { z: "1", y: "" } } } };
    const { files } = normaliseRecipe({ ...PLAIN, read }).read;
    expect(Object.keys(files ?? {})).toEqual(["a", "b"]);
    expect(Object.keys(files?.a.joins ?? {})).toEqual(["y", "z"]);
  });

  it("[I85] keep which file leads, and nothing where none does", () => {
    const files = { a: { ...FILE, leads: true as const }, b: FILE };
    const read = normaliseRecipe({ ...PLAIN, read: { ...PLAIN.read, files } }).read;
    expect(read.files?.a.leads).toBe(true);
    expect(read.files?.b).not.toHaveProperty("leads");
  });

  it("[I60] leave no trace where there are none", () => {
    expect(normaliseRecipe(PLAIN).read).toEqual({ fieldMap: {}, crs: null });
    expect(normaliseRecipe({ ...PLAIN, read: { ...PLAIN.read, files: {} } })).toEqual(
      normaliseRecipe(PLAIN),
    );
  });
});
