import { componentBound } from "./bound.ts";
import { componentSums, missedMinimums } from "./left-out.ts";
import { componentMembers, type Problem } from "./problem.ts";

/** What is known about one component: members, whether its part is proven, its bound from the households left out on (null: none can be placed). */
export interface ComponentProof {
  readonly members: readonly number[];
  readonly optimal: boolean;
  readonly bound: readonly number[] | null;
}

/** What is known of every component before any work: whether it can hold a district, and its bound. */
export function openProofs(problem: Problem): ComponentProof[] {
  const sums = componentSums(problem);
  return componentMembers(problem).map((members, c) => {
    const hopeless = missedMinimums(problem, sums[c]).length > 0;
    return {
      members,
      optimal: hopeless,
      bound: hopeless ? null : [0, ...componentBound(problem, members)],
    };
  });
}
