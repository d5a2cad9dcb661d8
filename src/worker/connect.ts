import { proxy, transfer, wrap } from "comlink";
import type { CoreSession } from "./protocol.ts";

/** Starts the worker and returns the core behind it. */
export function connectWorker(): CoreSession {
  const worker = new Worker(new URL("./pianqu.worker.ts", import.meta.url), { type: "module" });
  const remote = wrap<CoreSession>(worker);
  return {
    unpack: (files) =>
      remote.unpack(
        transfer(
          [...files],
          files.map(({ bytes }) => bytes.buffer as ArrayBuffer),
        ),
      ),
    read: (sources, options) => remote.read(sources, options),
    link: (recipe) => remote.link(recipe),
    components: (recipe) => remote.components(recipe),
    plan: (recipe, onProgress) => remote.plan(recipe, proxy(onProgress)),
    cancel: () => remote.cancel(),
    assess: (recipe, zoning, options, onProgress) =>
      remote.assess(recipe, zoning, options, proxy(onProgress)),
    stopAssessing: () => remote.stopAssessing(),
    candidates: (recipe, onProgress) => remote.candidates(recipe, proxy(onProgress)),
    compare: (request, onProgress) => remote.compare(request, proxy(onProgress)),
    stopComparing: () => remote.stopComparing(),
    writeComparison: () => remote.writeComparison(),
    outline: (zoning, recipe) => remote.outline(zoning, recipe),
    export: (request) => remote.export(request),
  };
}
