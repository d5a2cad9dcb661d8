import type { LeftOut, Plan, Solving } from "./plan.ts";
import type { Problem } from "./problem.ts";

export function* relaxLeftOut(_problem: Problem, plan: Plan): Solving<readonly LeftOut[]> {
  return plan.leftOut;
}
