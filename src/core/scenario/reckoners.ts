import type { Steps } from "../base/steps.ts";
import type { AssumptionValues } from "../estimate/defaults.ts";
import { createMemberSums, type MemberSums } from "../estimate/member-sums.ts";
import { type Reckoner, reckonerInSteps } from "../estimate/reckoner.ts";
import type { UncertainPlan } from "../estimate/uncertainty.ts";

/** Plans that see the same values of the same compounds: their sums are made once for all. */
export interface ReckonerGroup {
  /** what the group's values are drawn around */
  readonly plan: UncertainPlan;
  readonly members: MemberSums;
  /** positions of the plans, with their reckoners */
  readonly reckoners: readonly { readonly at: number; readonly reckoner: Reckoner }[];
}

/** Tells plans apart by all that their compounds' sums rest on. */
function createKey(): (plan: UncertainPlan) => string {
  const worlds = new Map<object, number>();
  return ({ world, byCompound, values, assumptions }) => {
    const serial = worlds.get(world) ?? worlds.set(world, worlds.size).size - 1;
    const own = [...byCompound].sort(([a], [b]) => a - b);
    return JSON.stringify([serial, own, values, assumptions.map((a) => [a.key, a.low, a.high])]);
  };
}

/** Reckoners of several plans, those that rest on the same together; in steps. */
export function* groupReckoners(plans: readonly UncertainPlan[]): Steps<ReckonerGroup[]> {
  const keyOf = createKey();
  const groups = new Map<
    string,
    ReckonerGroup & { reckoners: { at: number; reckoner: Reckoner }[] }
  >();
  for (const [at, plan] of plans.entries()) {
    const key = keyOf(plan);
    const known = groups.get(key);
    const members = known?.members ?? createMemberSums(plan.world, plan.byCompound);
    const entry = { at, reckoner: yield* reckonerInSteps(plan, members) };
    yield 0;
    if (known) known.reckoners.push(entry);
    else groups.set(key, { plan, members, reckoners: [entry] });
  }
  return [...groups.values()];
}

/** A plan's values with one of them set otherwise. */
export function withValue(
  values: AssumptionValues,
  key: keyof AssumptionValues,
  value: number,
): AssumptionValues {
  return { ...values, [key]: value };
}
