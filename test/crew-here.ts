import { Crew, type CrewHost } from "../src/core/regionalization/crew.ts";
import type { LinearSolver } from "../src/core/regionalization/exact/linear-solver.ts";
import type { Plan, SolveProgress } from "../src/core/regionalization/plan.ts";
import type { Problem } from "../src/core/regionalization/problem.ts";
import { serveTasks } from "../src/core/regionalization/serve-tasks.ts";
import { proposeWithCrew } from "../src/core/regionalization/solve-with-crew.ts";

/** How the workers of a test are made. */
export interface CrewHere {
  readonly count: number;
  readonly loadSolver?: () => Promise<LinearSolver | null>;
  /** delays of messages: the n-th waits `delays[n mod length]` turns of the event loop */
  readonly delays?: readonly number[];
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Workers without threads: messages are cloned, and come late and in any order between workers. */
export function crewHere({ count, loadSolver = async () => null, delays = [0] }: CrewHere): Crew & {
  readonly ended: number[];
} {
  let sent = 0;
  const ended: number[] = [];
  const delivery = () => {
    let last = Promise.resolve();
    return (deliver: () => void) => {
      const wait = delays[sent++ % delays.length];
      last = last.then(async () => {
        for (let k = 0; k < wait; k++) await turn();
        deliver();
      });
    };
  };
  const host: CrewHost = {
    count,
    open(hear) {
      let isEnded = false;
      const [there, back] = [delivery(), delivery()];
      const serve = serveTasks({
        // Every look at the clock is a new slice: as many pauses and reports as there can be.
        now: () => (sent += 1000),
        pause: turn,
        loadSolver,
        send: (message, transfer) => {
          const copy = structuredClone(message, { transfer });
          back(() => {
            if (!isEnded) hear(copy);
          });
        },
      });
      return {
        post(message, transfer) {
          const copy = structuredClone(message, { transfer });
          there(() => serve(copy));
        },
        end() {
          isEnded = true;
          ended.push(sent);
        },
      };
    },
    later: (_ms, work) => void setImmediate(work),
  };
  return Object.assign(new Crew(host), { ended });
}

/** Solves by a crew; `isStopped` is asked at every step. */
export async function solveByCrew(
  problem: Problem,
  crew: Crew,
  isStopped: (progress: SolveProgress | null) => boolean = () => false,
): Promise<Plan> {
  const steps = proposeWithCrew(problem, crew);
  let step = steps.next();
  while (!step.done) {
    const stop = isStopped(step.value);
    if (step.value === null && !stop) await crew.listen();
    else await turn();
    step = steps.next(stop ? "stop" : undefined);
  }
  return step.value;
}
