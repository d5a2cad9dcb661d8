import { ContainerDesk, containerBudgetS, type FromContainerWorker } from "../core/index.ts";
import { openThread } from "./open-thread.ts";

/** Most memory of the thread that opens containers, MB: beyond it the thread ends, not the process. */
const MOST_MEMORY_MB = 4096;

/** Opens containers in a thread, started when the first one comes; `close` it, or the process stays. */
export function openContainerDesk(budgetS = containerBudgetS): ContainerDesk {
  return new ContainerDesk({
    open(hear, fault) {
      const resourceLimits = { maxOldGenerationSizeMb: MOST_MEMORY_MB };
      const worker = openThread("container.worker", { resourceLimits });
      worker.on("message", (message: FromContainerWorker) => hear(message));
      worker.on("error", (error: Error) => fault(error.message));
      return {
        post: (message, transfer) => worker.postMessage(message, transfer),
        end: () => void worker.terminate(),
      };
    },
    later: (ms, work) => void setTimeout(work, ms).unref(),
    budgetS,
  });
}
