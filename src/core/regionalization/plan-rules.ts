import type { ContiguityGraph } from "../contiguity/graph.ts";
import type { World } from "../ingest/world.ts";
import type { District } from "../zoning/zoning.ts";
import type { PlanParameters } from "./parameters.ts";

/** Compounds that a person has settled in a district. */
export interface Lock {
  /** id and name the district keeps */
  readonly id: string;
  readonly name: string;
  /** compound indices, each once */
  readonly compounds: readonly number[];
  /** true: the district is kept as it is; false: others may join it */
  readonly whole: boolean;
}

/** What a person has decided about who belongs with whom, by compound index. */
export interface PlanRules {
  /** groups that share a district or are left out together */
  readonly mustTogether: readonly (readonly number[])[];
  /** pairs that never share a district */
  readonly neverTogether: readonly (readonly [number, number])[];
  readonly locks: readonly Lock[];
}

export const NO_RULES: PlanRules = { mustTogether: [], neverTogether: [], locks: [] };

/** A district that a lock keeps as it is; it takes no part in the solve. */
export interface KeptDistrict extends District {
  /** ascending */
  readonly members: readonly number[];
}

/** What bonds are made from. */
export interface BondInput {
  readonly world: World;
  readonly graph: ContiguityGraph;
  readonly parameters: PlanParameters;
  readonly rules: PlanRules;
  /** length n: 0 context, 1 aged, 2 anchor */
  readonly participant: Uint8Array;
  /** length n: envelope cell */
  readonly cell: Int32Array;
}
