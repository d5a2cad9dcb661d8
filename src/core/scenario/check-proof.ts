import * as v from "valibot";
import type { Recipe } from "./recipe.ts";
import type { ScenarioProof } from "./scenario.ts";
import { RECIPE_SCHEMA, SCENARIO_SCHEMA } from "./scenario-schema.ts";

const STORED_PROOF = v.object({
  plan: SCENARIO_SCHEMA.entries.plan,
  recipe: v.nullable(RECIPE_SCHEMA),
});

/** A solve as it was kept beside a history: its proof, and the recipe that was solved. */
export interface KeptProof {
  readonly plan: ScenarioProof | null;
  readonly recipe: Recipe | null;
}

/** What was kept as a proof; null when it is none. Never throws. */
export function checkProof(value: unknown): KeptProof | null {
  const checked = v.safeParse(STORED_PROOF, value, { abortEarly: true });
  return checked.success ? checked.output : null;
}
