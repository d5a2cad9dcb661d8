import type { Issue } from "../base/issue.ts";
import { type Components, labelComponents } from "../contiguity/components.ts";
import type { ContiguityGraph } from "../contiguity/graph.ts";
import type { Estimator } from "../estimate/estimator.ts";
import type { Compound, World } from "../ingest/world.ts";
import type { Zoning } from "../zoning/zoning.ts";
import { type Bonds, groupMembers, resolveBonds } from "./bonds.ts";
import { breaksUpper } from "./breaks-upper.ts";
import { fieldValues } from "./field-values.ts";
import { limitIssues } from "./limit-issues.ts";
import { createObjective, type ObjectiveFunction } from "./objective.ts";
import type { Envelope, PlanParameters } from "./parameters.ts";
import { NO_RULES, type PlanRules } from "./plan-rules.ts";

/** A regionalization problem, complete: who takes part, who may join whom, what is wanted. */
export interface Problem {
  readonly world: World;
  /** as given, and with the links that must-together groups need */
  readonly graph: ContiguityGraph;
  /** as given: what the estimates rest on */
  readonly given: ContiguityGraph;
  readonly estimator: Estimator;
  readonly parameters: PlanParameters;
  /** the rules as given */
  readonly rules: PlanRules;
  /** the rules as obeyed */
  readonly bonds: Bonds;
  /** a zoning to start from: no plan is worse than its valid districts; null: none */
  readonly start: Zoning | null;
  /** length n: 0 context, 1 aged, 2 anchor */
  readonly participant: Uint8Array;
  /** length n: envelope cell, −1 for context */
  readonly cell: Int32Array;
  /** name of each cell, null where the envelope has none */
  readonly cellNames: readonly (string | null)[];
  /**
   * length n: 1 where a compound takes part, is in no kept district and breaks no upper limit,
   * alone or with those it must stay with
   */
  readonly placeable: Uint8Array;
  /** connected pieces of the placeable compounds inside their cells */
  readonly components: Components;
  /** length n: the threshold's field, or null when there is no threshold */
  readonly threshold: Float64Array | null;
  readonly objective: ObjectiveFunction;
  /** limits that the data cannot meet, attributes without numbers */
  readonly issues: readonly Issue[];
}

/** Aged compounds and anchors take part; an unknown year counts as aged (DESIGN §4). */
export function takesPart(
  { anchor, builtYear }: Pick<Compound, "anchor" | "builtYear">,
  agedBefore: number | null,
): boolean {
  return anchor || agedBefore === null || builtYear === null || builtYear <= agedBefore;
}

function findParticipants(world: World, agedBefore: number | null): Uint8Array {
  return Uint8Array.from(world.compounds, (compound) => {
    if (compound.anchor) return 2;
    return takesPart(compound, agedBefore) ? 1 : 0;
  });
}

/** Key and name of a compound's cell: its 社区, its 街道, or one cell for all. */
export function cellOf({ community, communityName, street }: Compound, envelope: Envelope) {
  if (envelope === "community") return { key: community ?? "", name: communityName };
  return envelope === "street" ? { key: street ?? "", name: street } : { key: "", name: null };
}

/** Cells in order of their key, so that numbering does not depend on the file. */
function findCells(world: World, participant: Uint8Array, envelope: Envelope) {
  const keyOf = (i: number) => cellOf(world.compounds[i], envelope).key;
  const names = new Map<string, string | null>();
  world.compounds.forEach((compound, i) => {
    if (participant[i]) names.set(keyOf(i), cellOf(compound, envelope).name);
  });
  const keys = [...names.keys()].sort((a, b) => (a < b ? -1 : 1));
  const position = new Map(keys.map((key, at) => [key, at]));
  const cell = Int32Array.from(world.compounds, (_, i) =>
    participant[i] ? (position.get(keyOf(i)) ?? -1) : -1,
  );
  return { cell, cellNames: keys.map((key) => names.get(key) ?? null) };
}

/** Whether a compound can be placed under the bonds: 1, else 0. */
export function judgePlaceable(
  { world, parameters, participant }: Pick<Problem, "world" | "parameters" | "participant">,
  bonds: Bonds,
): (compound: number) => number {
  const full = bonds.groups.map(
    ({ members }) => breaksUpper(world, parameters.limits, members) !== null,
  );
  const { maxHouseholds, maxFloorAreaM2 } = parameters.limits;
  return (i) => {
    if (!participant[i] || bonds.keptOf[i] >= 0) return 0;
    if (bonds.groupOf[i] >= 0) return full[bonds.groupOf[i]] ? 0 : 1;
    const { households, floorAreaM2 } = world.compounds[i];
    const tooMany = maxHouseholds !== null && households > maxHouseholds;
    const tooLarge = maxFloorAreaM2 !== null && floorAreaM2 > maxFloorAreaM2;
    return tooMany || tooLarge ? 0 : 1;
  };
}

