import { type LinearSolver, type Plan, type Problem, solve } from "../core/index.ts";

/** Solves, and ends with the best so far when `isLate` says so. */
export function runSolve(
  problem: Problem,
  solver: LinearSolver | null,
  isLate: () => boolean,
): Plan {
  const steps = solve(problem, solver);
  for (let step = steps.next(); ; ) {
    if (step.done) return step.value;
    if (!isLate()) {
      step = steps.next();
      continue;
    }
    let last = steps.next("stop");
    while (!last.done) last = steps.next("stop");
    return { ...last.value, stopped: "time" };
  }
}
