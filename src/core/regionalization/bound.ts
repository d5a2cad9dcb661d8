import { costBound } from "./cost-bound.ts";
import { mostDistricts } from "./district-counts.ts";
import type { Problem } from "./problem.ts";

/**
 * Valid lower bound of the objective's levels over one component, given that every household of it
 * is included (level 0 at its own bound, 0).
 */
export function componentBound(problem: Problem, component: readonly number[]): number[] {
  if (problem.parameters.objective === "cost") return [costBound(problem, component)];
  if (problem.parameters.objective === "max-p") return [-mostDistricts(problem, component), 0];
  return [0];
}
