import {
  describeIssue,
  guessRole,
  guessRoles,
  readOptionsOf,
  readScenario,
  type Scenario,
} from "../core/index.ts";
import { type HeldSource, type HeldText, headOf } from "../worker/held-text.ts";
import type { Desk } from "./desk.ts";
import { keepAsNew, leaveProject, openSources } from "./open-sources.ts";
import { finishWithOutlines } from "./plan-actions.ts";
import { PROJECT_FILE } from "./project-file.ts";
import { rereadSources, showScenario } from "./reread-sources.ts";
import { readWorldInto, showWorld } from "./show-world.ts";
import type { Actions, NamedText } from "./state.ts";

type DataActions = Pick<
  Actions,
  "unpackFiles" | "openFiles" | "addFiles" | "openDemo" | "setFieldMap"
>;

/** Opens scenarios that share one set of data; those of other data are named in a notice. */
async function openScenarios(
  desk: Desk,
  scenarios: readonly Scenario[],
  { sources, activeId }: { readonly sources: readonly HeldSource[]; readonly activeId: string },
): Promise<boolean> {
  const [first] = scenarios;
  const world = await readWorldInto(desk, sources, readOptionsOf(first.recipe));
  if (!world) return false;
  await leaveProject(desk);
  showWorld(desk, { world, sources, reading: first.recipe.read });
  for (const scenario of scenarios) {
    if (scenario.dataHash !== first.dataHash)
      desk.notify("error", "scenario-other-data", { name: scenario.name });
    else await showScenario(desk, scenario, world);
  }
  const shown = desk.scenario(activeId) ?? desk.state.scenarios[0];
  if (!shown) return false;
  desk.show(shown.id);
  await keepAsNew(desk, shown.name);
  await finishWithOutlines(desk);
  return true;
}

/** Data and what brings them in. */
export function createDataActions(
  desk: Desk,
  importProject: (file: NamedText) => Promise<void>,
): DataActions {
  /** serial of the unpacking whose texts are still to be opened */
  let unpacked: number | null = null;

  /** Opens texts; what was unpacked for it keeps the page busy until then, so that it says so once. */
  const endUnpacking = async (opening: Promise<void>): Promise<void> => {
    const serial = unpacked;
    unpacked = null;
    await opening;
    if (serial !== null && desk.isLatest(serial)) desk.set({ busy: null });
  };

  const openTexts = async (files: readonly HeldText[]): Promise<void> => {
    const project = files.find(({ name }) => PROJECT_FILE.test(name));
    if (project) {
      const [whole] = await readWhole([project]);
      await importProject(whole);
      return;
    }
    const saved = files.filter(({ name }) => /\.pianqu\.json$/i.test(name));
    if (saved.length === 0) {
      await openSources(desk, withRoles(files));
      return;
    }
    const scenarios = (await readWhole(saved)).flatMap(({ name, text }) => {
      const { scenario, issues } = readScenario(text, name);
      for (const issue of issues) {
        const { message, fix } = describeIssue(issue, desk.state.language);
        desk.notify("error", "scenario-unreadable", { name, detail: `${message} ${fix}` });
      }
      return scenario ? [scenario] : [];
    });
    const [first] = scenarios;
    if (first) await openScenarios(desk, scenarios, { sources: first.sources, activeId: first.id });
  };

  const addTexts = async (files: readonly HeldText[]): Promise<void> => {
    // Beside open compounds a table of points is a ledger.
    const added = files.map(
      ({ name, text }): HeldSource => ({ name, text, role: guessRole(name, headOf(text)) }),
    );
    const names = new Set(added.map(({ name }) => name));
    const kept = desk.state.sources.filter(({ name }) => !names.has(name));
    await rereadSources(desk, [...kept, ...added], desk.state.reading);
    if (desk.state.world?.synthetic) desk.notify("info", "added-to-example");
  };

  return {
    openFiles: (files) => endUnpacking(openTexts(files)),
    addFiles: (files) => endUnpacking(addTexts(files)),

    async unpackFiles(files) {
      const serial = desk.next();
      desk.set({ busy: { task: "read", done: null, gap: null } });
      const texts = (await desk.attempt("read-failed", () => desk.deps.core.unpack(files))) ?? [];
      if (texts.length > 0) unpacked = serial;
      else if (desk.isLatest(serial)) desk.set({ busy: null });
      return texts;
    },

    async openDemo() {
      const files = await desk.attempt("demo-failed", () => desk.deps.fetchDemo());
      if (files) await openTexts(files);
    },

    async setFieldMap(fieldMap) {
      await rereadSources(desk, desk.state.sources, { ...desk.state.reading, fieldMap });
    },
  };
}

function withRoles(files: readonly HeldText[]): HeldSource[] {
  const guessed = guessRoles(files.map(({ name, text }) => ({ name, text: headOf(text) })));
  return files.map(({ name, text }, i) => ({ name, text, role: guessed[i].role }));
}

/** Files of the program's own, whole. */
function readWhole(files: readonly HeldText[]): Promise<NamedText[]> {
  return Promise.all(
    files.map(async ({ name, text }) => ({
      name,
      text: typeof text === "string" ? text : await text.blob.text(),
    })),
  );
}
