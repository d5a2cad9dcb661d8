import type { DistrictEstimate, World } from "../../core/index.ts";
import type { ScenarioState } from "../../store/state.ts";
import type { ShownPlan } from "../store-context.tsx";

/** One district as the table shows it. */
export interface DistrictRow {
  /** position in `zoning.districts` */
  readonly index: number;
  readonly id: string;
  readonly name: string;
  readonly community: string;
  readonly estimate: DistrictEstimate;
  readonly violations: number;
}

/** Names of the 社区 that each district's members lie in, most members first. */
export function communitiesOf(world: World, { zoning }: Pick<ScenarioState, "zoning">): string[][] {
  const counts = zoning.districts.map(() => new Map<string, number>());
  zoning.assignment.forEach((district, i) => {
    const name = world.compounds[i].communityName ?? world.compounds[i].community;
    if (district >= 0 && name) counts[district].set(name, (counts[district].get(name) ?? 0) + 1);
  });
  return counts.map((count) => [...count].sort((a, b) => b[1] - a[1]).map(([name]) => name));
}

/** One row per district that has members. */
export function buildDistrictRows({ world, zoning, ...plan }: ShownPlan): DistrictRow[] {
  const communities = communitiesOf(world, { zoning });
  return zoning.districts.flatMap(({ id, name }, index) => {
    const estimate = plan.estimates[index];
    if (!estimate || estimate.compounds === 0) return [];
    const [first = "", ...rest] = communities[index];
    const community = rest.length > 0 ? `${first} +${rest.length}` : first;
    const violations = plan.violations[index]?.length ?? 0;
    return [{ index, id, name, community, estimate, violations }];
  });
}
