import { assumptionsUnder } from "../estimate/assumption-set.ts";
import type { UncertainPlan } from "../estimate/uncertainty.ts";
import type { Prepared } from "./prepare.ts";

/** A district by id and compound indices. */
interface Place {
  readonly id: string;
  readonly members: readonly number[];
}

/** Districts under a recipe with everything that is uncertain about their money. */
export function uncertainPlanOf(prepared: Prepared, districts: readonly Place[]): UncertainPlan {
  const { world, graph, values, overrides, recipe } = prepared;
  return {
    world,
    graph,
    values,
    districts: districts.map(({ members }) => members),
    ownOf: districts.map(({ id }) => overrides.byDistrict.get(id)),
    byCompound: overrides.byCompound,
    assumptions: assumptionsUnder(recipe.assumptionSet),
  };
}
