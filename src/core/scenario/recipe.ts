import type { AssumptionValues } from "../estimate/defaults.ts";
import type { ReadOptions } from "../ingest/world.ts";
import type { PlanParameters } from "../regionalization/parameters.ts";

/** Two compounds by id, e.g. a link set or cut by hand. */
export type LinkPair = readonly [string, string];

/** A district by compound ids. */
export interface RecipeDistrict {
  readonly id: string;
  readonly name: string;
  readonly compounds: readonly string[];
}

/** Compounds settled in a district; `whole`: it is kept as it is, else others may join. */
export interface RecipeLock extends RecipeDistrict {
  readonly whole: boolean;
}

/** All that, with the data, determines a plan. */
export interface Recipe {
  readonly read: ReadOptions;
  readonly parameters: PlanParameters;
  /** values that differ from the shipped defaults */
  readonly assumptions: Partial<AssumptionValues>;
  readonly linksAdded: readonly LinkPair[];
  readonly linksRemoved: readonly LinkPair[];
  /** groups of compound ids that share a district or are left out together */
  readonly mustTogether: readonly (readonly string[])[];
  readonly neverTogether: readonly LinkPair[];
  readonly locks: readonly RecipeLock[];
  /** the zoning that the solve starts from; null: none */
  readonly start: readonly RecipeDistrict[] | null;
}

/** What a person decides beside the data, parameters and assumptions: nothing yet. */
export const NO_DECISIONS: Pick<
  Recipe,
  "linksAdded" | "linksRemoved" | "mustTogether" | "neverTogether" | "locks" | "start"
> = {
  linksAdded: [],
  linksRemoved: [],
  mustTogether: [],
  neverTogether: [],
  locks: [],
  start: null,
};
