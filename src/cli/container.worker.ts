import { parentPort } from "node:worker_threads";
import { serveContainers, type ToContainerWorker } from "../core/index.ts";
import { MACHINE } from "./machine.ts";

const serve = serveContainers(MACHINE, (message) => parentPort?.postMessage(message));

parentPort?.on("message", (message: ToContainerWorker) => void serve(message));
