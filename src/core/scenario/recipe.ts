import type { AssumptionValues } from "../estimate/defaults.ts";
import type { ReadOptions } from "../ingest/world.ts";
import type { PlanParameters } from "../regionalization/parameters.ts";

/** A link set or cut by hand, by compound ids. */
export type LinkPair = readonly [string, string];

/** All that, with the data, determines a plan. */
export interface Recipe {
  readonly read: ReadOptions;
  readonly parameters: PlanParameters;
  /** values that differ from the shipped defaults */
  readonly assumptions: Partial<AssumptionValues>;
  readonly linksAdded: readonly LinkPair[];
  readonly linksRemoved: readonly LinkPair[];
}
