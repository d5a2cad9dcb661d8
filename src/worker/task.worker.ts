import { serveTasks, type ToWorker } from "../core/index.ts";
import { loadSolver } from "./load-solver.ts";
import { pause } from "./pause.ts";

const serve = serveTasks({
  now: () => performance.now(),
  pause,
  loadSolver,
  send: (message, transfer) => postMessage(message, { transfer }),
});

addEventListener("message", ({ data }: MessageEvent<ToWorker>) => serve(data));
