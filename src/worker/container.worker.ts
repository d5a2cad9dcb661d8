import { serveContainers, type ToContainerWorker } from "../core/index.ts";
import { MACHINE } from "./machine.ts";

const serve = serveContainers(MACHINE, (message) => postMessage(message));

addEventListener("message", ({ data }: MessageEvent<ToContainerWorker>) => void serve(data));
