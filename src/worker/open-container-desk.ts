import { ContainerDesk, containerBudgetS, type FromContainerWorker } from "../core/index.ts";

/** Opens containers in a worker of the worker, started when the first one comes. */
export function openContainerDesk(): ContainerDesk {
  return new ContainerDesk({
    open(hear, fault) {
      const worker = new Worker(new URL("./container.worker.ts", import.meta.url), {
        type: "module",
      });
      worker.onmessage = ({ data }: MessageEvent<FromContainerWorker>) => hear(data);
      worker.onerror = ({ message }) => fault(message || "a worker could not be started");
      return {
        post: (message, transfer) => worker.postMessage(message, transfer),
        end: () => worker.terminate(),
      };
    },
    later: (ms, work) => void setTimeout(work, ms),
    budgetS: containerBudgetS,
  });
}
