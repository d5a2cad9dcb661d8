import { EMPTY_ESTIMATE, type LiveZoning } from "../core/index.ts";
import type { DistrictTally, EditTotals } from "./edit-state.ts";

/** A district as the live zoning has it now. Costs its members and their links. */
export function tallyOf(live: LiveZoning, at: number): DistrictTally {
  const hasMembers = at < live.districts.length && live.lists.size[at] > 0;
  return {
    at,
    estimate: (hasMembers && live.estimate(at)) || EMPTY_ESTIMATE,
    violations: hasMembers ? live.violations(at) : [],
  };
}

/** Sums over districts; those without members count for nothing. */
export function totalsOf(tallies: readonly DistrictTally[], householdsLeftOut: number): EditTotals {
  const sum = (of: (tally: DistrictTally) => number) =>
    tallies.reduce((total, tally) => total + of(tally), 0);
  return {
    districts: sum(({ estimate }) => (estimate.compounds > 0 ? 1 : 0)),
    households: sum(({ estimate }) => estimate.households),
    floorAreaM2: sum(({ estimate }) => estimate.floorAreaM2),
    netCostYuan: sum(({ estimate }) => estimate.netCostYuan),
    staff: sum(({ estimate }) => estimate.staff.total),
    parkingShortage: sum(({ estimate }) => estimate.parkingShortage),
    wallOpenedM: sum(({ estimate }) => estimate.wallOpenedM),
    violations: sum(({ violations }) => violations.length),
    householdsLeftOut,
  };
}
