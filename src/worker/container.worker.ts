import { serveContainers, type ToContainerWorker } from "../core/index.ts";
import { MACHINE } from "./machine.ts";

// Libraries tell the console what puzzles them in a file; what a person should know of it is an issue.
for (const method of ["log", "warn", "error"] as const) console[method] = () => undefined;

const serve = serveContainers(MACHINE, (message) => postMessage(message));

addEventListener("message", ({ data }: MessageEvent<ToContainerWorker>) => void serve(data));
