import { type ComponentStory, explainComponents } from "../contiguity/explain-component.ts";
import { componentMembers, type Problem } from "./problem.ts";

/** A component of the participants, and what would connect it to another. */
export interface ComponentFound extends ComponentStory {
  /** compound indices, ascending */
  readonly members: readonly number[];
}

/**
 * The components of a problem, in their order: members, why each stands alone, and the smallest
 * change of each kind that would connect it (SPEC C18).
 */
export function describeComponents(problem: Problem): ComponentFound[] {
  const { world, graph, parameters, placeable: active, cell } = problem;
  const members = componentMembers(problem);
  const stories = explainComponents(world, graph, { gapM: parameters.gapM, active, cell });
  return stories.map((story) => ({ ...story, members: members[story.component] }));
}