/** What a problem is made of. */
export interface ProblemInput {
  readonly world: World;
  readonly graph: ContiguityGraph;
  readonly estimator: Estimator;
  readonly parameters: PlanParameters;
  /** none by default */
  readonly rules?: PlanRules;
  /** none by default */
  readonly start?: Zoning | null;
  /** the objective that `parameters` names by default */
  readonly objective?: ObjectiveFunction;
}

/** Sets the problem up; O(n + links). @throws if world, graph and start are not of the same size */
export function createProblem(input: ProblemInput): Problem {
  const { world, graph, estimator, parameters, rules = NO_RULES, start = null } = input;
  const count = world.compounds.length;
  if (graph.count !== count) throw new Error(`graph of ${graph.count} for ${count} compounds`);
  if (start && start.assignment.length !== count)
    throw new Error(`start of ${start.assignment.length} for ${count} compounds`);
  const participant = findParticipants(world, parameters.agedBefore);
  const { cell, cellNames } = findCells(world, participant, parameters.envelope);
  const bonds = resolveBonds({ world, graph, parameters, rules, participant, cell });
  const judge = judgePlaceable({ world, parameters, participant }, bonds);
  const placeable = new Uint8Array(count);
  for (let i = 0; i < count; i++) placeable[i] = judge(i);
  const threshold = parameters.threshold
    ? fieldValues(world.compounds, parameters.threshold.field).map((v) => (Number.isNaN(v) ? 0 : v))
    : null;
  const standing = { world, given: graph, estimator, parameters, rules, start, threshold };
  return joinUp(
    { ...standing, graph: bonds.graph, bonds, participant, cell, cellNames, placeable },
    input.objective,
  );
}

/** The problem with what rests on who is placeable and linked: components, objective, issues. */
export function joinUp(
  parts: Omit<Problem, "components" | "objective" | "issues">,
  given?: ObjectiveFunction,
): Problem {
  const { world, graph, estimator, parameters, bonds, participant, cell, placeable } = parts;
  const components = labelComponents(graph, { active: placeable, cell });
  const objective = given ?? createObjective(world, estimator, { parameters, active: placeable });
  return {
    ...parts,
    components,
    objective: withoutKept(objective, { parameters, kept: bonds.kept }),
    issues: [
      ...bonds.issues,
      ...limitIssues({ world, parameters, placeable, participant, components }),
    ],
  };
}

/** Kept districts count towards a wanted number that is given; the solve aims at the rest. */
function withoutKept(
  objective: ObjectiveFunction,
  { parameters, kept }: { readonly parameters: PlanParameters; readonly kept: Bonds["kept"] },
): ObjectiveFunction {
  const { targetCount } = objective;
  if (targetCount === null || parameters.districts === null) return objective;
  return { ...objective, targetCount: Math.max(0, targetCount - kept.length) };
}

/** Objective levels of the kept districts together, zeros when there are none. */
export function keptLevels({ objective, bonds }: Problem): number[] {
  const sums = new Array<number>(objective.levels).fill(0);
  const out = new Float64Array(objective.levels);
  for (const { members } of bonds.kept) {
    objective.evaluate(members, members.length, out);
    for (let k = 0; k < sums.length; k++) sums[k] += out[k];
  }
  return sums;
}

/**
 * Compounds of a set in nodes that stay together, each ascending, in order of their smallest.
 * @param members a union of such nodes
 */
export function toNodes({ bonds }: Problem, members: readonly number[]): (readonly number[])[] {
  return [...members]
    .sort((a, b) => a - b)
    .filter((i) => groupMembers(bonds, i)[0] === i)
    .map((i) => groupMembers(bonds, i));
}

/** Compound indices of each component, ascending. O(n). */
export function componentMembers(problem: Problem): number[][] {
  const members: number[][] = Array.from({ length: problem.components.count }, () => []);
  problem.components.label.forEach((label, compound) => {
    if (label >= 0) members[label].push(compound);
  });
  return members;
}
