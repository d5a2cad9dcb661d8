import type { Bilingual } from "../base/language.ts";
import { finish, type Steps } from "../base/steps.ts";
import { assumptionsUnder } from "../estimate/assumption-set.ts";
import { createEstimator, type Overrides } from "../estimate/estimator.ts";
import type { Compound } from "../ingest/world.ts";
import { membersByDistrict } from "../zoning/members.ts";
import { LEFT_OUT_REASONS, type Zoning } from "../zoning/zoning.ts";
import type { Prepared } from "./prepare.ts";
import { accountFor, type ScenarioView } from "./view.ts";

/**
 * What is charged and collected today (baseline a of DOMAIN §3): the compound's own fee from those
 * who pay it. The ledger knows of no other income and of no subsidy, so none is counted.
 */
function collectedToday({ feeYuanPerM2Month, collectionRate }: Compound): Overrides {
  return {
    fee_plan: feeYuanPerM2Month,
    coll_plan: collectionRate,
    vacant_rate: 0,
    park_fee: 0,
    temp_rev: 0,
    other_rev: 0,
    subsidy: 0,
  };
}

/** Without a company a compound gets the minimum of service, 托底; with one, the planned level. */
const MINIMUM: Overrides = { service_level: 0 };

/** A company that is there has its gates, cameras and rooms: nothing is to be built. */
const IN_PLACE: Overrides = {
  gate_vehicle: 0,
  gate_ped: 0,
  control_room_capex: 0,
  cctv_point: 0,
};

/** Every participant a district of its own under its own id and name, whatever the limits. */
function zoneToday({ world, problem }: Prepared): Zoning {
  const alone = [...problem.participant.keys()].filter((i) => problem.participant[i]);
  const assignment = new Int32Array(world.compounds.length).fill(-1);
  alone.forEach((i, district) => {
    assignment[i] = district;
  });
  const notAged = LEFT_OUT_REASONS.indexOf("not-aged");
  return {
    districts: alone.map((i) => ({ id: world.compounds[i].id, name: world.compounds[i].name })),
    assignment,
    reason: Uint8Array.from(assignment, (d) => (d < 0 ? notAged : 0)),
  };
}

/** What today is called beside scenarios. */
export const TODAY_NAME: Bilingual = { zh: "现状", en: "Today" };

/**
 * Today: every compound as it is, with what is charged, collected and spent now; the baseline that
 * is always there. Limits do not apply to it. What is spent is estimated: the minimum of service
 * where nobody is in charge, the planned level where a company is. O(n).
 * @param name what it is called
 */
export function viewToday(prepared: Prepared, name: string): ScenarioView {
  return finish(todayInSteps(prepared, name));
}

/** {@link viewToday} in steps; the unit is a member estimated. */
export function* todayInSteps(prepared: Prepared, name: string): Steps<ScenarioView> {
  const { world, graph, values, recipe } = prepared;
  const zoning = zoneToday(prepared);
  const members = membersByDistrict(zoning);
  const byCompound = new Map(world.compounds.map((c, i) => [i, collectedToday(c)]));
  const ownOf = members.map(([i]) => (world.compounds[i].managed ? IN_PLACE : MINIMUM));
  const estimator = createEstimator(world, graph, values, byCompound);
  yield 0;
  const accounted = yield* accountFor(prepared, members, { estimator, ownOf });
  return {
    name,
    world,
    recipe,
    dataHash: world.dataHash,
    zoning,
    members,
    ...accounted,
    violations: members.map(() => []),
    // What is so today is known: nothing but the prices of what is spent could be otherwise.
    uncertain: {
      world,
      graph,
      districts: members,
      ownOf,
      byCompound,
      assumptions: assumptionsUnder(recipe.assumptionSet),
      values,
    },
    isToday: true,
  };
}
