import {
  ContainerDesk,
  containerBudgetS,
  type FromContainerWorker,
  openContainer,
} from "../core/index.ts";
import { MACHINE } from "./machine.ts";

/**
 * Opens containers in a worker of the worker, started when the first one comes; where workers cannot
 * start workers, in this one, without a budget.
 */
export function openContainerDesk(): Pick<ContainerDesk, "open" | "close"> {
  if (typeof Worker === "undefined")
    return { open: (format, file) => openContainer(format, file, MACHINE), close() {} };
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
