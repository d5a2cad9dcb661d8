import {
  type ComponentStory,
  type CutOffReason,
  explainComponents,
  readReason,
} from "../contiguity/explain-component.ts";
import { groupMembers } from "./bonds.ts";
import { componentMembers, type Problem } from "./problem.ts";

/**
 * Why something stands alone. `oversized`: a compound beyond an upper limit by itself or with those
 * it must stay with, so that no district can hold it. `beside-oversized`: a component whose only
 * links inside its cell lead to such compounds.
 */
export type StandsAlone = CutOffReason | "oversized" | "beside-oversized";

/** A component of the participants, or an oversized compound, and what would connect it. */
export interface ComponentFound extends Omit<ComponentStory, "reason"> {
  /** −1 for an oversized compound: it is in no component */
  readonly component: number;
  readonly reason: StandsAlone;
  /** compound indices, ascending */
  readonly members: readonly number[];
  /** oversized compounds that members are linked to inside their cell, ascending */
  readonly oversized: readonly number[];
}

const FROM_AFAR: ReadonlySet<CutOffReason> = new Set(["gap", "gap-and-crossing", "alone"]);

/** Participants in no kept district that no district can hold. */
export function listOversized({ participant, placeable, bonds }: Problem): number[] {
  const oversized: number[] = [];
  participant.forEach((takesPart, i) => {
    if (takesPart && !placeable[i] && bonds.keptOf[i] < 0) oversized.push(i);
  });
  return oversized;
}

/** Compounds of `among` that some of `members` is linked to inside its cell, ascending. */
function linkedTo(
  { graph, cell }: Problem,
  members: readonly number[],
  among: ReadonlySet<number>,
): number[] {
  const found = new Set<number>();
  for (const i of members) {
    for (const j of graph.neighbor.subarray(graph.offset[i], graph.offset[i + 1])) {
      if (among.has(j) && cell[i] === cell[j]) found.add(j);
    }
  }
  return [...found].sort((a, b) => a - b);
}

/**
 * The components of a problem, in their order: members, why each stands alone, and the smallest
 * change of each kind that would connect it (SPEC C18); then every oversized compound by index.
 */
export function describeComponents(problem: Problem): ComponentFound[] {
  const { world, graph, parameters, placeable: active, cell } = problem;
  const members = componentMembers(problem);
  const oversized = listOversized(problem);
  const among = new Set(oversized);
  const stories = explainComponents(world, graph, { gapM: parameters.gapM, active, cell });
  const components = stories.map((story): ComponentFound => {
    const own = members[story.component];
    const beside = among.size > 0 ? linkedTo(problem, own, among) : [];
    // Whatever can be done within the gap says more than a neighbour that nobody can be joined to.
    const isBeside = beside.length > 0 && FROM_AFAR.has(readReason(story));
    const reason = isBeside ? "beside-oversized" : story.reason;
    return { ...story, reason, members: own, oversized: beside };
  });
  return [...components, ...oversized.map((i) => describeOversized(problem, i, among))];
}

function describeOversized(
  problem: Problem,
  i: number,
  among: ReadonlySet<number>,
): ComponentFound {
  const others = new Set(among);
  for (const j of groupMembers(problem.bonds, i)) others.delete(j);
  const none = { byHand: null, crossing: null, envelope: null, gap: null, both: null };
  const oversized = linkedTo(problem, [i], others);
  return { component: -1, reason: "oversized", ...none, members: [i], oversized };
}
