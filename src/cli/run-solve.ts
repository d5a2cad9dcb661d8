import { type Crew, type Plan, type Problem, solve, solveWithCrew } from "../core/index.ts";
import type { Terminal } from "./command.ts";
import type { Arguments } from "./parse-arguments.ts";

/** `--workers`; as many as the machine has cores when absent. @throws UsageError */
export function readWorkers(args: Arguments, { workers }: Terminal): number {
  return args.number("workers", workers, { min: 1, max: 64, whole: true });
}

/** Longest stretch without looking at the clock or hearing a worker, ms. */
const SLICE_MS = 10;

/** Components up to this are proven in no time; so many compounds are solved before threads start. */
const SMALL = { component: 20, problem: 3000 };

/** Whether threads are worth their start. */
function isLarge({ components: { size }, placeable }: Problem): boolean {
  const all = placeable.reduce((sum, one) => sum + one, 0);
  return all > SMALL.problem || size.some((count) => count > SMALL.component);
}

/** Lets messages in. */
function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Whoever waits for the crew also wakes at the deadline. */
async function listen(crew: Crew, leftMs: number): Promise<void> {
  const timer = leftMs < Infinity ? setTimeout(() => crew.nudge(), leftMs) : undefined;
  await crew.listen();
  clearTimeout(timer);
}

/**
 * Solves over `workers` threads (1: in this one), and ends with the best so far when the deadline has
 * passed.
 */
export async function runSolve(
  problem: Problem,
  { now, loadSolver, openCrew }: Pick<Terminal, "now" | "loadSolver" | "openCrew">,
  options: { readonly workers: number; readonly deadline: number },
): Promise<Plan> {
  const { workers, deadline } = options;
  const crew = workers > 1 && isLarge(problem) ? openCrew(workers) : null;
  try {
    const steps = crew ? solveWithCrew(problem, crew) : solve(problem, await loadSolver());
    let isLate = false;
    for (let sliceEnd = now() + SLICE_MS; ; ) {
      const step = steps.next(isLate ? "stop" : undefined);
      if (step.done) return isLate ? { ...step.value, stopped: "time" } : step.value;
      isLate ||= now() >= deadline;
      if (!crew) continue;
      if (step.value === null && !isLate) await listen(crew, deadline - now());
      else if (step.value === null) await crew.listen();
      else if (now() >= sliceEnd) await pause();
      else continue;
      sliceEnd = now() + SLICE_MS;
    }
  } finally {
    crew?.close();
  }
}
