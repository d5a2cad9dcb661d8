import type { StoreDeps } from "../../src/store/deps.ts";
import { createSession } from "../../src/worker/session.ts";
import { DESK, HOST } from "../core/ingest/containers/container-files.ts";
import { geojsonOf } from "../geojson-builder.ts";
import { gridWorld } from "../prepared-builder.ts";
import { fakeMemory, fakePages, fakeStorage } from "./fake-storage.ts";

/** Compounds of a grid as a file. */
export const GRID = { name: "grid.geojson", text: geojsonOf(gridWorld(40, { columns: 8 })) };

/** Real core behind a clone of every message, storage in memory. */
export function fakeDeps(change: Partial<StoreDeps> = {}) {
  let time = 0;
  const session = createSession({
    now: () => {
      time += 1;
      return time;
    },
    pause: () => new Promise((resolve) => setImmediate(resolve)),
    loadSolver: async () => null,
    crew: null,
    hand: (message) => message,
    machine: HOST,
    desk: DESK,
  });
  const calls: string[] = [];
  let id = 0;
  const deps: StoreDeps = {
    core: {
      unpack: (files) => session.unpack(files),
      async read(sources, options, onProgress) {
        calls.push("read");
        const given = structuredClone([sources, options] as const);
        return structuredClone(await session.read(...given, onProgress));
      },
      place: (source, named, near) => session.place(source, named, near),
      async link(recipe) {
        calls.push("link");
        return structuredClone(await session.link(structuredClone(recipe)));
      },
      async components(recipe) {
        calls.push("components");
        return structuredClone(await session.components(structuredClone(recipe)));
      },
      async plan(recipe, onProgress) {
        calls.push("plan");
        return structuredClone(await session.plan(structuredClone(recipe), onProgress));
      },
      async assess(recipe, zoning, ...rest) {
        calls.push("assess");
        const given = structuredClone([recipe, zoning] as const);
        return structuredClone(await session.assess(...given, ...rest));
      },
      async stopAssessing() {
        calls.push("stopAssessing");
        await session.stopAssessing();
      },
      async candidates(recipe, shown, onProgress) {
        calls.push("candidates");
        const given = structuredClone([recipe, shown] as const);
        return structuredClone(await session.candidates(...given, onProgress));
      },
      async compare(request, onProgress) {
        calls.push("compare");
        return session.compare(structuredClone(request), (progress) =>
          onProgress(structuredClone(progress)),
        );
      },
      async stopComparing() {
        calls.push("stopComparing");
        await session.stopComparing();
      },
      writeComparison: () => session.writeComparison(),
      async cancel() {
        calls.push("cancel");
        await session.cancel();
      },
      async outline(...args) {
        calls.push("outline");
        return structuredClone(await session.outline(...structuredClone(args)));
      },
      async export(request) {
        calls.push("export");
        return session.export(structuredClone(request));
      },
    },
    fetchDemo: async () => [GRID],
    storage: fakeStorage().storage,
    access: fakePages().page(),
    memory: fakeMemory(),
    now: () => {
      time += 1;
      return time;
    },
    newId: () => {
      id += 1;
      return `id${id}`;
    },
    ...change,
  };
  return { deps, calls };
}
