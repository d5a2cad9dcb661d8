import { readOptionsOf, readScenario } from "../core/index.ts";
import type { Desk } from "./desk.ts";
import type { EditActions, ProjectEntry } from "./edit-state.ts";
import { purgeDeleted } from "./keeper.ts";
import { finishWithOutlines } from "./plan-actions.ts";
import { readProject, writeProject } from "./project-file.ts";
import { type ReadScenarioState, readKept } from "./read-project.ts";
import { readWorldInto, showWorld } from "./show-world.ts";
import type { Actions } from "./state.ts";
import {
  PROJECT_VERSION,
  type ProjectHead,
  StorageFault,
  type StoredProject,
} from "./stored-project.ts";

type ProjectActions = Pick<
  EditActions,
  | "settled"
  | "retrySave"
  | "editUnsaved"
  | "takeOver"
  | "listProjects"
  | "openProject"
  | "renameProject"
  | "duplicateProject"
  | "deleteProject"
  | "undeleteProject"
  | "exportProject"
  | "importProject"
> &
  Pick<Actions, "restore">;

/** Time after which a deleted project is removed for good, ms. */
const DELETED_KEEP_MS = 24 * 3600 * 1000;

const newestFirst = (a: ProjectHead, b: ProjectHead) => b.usedAt - a.usedAt;

function entryOf({ synthetic = false, scenarios, ...head }: ProjectHead): ProjectEntry {
  const { id, name, savedAt, compounds, deleted } = head;
  return { id, name, savedAt, compounds, synthetic, scenarios: scenarios.length, deleted };
}

/** Puts a scenario that was read back in its place, and says what is not all there. */
async function addKept(desk: Desk, kept: ReadScenarioState, named: ProjectHead): Promise<void> {
  const { scenario, recipe, zoning, known, lost, isOtherData } = kept;
  const { id } = scenario;
  const entry = named.scenarios.find((one) => one.id === id);
  const name = entry?.name ?? scenario.name;
  if (isOtherData) desk.notify("info", "scenario-data-changed", { name });
  else if (lost !== "nothing") desk.notify("error", `${lost}-lost`, { name });
  const graph = await desk.attempt("restore-failed", () => desk.deps.core.link(recipe));
  if (!graph) return;
  desk.add(
    {
      id,
      name,
      parentId: entry ? entry.parentId : scenario.parent,
      zoning,
      prepared: desk.prepare(recipe, graph),
      plan: null,
      edited: scenario.edited,
      stale: scenario.stale,
      record: scenario.record,
    },
    known,
  );
}

/** Shows a project's data and scenarios; false when they cannot be read. */
async function showStored(desk: Desk, stored: StoredProject): Promise<boolean> {
  const { head, sources, snapshots, log } = stored;
  const order = new Map(head.scenarios.map(({ id }, k) => [id, k]));
  const known = snapshots
    .filter(({ scenario }) => order.has(scenario))
    .sort((a, b) => (order.get(a.scenario) ?? 0) - (order.get(b.scenario) ?? 0));
  const first = known.flatMap(({ text }) => readScenario(text).scenario ?? [])[0];
  if (!first) {
    desk.notify("error", "project-damaged", { name: head.name });
    return false;
  }
  const world = await readWorldInto(desk, sources, readOptionsOf(first.recipe));
  if (!world) return false;
  desk.keeper.pause();
  showWorld(desk, { world, sources, reading: first.recipe.read });
  let isWhole = true;
  for (const snapshot of known) {
    const own = log.filter(({ scenario }) => scenario === snapshot.scenario);
    const kept = readKept(snapshot, own, world);
    if (kept) await addKept(desk, kept, head);
    if (kept?.lost !== "nothing") isWhole = false;
    const { done, undone } = kept?.known.history ?? { done: null, undone: null };
    const steps = (done?.length ?? 0) + (undone?.length ?? 0);
    if (kept) desk.keeper.resume(kept.scenario.id, { seq: kept.seq, kept: snapshot.seq, steps });
  }
  const shown = desk.scenario(head.activeId) ?? desk.state.scenarios[0];
  if (!shown) return false;
  desk.show(shown.id);
  // A log that cannot be followed must not be gone on with, nor personal data be kept longer.
  const withSources = world.kept !== undefined;
  if (isWhole && !withSources) desk.keeper.unpause();
  else desk.keeper.keepAll({ withSources });
  return true;
}

