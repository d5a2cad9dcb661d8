import type { AssumptionSet } from "../estimate/assumption-set.ts";
import type { AssumptionValues } from "../estimate/defaults.ts";
import type { ReadOptions } from "../ingest/world.ts";
import type { PlanParameters } from "../regionalization/parameters.ts";
import { type Drawings, NOTHING_DRAWN } from "./drawings.ts";
import { DEFAULT_RULE_PACK, type RulePack } from "./rule-pack.ts";

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
export interface Recipe extends Drawings {
  readonly read: Omit<ReadOptions, "barrierClasses">;
  readonly parameters: PlanParameters;
  /** assumptions of the place with their sources; null: as shipped */
  readonly assumptionSet: AssumptionSet | null;
  /** values that differ from the set's, for the whole city */
  readonly assumptions: Partial<AssumptionValues>;
  /** values set for single districts, by district id */
  readonly districtAssumptions: Readonly<Record<string, Partial<AssumptionValues>>>;
  /** values set for single compounds, by compound id */
  readonly compoundAssumptions: Readonly<Record<string, Partial<AssumptionValues>>>;
  /** what differs from place to place: consent, grades, guidance price, limits, barrier classes */
  readonly rulePack: RulePack;
  readonly linksAdded: readonly LinkPair[];
  readonly linksRemoved: readonly LinkPair[];
  /** groups of compound ids that share a district or are left out together */
  readonly mustTogether: readonly (readonly string[])[];
  readonly neverTogether: readonly LinkPair[];
  readonly locks: readonly RecipeLock[];
  /** the zoning that the solve starts from; null: none */
  readonly start: readonly RecipeDistrict[] | null;
}

/** What a person decides beside the data and the parameters: nothing yet. */
export const NO_DECISIONS: Pick<
  Recipe,
  | "assumptionSet"
  | "assumptions"
  | "districtAssumptions"
  | "compoundAssumptions"
  | "rulePack"
  | "linksAdded"
  | "linksRemoved"
  | keyof Drawings
  | "mustTogether"
  | "neverTogether"
  | "locks"
  | "start"
> = {
  assumptionSet: null,
  assumptions: {},
  districtAssumptions: {},
  compoundAssumptions: {},
  rulePack: DEFAULT_RULE_PACK,
  linksAdded: [],
  linksRemoved: [],
  ...NOTHING_DRAWN,
  mustTogether: [],
  neverTogether: [],
  locks: [],
  start: null,
};

/** How the data files of a recipe are read: its fields and coordinates, and the place's classes. */
export function readOptionsOf({ read, rulePack }: Recipe): ReadOptions {
  return { ...read, barrierClasses: rulePack.barrierClasses };
}
