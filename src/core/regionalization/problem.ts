import type { Issue } from "../base/issue.ts";
import { type Components, labelComponents } from "../contiguity/components.ts";
import type { ContiguityGraph } from "../contiguity/graph.ts";
import type { Estimator } from "../estimate/estimator.ts";
import type { Compound, World } from "../ingest/world.ts";
import { fieldValues } from "./field-values.ts";
import { limitIssues } from "./limit-issues.ts";
import { createObjective, type ObjectiveFunction } from "./objective.ts";
import type { Envelope, PlanParameters } from "./parameters.ts";

/** A regionalization problem, complete: who takes part, who may join whom, what is wanted. */
export interface Problem {
  readonly world: World;
  readonly graph: ContiguityGraph;
  readonly estimator: Estimator;
  readonly parameters: PlanParameters;
  /** length n: 0 context, 1 aged, 2 anchor */
  readonly participant: Uint8Array;
  /** length n: envelope cell, −1 for context */
  readonly cell: Int32Array;
  /** name of each cell, null where the envelope has none */
  readonly cellNames: readonly (string | null)[];
  /** length n: 1 where a compound takes part and breaks no upper limit on its own */
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
function cellOf({ community, communityName, street }: Compound, envelope: Envelope) {
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

function findPlaceable(world: World, participant: Uint8Array, parameters: PlanParameters) {
  const { maxHouseholds, maxFloorAreaM2 } = parameters.limits;
  return Uint8Array.from(world.compounds, (compound, i) => {
    if (!participant[i]) return 0;
    const tooMany = maxHouseholds !== null && compound.households > maxHouseholds;
    const tooLarge = maxFloorAreaM2 !== null && compound.floorAreaM2 > maxFloorAreaM2;
    return tooMany || tooLarge ? 0 : 1;
  });
}

/** Sets the problem up; O(n + links). @throws if world and graph are not of the same size */
export function createProblem(input: {
  readonly world: World;
  readonly graph: ContiguityGraph;
  readonly estimator: Estimator;
  readonly parameters: PlanParameters;
}): Problem {
  const { world, graph, estimator, parameters } = input;
  if (graph.count !== world.compounds.length) {
    throw new Error(`graph of ${graph.count} for ${world.compounds.length} compounds`);
  }
  const participant = findParticipants(world, parameters.agedBefore);
  const { cell, cellNames } = findCells(world, participant, parameters.envelope);
  const placeable = findPlaceable(world, participant, parameters);
  const components = labelComponents(graph, { active: placeable, cell });
  const threshold = parameters.threshold
    ? fieldValues(world.compounds, parameters.threshold.field).map((v) => (Number.isNaN(v) ? 0 : v))
    : null;
  return {
    ...input,
    participant,
    cell,
    cellNames,
    placeable,
    components,
    threshold,
    objective: createObjective(world, estimator, { parameters, active: placeable }),
    issues: limitIssues({ world, parameters, placeable, participant, components }),
  };
}

/** Compound indices of each component, ascending. O(n). */
export function componentMembers(problem: Problem): number[][] {
  const members: number[][] = Array.from({ length: problem.components.count }, () => []);
  problem.components.label.forEach((label, compound) => {
    if (label >= 0) members[label].push(compound);
  });
  return members;
}
