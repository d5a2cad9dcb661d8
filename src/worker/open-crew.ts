import { Crew, type FromWorker } from "../core/index.ts";

/** Each worker holds its own solver, some 20 MB. */
const MOST_WORKERS = 6;

/** Workers of the worker: one core is left to the page. null where workers cannot start workers. */
export function openCrew(): Crew | null {
  if (typeof Worker === "undefined") return null;
  const count = Math.min(MOST_WORKERS, Math.max(1, navigator.hardwareConcurrency - 1));
  return new Crew({
    count,
    open(hear, fault) {
      const worker = new Worker(new URL("./task.worker.ts", import.meta.url), { type: "module" });
      worker.onmessage = ({ data }: MessageEvent<FromWorker>) => hear(data);
      worker.onerror = ({ message }) => fault(message || "a worker could not be started");
      return {
        post: (message, transfer) => worker.postMessage(message, transfer),
        end: () => worker.terminate(),
      };
    },
    later: (ms, work) => void setTimeout(work, ms),
  });
}
