import { finish, type Steps } from "../base/steps.ts";
import { assumptionsUnder } from "../estimate/assumption-set.ts";
import { serviceDistancesM } from "../estimate/distances.ts";
import type { Estimator, Overrides } from "../estimate/estimator.ts";
import type { MemberAccount } from "../estimate/member-accounts.ts";
import type { ServiceLevel } from "../estimate/service-level.ts";
import type { UncertainPlan } from "../estimate/uncertainty.ts";
import { checkDistrict } from "../regionalization/evaluate-zoning.ts";
import { membersByDistrict } from "../zoning/members.ts";
import type { Violation } from "../zoning/violation.ts";
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

/** Members estimated between two yields. */
const MEMBERS_PER_STEP = 96;

/** Estimates and accounts of every district under its own values; the unit of a step is a member. */
export function* accountFor(
  { world }: Pick<Prepared, "world">,
  districts: readonly (readonly number[])[],
  by: {
    readonly estimator: Pick<Estimator, "books">;
    readonly ownOf: readonly (Overrides | undefined)[];
  },
): Steps<Pick<ScenarioView, "estimates" | "accounts">> {
  const accounts: (MemberView | null)[] = world.compounds.map(() => null);
  const householdsOf = (i: number) => world.compounds[i].households;
  let since = 0;
  const estimates: ScenarioView["estimates"][number][] = [];
  for (const [district, own] of districts.entries()) {
    if (own.length === 0) {
      estimates.push(null);
      continue;
    }
    const { estimate, accounts: members } = by.estimator.books(own, by.ownOf[district]);
    const metres = serviceDistancesM(world.shapes.centroid, own, householdsOf);
    members.forEach((account, k) => {
      const { serviceLevel } = estimate;
      accounts[own[k]] = { ...account, district, serviceLevel, serviceM: metres[k] };
    });
    estimates.push(estimate);
    since += own.length;
    if (since < MEMBERS_PER_STEP) continue;
    yield since;
    since = 0;
  }
  return { estimates, accounts };
}

/** {@link viewScenario} in steps; the unit is a member estimated. */
export function* viewInSteps({ name, prepared, zoning }: ViewInput): Steps<ScenarioView> {
  const { world, graph, recipe, overrides, estimator, problem } = prepared;
  const members = membersByDistrict(zoning);
  const ownOf = zoning.districts.map(({ id }) => overrides.byDistrict.get(id));
  const { byCompound } = overrides;
  const accounted = yield* accountFor(prepared, members, { estimator, ownOf });
  const violations: (readonly Violation[])[] = [];
  let since = 0;
  for (const own of members) {
    violations.push(checkDistrict(problem, own));
    since += own.length;
    if (since < 4 * MEMBERS_PER_STEP) continue;
    yield 0;
    since = 0;
  }
  return {
    name,
    world,
    recipe,
    dataHash: world.dataHash,
    zoning,
    members,
    ...accounted,
    violations,
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

/** Everything a comparison asks of a scenario, evaluated once. O(n). */
export function viewScenario(input: ViewInput): ScenarioView {
  return finish(viewInSteps(input));
}
