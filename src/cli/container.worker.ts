import { parentPort } from "node:worker_threads";
import { serveContainers, type ToContainerWorker } from "../core/index.ts";
import { MACHINE } from "./machine.ts";

// Libraries tell the console what puzzles them in a file; what a person should know of it is an issue.
for (const method of ["log", "warn", "error"] as const) console[method] = () => undefined;

const serve = serveContainers(MACHINE, (message) => parentPort?.postMessage(message));

parentPort?.on("message", (message: ToContainerWorker) => void serve(message));
