import type { Issue, IssueCode } from "../base/issue.ts";
import type { World } from "../ingest/world.ts";
import type { Plan } from "../regionalization/plan.ts";
import { type District, LEFT_OUT_REASONS, type Zoning } from "../zoning/zoning.ts";
import type { Scenario, ScenarioProof, ScenarioZoning } from "./scenario.ts";

/** The zoning by compound ids; members and left-out compounds in the world's order. */
export function describeZoning(zoning: Zoning, world: World): ScenarioZoning {
  const members: string[][] = zoning.districts.map(() => []);
  const leftOut: ScenarioZoning["leftOut"][number][] = [];
  world.compounds.forEach((compound, i) => {
    const district = zoning.assignment[i];
    if (district >= 0) members[district].push(compound.id);
    else leftOut.push({ compoundId: compound.id, reason: LEFT_OUT_REASONS[zoning.reason[i]] });
  });
  return {
    districts: zoning.districts.map(({ id, name }, d) => ({ id, name, compounds: members[d] })),
    leftOut,
  };
}

/** The proof of a plan by compound ids. */
export function describePlan(plan: Omit<Plan, "zoning">, world: World): ScenarioProof {
  return {
    stopped: plan.stopped,
    objective: plan.objective,
    components: plan.components,
    leftOut: plan.leftOut.map(({ compound, ...left }) => ({
      compoundId: world.compounds[compound].id,
      ...left,
    })),
  };
}

/** A scenario set back onto a world. */
export interface RestoredScenario {
  readonly zoning: Zoning;
  /** null when edited, or when the data are no longer those of the solve */
  readonly plan: Plan | null;
  readonly issues: readonly Issue[];
}

/**
 * The scenario's zoning and plan on `world`. Ids that the world lacks, and compounds that the
 * scenario does not mention, become issues; the latter are left out as `not-placed`.
 */
export function restoreScenario(scenario: Scenario, world: World): RestoredScenario {
  const indexOf = new Map(world.compounds.map(({ id }, i) => [id, i]));
  const missing: string[] = [];
  const districts: District[] = [];
  const assignment = new Int32Array(world.compounds.length).fill(-1);
  const reason = new Uint8Array(world.compounds.length).fill(
    LEFT_OUT_REASONS.indexOf("not-placed"),
  );
  const placed = new Uint8Array(world.compounds.length);
  const place = (id: string, district: number, why: number): void => {
    const i = indexOf.get(id);
    if (i === undefined) {
      missing.push(id);
      return;
    }
    placed[i] = 1;
    assignment[i] = district;
    reason[i] = why;
  };
  for (const { id, name, compounds } of scenario.zoning.districts) {
    for (const compound of compounds) place(compound, districts.length, 0);
    districts.push({ id, name });
  }
  for (const { compoundId, reason: why } of scenario.zoning.leftOut)
    place(compoundId, -1, LEFT_OUT_REASONS.indexOf(why));

  const zoning = { districts, assignment, reason };
  const issues = restoreIssues({ scenario, world, missing, placed });
  const plan = issues.length === 0 ? restorePlan(scenario, zoning, indexOf) : null;
  return { zoning, plan, issues };
}

function restorePlan(
  { plan }: Scenario,
  zoning: Zoning,
  indexOf: ReadonlyMap<string, number>,
): Plan | null {
  return plan && { ...restoreProof(plan, indexOf), zoning };
}

/** The proof by compound index; compounds that the world lacks are dropped. */
export function restoreProof(
  { stopped, objective, components, leftOut }: ScenarioProof,
  indexOf: ReadonlyMap<string, number>,
): Omit<Plan, "zoning"> {
  return {
    stopped,
    objective,
    components,
    leftOut: leftOut.flatMap(({ compoundId, ...left }) => {
      const compound = indexOf.get(compoundId);
      return compound === undefined ? [] : [{ compound, ...left }];
    }),
  };
}

interface RestoreFaults {
  readonly scenario: Scenario;
  readonly world: World;
  /** ids of the scenario that the world lacks */
  readonly missing: readonly string[];
  /** 1 where the scenario mentions the compound */
  readonly placed: Uint8Array;
}

function restoreIssues({ scenario, world, missing, placed }: RestoreFaults): Issue[] {
  const warn = (code: IssueCode, feature: string | null): Issue => ({
    code,
    severity: "warning",
    source: null,
    feature,
    at: null,
    args: {},
  });
  const unmentioned = world.compounds.filter((_, i) => placed[i] === 0);
  const issues = [
    ...missing.map((id) => warn("scenario-unknown-compound", id)),
    ...unmentioned.map(({ id }) => warn("scenario-new-compound", id)),
  ];
  if (scenario.dataHash !== world.dataHash) issues.unshift(warn("scenario-data-changed", null));
  return issues;
}
