import { buildAtOnce, buildPlan } from "./build-plan.ts";
import { type ComponentRun, openRun, runInTurn, zoneComponent } from "./component-run.ts";
import {
  type Course,
  openCourse,
  readDistricts,
  readPartition,
  readZoning,
  renewBound,
  reportCourse,
  settleComponent,
  takeMemory,
} from "./course.ts";
import { solveDbscan } from "./dbscan.ts";
import type { LinearSolver } from "./exact/linear-solver.ts";
import { proveCounts } from "./exact/prove-counts.ts";
import type { Plan, SolveProgress, Solving } from "./plan.ts";
import type { Problem } from "./problem.ts";
import { openProofs } from "./proof.ts";
import { proofBudget } from "./prove-components.ts";
import { startDistricts } from "./start-districts.ts";
import { TaskBatch } from "./task-batch.ts";

/** Part of the whole at which searches end, as progress shows it. */
const SEARCHED_AT = 0.6;

/** Steps of a solve whose tasks are run by whoever steps it; a batch is answered before `next`. */
export type Staging<T> = Generator<SolveProgress | TaskBatch, T, "stop" | undefined>;

/** One search per component that can hold a district. */
function searchTasks({ proofs, inputs }: Course) {
  return [...inputs.keys()]
    .filter((component) => !proofs[component].optimal)
    .map((component) => ({
      component,
      task: { kind: "search" as const, input: inputs[component] },
    }));
}

/** One proof per component that is still open, large ones first. */
function proveTasks(course: Course) {
  const { proofs, inputs } = course;
  const sizeOf = (c: number) => inputs[c].piece.count;
  return [...inputs.keys()]
    .filter((c) => !proofs[c].optimal)
    .sort((a, b) => sizeOf(b) - sizeOf(a) || a - b)
    .map((component) => {
      const { optimal, bound } = proofs[component];
      const proof = { optimal, bound };
      const from = readZoning(course, component);
      const memory = takeMemory(course, component);
      const task = { kind: "prove" as const, input: inputs[component], from, proof, memory };
      return { component, task };
    });
}

/** Proof or bound of a zoning with a wanted number of districts, which couples the components. */
function* proveCount(course: Course): Solving<boolean> {
  const { problem, inputs, proofs, kept, bound: before } = course;
  const { objective, parameters } = problem;
  const open = [...inputs.keys()].filter((c) => !proofs[c].optimal);
  const known = open.map((c) => ({
    piece: inputs[c].piece,
    incumbent: readPartition(course, c),
  }));
  const wanted = objective.targetCount ?? 0;
  const budget = proofBudget(parameters.method);
  const steps = proveCounts(known, { objective, budget, wanted });
  let step = steps.next();
  for (; !step.done; step = steps.next()) {
    if ((yield reportCourse(course, SEARCHED_AT)) === "stop") return true;
  }
  const { bound, partitions } = step.value;
  partitions?.forEach(({ districts }, k) => {
    const zoning = zoneComponent(inputs[open[k]], districts);
    const proof = { optimal: true, bound: inputs[open[k]].known.bound };
    settleComponent(course, open[k], { zoning, proof, memory: null });
  });
  const [hopeless] = before;
  const values = bound.slice(2).map((value, k) => value + kept[k]);
  course.bound = [hopeless + bound[0], bound[1], ...values];
  return false;
}

/** What was asked of a solve, beside its problem. */
export interface StageOptions {
  /** whether whoever runs the tasks has a linear solver; without one there are bounds only */
  readonly canProve: boolean;
}

/** Searches, then proofs. @returns whether it was stopped */
function* runStages(course: Course, { canProve }: StageOptions): Staging<boolean> {
  const { objective, parameters } = course.problem;
  const searches = new TaskBatch(course, searchTasks(course), [0, SEARCHED_AT]);
  const stopped = (yield searches) === "stop";
  renewBound(course);
  if (stopped) return true;
  if (objective.targetCount !== null) return yield* proveCount(course);
  if (!canProve || parameters.method === "search") return false;
  const proofs = new TaskBatch(course, proveTasks(course), [SEARCHED_AT, 1]);
  const cut = (yield proofs) === "stop";
  renewBound(course);
  return cut;
}

