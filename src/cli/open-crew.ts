import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { Crew, type FromWorker } from "../core/index.ts";

/** From source the loader of TypeScript has to be told of each thread; the built file needs none. */
function openThread(): Worker {
  if (!import.meta.url.endsWith(".ts"))
    return new Worker(new URL("./task.worker.js", import.meta.url));
  const loader = JSON.stringify(import.meta.resolve("tsx/esm/api"));
  const file = JSON.stringify(new URL("./task.worker.ts", import.meta.url).href);
  const start = `import(${loader}).then(({ register }) => { register(); return import(${file}); })`;
  return new Worker(start, { eval: true });
}

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
      const worker = openThread();
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
