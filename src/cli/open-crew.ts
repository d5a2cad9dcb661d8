import { availableParallelism } from "node:os";
import { Crew, type FromWorker } from "../core/index.ts";
import { openThread } from "./open-thread.ts";

/** Most threads that are started when nobody says how many; each holds its own solver, some 20 MB. */
const MOST_BY_DEFAULT = 8;

/** As many threads as there are cores. */
export function defaultWorkers(): number {
  return Math.min(MOST_BY_DEFAULT, availableParallelism());
}

/** A crew of threads, started at their first task; `close` it, or the process stays. */
export function openCrew(count: number): Crew {
  return new Crew({
    count,
    open(hear, fault) {
      const worker = openThread("task.worker");
      worker.on("message", (message: FromWorker) => hear(message));
      worker.on("error", (error: Error) => fault(error.message));
      return {
        post: (message, transfer) => worker.postMessage(message, transfer),
        end: () => void worker.terminate(),
      };
    },
    later: (ms, work) => void setTimeout(work, ms),
  });
}