/**
 * A solve as independent tasks, one batch after the other, and steps of its own in between: the
 * caller decides who runs the tasks, and how long to go on. `next("stop")` ends it with the best so
 * far (`stopped: "cancelled"`). Same problem, same bytes, whoever runs them (R60).
 */
export function* stageSolve(problem: Problem, options: StageOptions): Staging<Plan> {
  if (problem.parameters.method === "dbscan") return yield* solveDbscan(problem);
  const course = yield* openCourse(problem);
  if (course === null) {
    const steps = openProofs(problem);
    let step = steps.next();
    while (!step.done) step = steps.next();
    const districts = startDistricts(problem);
    return buildAtOnce(problem, { districts, proofs: step.value, stopped: "cancelled" });
  }
  const stopped = yield* runStages(course, options);
  const progress = reportCourse(course, 1);
  yield progress;
  const districts = readDistricts(course);
  yield progress;
  const building = buildPlan(problem, {
    districts,
    proofs: course.proofs,
    bound: problem.objective.targetCount === null ? null : course.bound,
    stopped: stopped ? "cancelled" : "done",
  });
  return yield* reporting(building, progress);
}

/** The end of a solve in steps: a stop changes nothing any more. */
function* reporting(building: Generator<void, Plan, void>, at: SolveProgress): Staging<Plan> {
  for (;;) {
    const step = building.next();
    if (step.done) return step.value;
    yield at;
  }
}

/** Begins a batch's tasks: searches all at once, so that each gets its turn; proofs one by one. */
function* openTogether(batch: TaskBatch, solver: LinearSolver | null) {
  const all = Array.from({ length: batch.count }, (_, at) => at);
  const together = all.filter((at) => batch.task(at).kind === "search");
  const open = (positions: readonly number[]) =>
    positions.map((at) => ({ at, run: openRun(batch.task(at), solver) }));
  if (together.length > 0) yield open(together);
  for (const at of all) if (batch.task(at).kind === "prove") yield open([at]);
}

/** Runs a batch in this thread. @returns "stop" when it was stopped */
function* runHere(batch: TaskBatch, solver: LinearSolver | null): Solving<"stop" | undefined> {
  for (const group of openTogether(batch, solver)) {
    const open = new Map<number, ComponentRun>(group.map(({ at, run }) => [at, run]));
    for (const { at: k, over } of runInTurn(group.map(({ run }) => run))) {
      const { at, run } = group[k];
      batch.note(at, run.report());
      if (over) {
        batch.settle(at, run.answer());
        open.delete(at);
      }
      if ((yield batch.progress()) !== "stop") continue;
      for (const [left, one] of open) batch.settle(left, one.answer());
      return "stop";
    }
  }
  return undefined;
}

/** Steps through a staged solve, its tasks run in this thread. */
export function* solveHere<T>(staging: Staging<T>, solver: LinearSolver | null): Solving<T> {
  let step = staging.next();
  while (!step.done) {
    const { value } = step;
    step = staging.next(value instanceof TaskBatch ? yield* runHere(value, solver) : yield value);
  }
  return step.value;
}

/**
 * Solves a problem step by step in this thread: the caller decides how long to go on. `next("stop")`
 * ends it with the best so far (`stopped: "cancelled"`). Same problem, same bytes; steps take
 * milliseconds, but for calls of the linear solver.
 * @param solver for proofs beyond 20 compounds; null: bounds only
 */
export function solve(problem: Problem, solver: LinearSolver | null = null): Solving<Plan> {
  return solveHere(stageSolve(problem, { canProve: solver !== null }), solver);
}
