import fc from "fast-check";
import { DEFAULT_PARAMETERS } from "../src/core/regionalization/parameters.ts";
import { type Prepared, prepare } from "../src/core/scenario/prepare.ts";
import type { Recipe } from "../src/core/scenario/recipe.ts";
import { type ScenarioView, viewScenario } from "../src/core/scenario/view.ts";
import { LEFT_OUT_REASONS, type Zoning } from "../src/core/zoning/zoning.ts";
import { recipeWith } from "./prepared-builder.ts";
import { box, worldFromPolygons } from "./world-builder.ts";

/** Twelve compounds that differ in everything, in three rows with shared walls. */
export function variedWorld(count = 12) {
  return worldFromPolygons(
    Array.from({ length: count }, (_, i) => ({
      parts: box((i % 4) * 51, Math.floor(i / 4) * 52, 50, 50),
      community: i % 3 === 0 ? "A" : "B",
      households: 90 + ((i * 37) % 11) * 20,
      floorAreaM2: 7_000 + ((i * 53) % 7) * 1_500,
      builtYear: 1980 + i,
      parkingSpaces: 10 + 3 * i,
      gates: 1 + (i % 3),
      lifts: i % 4 === 1 ? 2 : 0,
      feeYuanPerM2Month: (i % 5) * 0.2,
      collectionRate: 0.3 + (i % 3) * 0.2,
      fundBalanceYuan: 1000 * i,
      managed: i % 6 === 5,
      properties: i % 2 ? { 同意率: `${50 + i}%`, 业委会: i % 3 ? "有" : "无" } : {},
    })),
  );
}

/** The varied world under a recipe in which everybody takes part. */
export function preparedWorld(change: Partial<Recipe> = {}): Prepared {
  const parameters = { ...DEFAULT_PARAMETERS, envelope: "terrain" as const, agedBefore: null };
  return prepare(variedWorld(), recipeWith({ parameters, ...change }));
}

/** Any zoning of `count` compounds into at most `most` districts, some empty, some compounds left out. */
export function zonings(count: number, most = 5): fc.Arbitrary<Zoning> {
  return fc
    .array(fc.integer({ min: -1, max: most - 1 }), { minLength: count, maxLength: count })
    .map((list) => ({
      districts: Array.from({ length: most }, (_, d) => ({ id: `P00${d + 1}`, name: `片区${d}` })),
      assignment: Int32Array.from(list),
      reason: Uint8Array.from(list, (d) => (d < 0 ? LEFT_OUT_REASONS.indexOf("by-hand") : 0)),
    }));
}

/** Views of several zonings of one prepared world. */
export function viewsOf(prepared: Prepared, list: readonly Zoning[]): ScenarioView[] {
  return list.map((zoning, k) => viewScenario({ name: `s${k}`, prepared, zoning }));
}