/** Projects of this browser: listed, opened, named, copied, deleted, taken along as a file. */
export function createProjectActions(desk: Desk): ProjectActions {
  const { storage } = desk.deps;

  const list = async (): Promise<void> => {
    const heads = await desk.attempt("projects-failed", () => storage.list());
    if (heads) desk.set({ projects: [...heads].sort(newestFirst).map(entryOf) });
  };

  /** Claims a project and shows it; the one before is left as it was kept. */
  const open = async (id: string, { steal = false } = {}): Promise<boolean> => {
    desk.gate.take(() => desk.closeStroke());
    await desk.keeper.settled();
    const before = desk.keeper.open;
    const head = (await storage.list()).find((one) => one.id === id);
    if (!head) throw new StorageFault("other", id);
    if (head.version > PROJECT_VERSION) {
      desk.notify("error", "project-newer", { name: head.name });
      return false;
    }
    desk.keeper.pause();
    await desk.keeper.adopt(head, { steal, isStored: true });
    const stored = await storage.load(id);
    const isShown = stored !== null && (await showStored(desk, stored));
    if (!isShown) {
      if (before && before.id !== id) await desk.keeper.adopt(before, { isStored: true });
      desk.keeper.unpause();
      return false;
    }
    desk.keeper.keepHead();
    await finishWithOutlines(desk);
    return true;
  };

  const changeHead = async (id: string, change: Partial<ProjectHead>): Promise<void> => {
    await desk.attempt("projects-failed", async () => {
      const head = (await storage.list()).find((one) => one.id === id);
      if (head) await storage.writeHead({ ...head, ...change });
    });
    await list();
  };

  /** A project as kept, under another id. */
  const addStored = async (stored: StoredProject, name: string): Promise<string> => {
    const id = desk.deps.newId();
    const token = desk.deps.newId();
    const now = desk.deps.now();
    await storage.claim(id, token);
    const head = { ...stored.head, id, name, savedAt: now, usedAt: now, deleted: false };
    await storage.write({ ...stored, head }, token);
    return id;
  };

  return {
    settled: () => desk.keeper.settled(),
    retrySave: () => desk.keeper.retry(),
    editUnsaved: () => desk.keeper.goOnUnsaved(),

    async takeOver() {
      const { projectId } = desk.state;
      if (projectId) await desk.attempt("restore-failed", () => open(projectId, { steal: true }));
    },

    listProjects: list,

    async openProject(id) {
      if (id === desk.state.projectId) return;
      await desk.attempt("restore-failed", () => open(id));
      await list();
    },

    async renameProject(id, name) {
      const trimmed = name.trim();
      if (trimmed === "") return;
      if (id !== desk.state.projectId) {
        await changeHead(id, { name: trimmed });
        return;
      }
      desk.gate.manage(() => desk.keeper.rename(trimmed));
      await desk.keeper.settled();
      await list();
    },

    async duplicateProject(id) {
      await desk.keeper.settled();
      await desk.attempt("projects-failed", async () => {
        const [stored, heads] = [await storage.load(id), await storage.list()];
        if (stored)
          await addStored(stored, freeName(stored.head.name, new Set(heads.map((h) => h.name))));
      });
      await list();
    },

    async deleteProject(id) {
      await desk.keeper.settled();
      await changeHead(id, { deleted: true });
      if (id !== desk.state.projectId) return;
      const next = desk.state.projects.find(({ deleted }) => !deleted);
      if (next) await desk.attempt("restore-failed", () => open(next.id));
      else desk.keeper.leave();
    },

    undeleteProject: (id) => changeHead(id, { deleted: false }),

    async exportProject(id) {
      await desk.keeper.settled();
      const isKept = id !== desk.state.projectId || desk.keeper.isKept;
      const stored = isKept
        ? await desk.attempt("projects-failed", () => storage.load(id))
        : desk.keeper.whole();
      if (!stored) return null;
      return { name: `${stored.head.name}.pianqu-project.json`, text: await writeProject(stored) };
    },

    async importProject({ name, text }) {
      const read = readProject(text);
      if (read.project === null) {
        desk.notify("error", `project-file-${read.fault}`, { name });
        return;
      }
      const { project } = read;
      await desk.attempt("restore-failed", async () => {
        const heads = await storage.list();
        const free = freeName(project.head.name, new Set(heads.map((head) => head.name)));
        await open(await addStored(project, free));
      });
      await list();
    },

    async restore() {
      const heads = await desk.attempt("restore-failed", async () => {
        await purgeDeleted(storage, desk.deps.now() - DELETED_KEEP_MS);
        return storage.list();
      });
      const last = [...(heads ?? [])].sort(newestFirst).find(({ deleted }) => !deleted);
      if (!last) return false;
      const isOpen = await desk.attempt("restore-failed", () => open(last.id));
      await list();
      return isOpen === true;
    },
  };
}

/** The name, or with the lowest number in brackets that is free. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  const stem = name.replace(/ \(\d+\)$/, "");
  let number = 2;
  while (taken.has(`${stem} (${number})`)) number += 1;
  return `${stem} (${number})`;
}
