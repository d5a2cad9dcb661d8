import { proxy, wrap } from "comlink";
import { pause } from "./pause.ts";
import type { CoreSession } from "./protocol.ts";
import type { SlicedSession } from "./sliced-session.ts";
import { createCollector, type WorldSlice } from "./world-parts.ts";

/** Starts the worker and returns the core behind it. */
export function connectWorker(): CoreSession {
  const worker = new Worker(new URL("./pianqu.worker.ts", import.meta.url), { type: "module" });
  const remote = wrap<SlicedSession>(worker);
  return {
    unpack: (files) => remote.unpack(files),
    async read(sources, options, onProgress) {
      const collector = createCollector();
      const take = (slice: WorldSlice) => collector.take(slice);
      const rest = await remote.read(sources, options, proxy(onProgress), proxy(take));
      // Taking it in and showing it are two turns of the page.
      await pause();
      return rest && collector.finish(rest);
    },
    place: (source, named, near) => remote.place(source, named, near),
    link: (recipe) => remote.link(recipe),
    components: (recipe) => remote.components(recipe),
    plan: (recipe, onProgress) => remote.plan(recipe, proxy(onProgress)),
    cancel: () => remote.cancel(),
    assess: (recipe, zoning, options, onProgress) =>
      remote.assess(recipe, zoning, options, proxy(onProgress)),
    stopAssessing: () => remote.stopAssessing(),
    candidates: (recipe, shown, onProgress) => remote.candidates(recipe, shown, proxy(onProgress)),
    compare: (request, onProgress) => remote.compare(request, proxy(onProgress)),
    stopComparing: () => remote.stopComparing(),
    writeComparison: () => remote.writeComparison(),
    outline: (zoning, recipe) => remote.outline(zoning, recipe),
    export: (request) => remote.export(request),
  };
}
