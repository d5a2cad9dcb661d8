import type { ReadOptions, Recipe } from "../core/index.ts";
import type { HeldSource } from "../worker/held-text.ts";
import type { PageWorld } from "../worker/protocol.ts";
import type { Desk } from "./desk.ts";
import type { AppState } from "./state.ts";

export const READ_AS_GIVEN: Recipe["read"] = { fieldMap: {}, crs: null };

/** Reads in the worker; the page is busy until the world is shown. Null when it failed or something newer began. */
export async function readWorldInto(
  desk: Desk,
  sources: readonly HeldSource[],
  options: ReadOptions,
): Promise<PageWorld | null> {
  const serial = desk.next();
  // What was just unpacked has said so.
  if (desk.state.busy?.task !== "read" || desk.state.busy.done !== null)
    desk.set({ busy: { task: "read", done: null, gap: null } });
  // Reports travel on a channel of their own, so the last ones may come after the result.
  let reading = true;
  const world = await desk.attempt("read-failed", () =>
    desk.deps.core.read(sources, options, (read) => {
      if (reading && desk.isLatest(serial))
        desk.set({ busy: { task: "read", done: read.done, gap: null, read } });
    }),
  );
  reading = false;
  if (!desk.isLatest(serial)) return null;
  // Who shows the world ends the work in the same breath: the page is rendered once.
  if (!world) desk.set({ busy: null });
  if (world && world.compounds.length === 0) desk.notify("error", whyEmpty(world));
  return world;
}

/** Why nothing can be planned: positions that wait for a person's word come before a ledger alone. */
function whyEmpty({ positions, ledgers }: PageWorld): string {
  if (positions.some(({ placed, sample }) => !placed && sample !== null)) return "positions-open";
  return ledgers.length > 0 ? "ledger-only" : "no-compounds";
}

/** Data about to be shown, and how they were read. */
export interface Shown {
  readonly world: PageWorld;
  readonly sources: readonly HeldSource[];
  readonly reading: Recipe["read"];
}

/**
 * What reading cleaned takes the place of what was given, so that it alone is kept, read again, exported.
 * @param busy what the page is busy with still
 */
export function showWorld(
  desk: Desk,
  { world, sources, reading }: Shown,
  busy: AppState["busy"] = null,
): void {
  desk.dropStroke();
  desk.table.drop();
  desk.planFirst = async () => {};
  desk.backstage.clear();
  desk.set({
    busy,
    world,
    sources: world.kept ?? sources,
    reading,
    offers: [],
    scenarios: [],
    activeId: null,
    scene: null,
    graph: null,
    components: null,
    comparison: null,
    selection: null,
    hover: null,
    preview: null,
    ...desk.shift(null),
  });
}
