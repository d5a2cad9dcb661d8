import { performance } from "node:perf_hooks";
import { parentPort } from "node:worker_threads";
import { serveTasks, type ToWorker } from "../core/index.ts";
import { loadSolver } from "./load-solver.ts";

const serve = serveTasks({
  now: () => performance.now(),
  pause: () => new Promise((resolve) => setImmediate(resolve)),
  loadSolver,
  send: (message, transfer) => parentPort?.postMessage(message, transfer),
});

parentPort?.on("message", (message: ToWorker) => serve(message));
