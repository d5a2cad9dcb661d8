import { assumptionsUnder } from "../estimate/assumption-set.ts";
import { serviceDistancesM } from "../estimate/distances.ts";
import type { Estimator, Overrides } from "../estimate/estimator.ts";
import type { MemberAccount } from "../estimate/member-accounts.ts";
import type { ServiceLevel } from "../estimate/service-level.ts";
import type { UncertainPlan } from "../estimate/uncertainty.ts";
import { checkDistrict } from "../regionalization/evaluate-zoning.ts";
import { membersByDistrict } from "../zoning/members.ts";
import type { Zoning } from "../zoning/zoning.ts";
import type { ComparedScenario } from "./comparison.ts";
import type { Prepared } from "./prepare.ts";
import type { Recipe } from "./recipe.ts";

/** A compound in its district. */
export interface MemberView extends MemberAccount {
  /** position of its district */
  readonly district: number;
  readonly serviceLevel: ServiceLevel;
  /** to the service point of its district, m */
  readonly serviceM: number;
}

/** A scenario with all that comparisons rest on. */
export interface ScenarioView extends ComparedScenario {
  readonly recipe: Recipe;
  readonly dataHash: string;
  /** per district, ascending */
  readonly members: readonly (readonly number[])[];
  /** per compound; null: in no district */
  readonly accounts: readonly (MemberView | null)[];
  /** the districts with the ranges they rest on */
  readonly uncertain: UncertainPlan;
  /** the zoning in which everything is as it is */
  readonly isToday: boolean;
}

/** What a view is made of. */
export interface ViewInput {
  readonly name: string;
  readonly prepared: Prepared;
  readonly zoning: Zoning;
}

/** Estimates and accounts of every district under its own values. */
export function accountFor(
  { world }: Pick<Prepared, "world">,
  districts: readonly (readonly number[])[],
  by: {
    readonly estimator: Pick<Estimator, "books">;
    readonly ownOf: readonly (Overrides | undefined)[];
  },
): Pick<ScenarioView, "estimates" | "accounts"> {
  const accounts: (MemberView | null)[] = world.compounds.map(() => null);
  const householdsOf = (i: number) => world.compounds[i].households;
  const estimates = districts.map((own, district) => {
    if (own.length === 0) return null;
    const { estimate, accounts: members } = by.estimator.books(own, by.ownOf[district]);
    const metres = serviceDistancesM(world.shapes.centroid, own, householdsOf);
    members.forEach((account, k) => {
      const { serviceLevel } = estimate;
      accounts[own[k]] = { ...account, district, serviceLevel, serviceM: metres[k] };
    });
    return estimate;
  });
  return { estimates, accounts };
}

/** Everything a comparison asks of a scenario, evaluated once. O(n). */
export function viewScenario({ name, prepared, zoning }: ViewInput): ScenarioView {
  const { world, graph, recipe, overrides, estimator, problem } = prepared;
  const members = membersByDistrict(zoning);
  const ownOf = zoning.districts.map(({ id }) => overrides.byDistrict.get(id));
  const { byCompound } = overrides;
  return {
    name,
    world,
    recipe,
    dataHash: world.dataHash,
    zoning,
    members,
    ...accountFor(prepared, members, { estimator, ownOf }),
    violations: members.map((own) => checkDistrict(problem, own)),
    uncertain: {
      world,
      graph,
      districts: members,
      ownOf,
      byCompound,
      assumptions: assumptionsUnder(recipe.assumptionSet),
      values: prepared.values,
    },
    isToday: false,
  };
}
