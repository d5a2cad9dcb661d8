import type { LinearSolver } from "./exact/linear-solver.ts";
import type { Group } from "./find-groups.ts";
import { reasonCode } from "./left-out.ts";
import type { LeftOut, Plan, Solving } from "./plan.ts";
import type { Lock } from "./plan-rules.ts";
import { createProblem, type Problem } from "./problem.ts";
import { relaxLeftOut } from "./relax-left-out.ts";
import { type StageOptions, type Staging, solveHere, stageSolve } from "./solve.ts";
import { TaskBatch } from "./task-batch.ts";

/** Groups of open locks that a plan leaves out: the limits have no room for them, or no use. */
function findHomeless({ bonds }: Problem, { zoning }: Plan): readonly Group[] {
  return bonds.groups.filter(
    ({ lock, members }) => lock !== null && zoning.assignment[members[0]] < 0,
  );
}

/** The problem with these groups kept as districts of their own, from the plan on. */
function keepGroups(problem: Problem, plan: Plan, groups: readonly Group[]): Problem {
  const { world, graph, estimator, parameters, rules } = problem;
  const membersOf = new Map(groups.map(({ lock, members }) => [lock?.id, members]));
  const locks = rules.locks.map((lock): Lock => {
    const members = membersOf.get(lock.id);
    return members ? { ...lock, compounds: members, whole: true } : lock;
  });
  return createProblem({
    world,
    graph,
    estimator,
    parameters,
    rules: { ...rules, locks },
    start: plan.zoning,
  });
}

/** Whom a higher fee alone would take in is left out for not paying its way, not for rules that conflict. */
function giveReasons(plan: Plan, leftOut: Plan["leftOut"]): Plan {
  const reason = plan.zoning.reason.slice();
  const explained = leftOut.map((left): LeftOut => {
    const { what, verified } = left.relaxation ?? { what: null, verified: false };
    if (what !== "max-break-even-fee" || !verified) return left;
    reason[left.compound] = reasonCode("does-not-pay");
    return { ...left, reason: "does-not-pay" };
  });
  return { ...plan, zoning: { ...plan.zoning, reason }, leftOut: explained };
}

/**
 * Solves a problem and explains what it leaves out, its tasks run by whoever steps it; `next("stop")`
 * ends it with the best so far. A locked group that the solve would leave out is kept as a district
 * of its members alone, with what it breaks listed, and the rest is solved again around it: locks
 * never move (R30). Same problem, same bytes.
 */
export function* stageProposal(problem: Problem, options: StageOptions): Staging<Plan> {
  let isStopped = false;
  function* passOn<T>(steps: Staging<T>): Staging<T> {
    let step = steps.next();
    while (!step.done) {
      // No more work is handed out after a stop; the plan is still made in steps.
      const isWork = step.value instanceof TaskBatch;
      if (!(isStopped && isWork) && (yield step.value) === "stop") isStopped = true;
      step = steps.next(isStopped ? "stop" : undefined);
    }
    return step.value;
  }
  let current = problem;
  let plan = yield* passOn(stageSolve(current, options));
  for (;;) {
    const homeless = findHomeless(current, plan);
    if (homeless.length === 0) break;
    current = keepGroups(current, plan, homeless);
    plan = yield* passOn(stageSolve(current, options));
  }
  if (isStopped) return plan;
  return giveReasons(plan, yield* passOn(relaxLeftOut(problem, plan)));
}

/**
 * {@link stageProposal} in this thread, step by step; `next("stop")` ends it with the best so far.
 * @param solver for proofs beyond small components; null: bounds only
 */
export function propose(problem: Problem, solver: LinearSolver | null = null): Solving<Plan> {
  return solveHere(stageProposal(problem, { canProve: solver !== null }), solver);
}
