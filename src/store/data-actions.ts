import {
  DEFAULT_PARAMETERS,
  describeIssue,
  guessRole,
  guessRoles,
  NEW_RECORD,
  NO_DECISIONS,
  type ReadOptions,
  type Recipe,
  readFiledZoning,
  readOptionsOf,
  readScenario,
  restoreScenario,
  type Scenario,
  type World,
  type Zoning,
} from "../core/index.ts";
import { type HeldSource, type HeldText, headOf } from "../worker/held-text.ts";
import { pause } from "../worker/pause.ts";
import type { PageWorld } from "../worker/protocol.ts";
import { arrive, type Carried, carryOver } from "./carry-over.ts";
import type { Desk } from "./desk.ts";
import { finishWithOutlines, planActive, runPlan } from "./plan-actions.ts";
import { PROJECT_FILE } from "./project-file.ts";
import { offerReadings } from "./reading-offers.ts";
import type { Actions, AppState, NamedText, ScenarioState } from "./state.ts";

type DataActions = Pick<
  Actions,
  "unpackFiles" | "openFiles" | "addFiles" | "openDemo" | "setFieldMap"
>;

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
  if (world && world.compounds.length === 0)
    desk.notify("error", world.ledgers.length > 0 ? "ledger-only" : "no-compounds");
  return world;
}

/** Data about to be shown, and how they were read. */
interface Shown {
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

/** Planning more compounds than these takes minutes: it is begun by the person. */
const PLANS_BY_ITSELF = 20_000;

/** Shows data by themselves, out of any project. */
async function showAlone(desk: Desk, shown: Shown): Promise<void> {
  await leaveProject(desk);
  showWorld(desk, shown, desk.state.busy);
}

/** Opens data afresh and plans once, but for very many compounds. */
async function openSources(
  desk: Desk,
  sources: readonly HeldSource[],
  read: Recipe["read"] = READ_AS_GIVEN,
): Promise<void> {
  const current = desk.active?.recipe;
  const recipe: Recipe = {
    read,
    parameters: current?.parameters ?? DEFAULT_PARAMETERS,
    ...NO_DECISIONS,
    ...(current && {
      assumptionSet: current.assumptionSet,
      assumptions: current.assumptions,
      rulePack: current.rulePack,
    }),
  };
  const world = await readWorldInto(desk, sources, readOptionsOf(recipe));
  if (!world) return;
  await showAlone(desk, { world, sources, reading: read });
  const { length } = world.compounds;
  const isLarge = length > PLANS_BY_ITSELF;
  if (isLarge) desk.planFirst = () => planFirst(desk, sources, recipe);
  // Showing many compounds, being free again, and what is said of them are a turn of the page each.
  const serial = desk.next();
  await pause();
  if (!desk.isLatest(serial)) return;
  desk.set({ busy: null });
  if (isLarge) await pause();
  if (!desk.isLatest(serial)) return;
  void offerReadings(desk);
  if (isLarge) desk.notify("info", "plan-by-hand", { count: length });
  else if (length > 0) await planFirst(desk, sources, recipe);
}

/** Districts that an export wrote, as they stand; null when it failed or something newer began. */
async function keepFiled(desk: Desk, recipe: Recipe, zoning: Zoning) {
  const serial = desk.next();
  const graph = await desk.attempt("read-failed", () => desk.deps.core.link(recipe));
  if (!graph || !desk.isLatest(serial)) return null;
  desk.notify("info", "districts-of-file", { count: zoning.districts.length });
  return { plan: null, zoning, graph };
}

/** The first plan of data newly opened, or the districts they bring along, kept as a project. */
async function planFirst(
  desk: Desk,
  sources: readonly HeldSource[],
  recipe: Recipe,
): Promise<void> {
  const { world } = desk.state;
  const filed = world?.filed === undefined ? world && readFiledZoning(world) : world.filed;
  const first = filed ? await keepFiled(desk, recipe, filed) : await runPlan(desk, recipe);
  if (!first) return;
  const { plan, graph } = first;
  const zoning = plan === null ? first.zoning : plan.zoning;
  const prepared = desk.prepare(recipe, graph);
  const name = scenarioName(sources);
  desk.add({
    id: "s1",
    name,
    parentId: null,
    zoning,
    prepared,
    plan,
    edited: plan === null,
    stale: false,
    record: NEW_RECORD,
  });
  desk.show("s1");
  await keepAsNew(desk, name);
  await finishWithOutlines(desk);
}

/** Ends what is under way in the project that was open; it stays as it was kept. */
async function leaveProject(desk: Desk): Promise<void> {
  desk.gate.take(() => desk.closeStroke());
  await desk.keeper.settled();
  desk.keeper.leave();
}

/** What is open becomes a project of its own. */
async function keepAsNew(desk: Desk, name: string): Promise<void> {
  await desk.keeper.adopt({ id: desk.deps.newId(), name });
  desk.keeper.keepAll({ withSources: true });
}

/** The compounds file's name without its ending. */
function scenarioName(sources: readonly HeldSource[]): string {
  const name = sources.find(({ role }) => role === "compounds")?.name ?? "";
  return name.replace(/\.[a-z]{2,8}$/i, "");
}

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

async function showScenario(
  desk: Desk,
  scenario: Scenario,
  world: World,
  carried: Pick<Carried, "steps" | "beganSolved"> = { steps: "", beganSolved: false },
): Promise<void> {
  const { id, name, parent: parentId, recipe } = scenario;
  const { zoning, plan, issues } = restoreScenario(scenario, world);
  const { edited, record } = scenario;
  const stale = scenario.stale || issues.length > 0;
  if (issues.length > 0) desk.notify("info", "scenario-data-changed", { name });
  const graph = await desk.attempt("read-failed", () => desk.deps.core.link(recipe));
  if (!graph || desk.state.world !== world) return;
  const known = arrive({ scenario, ...carried }, world, zoning);
  if (known === null && carried.steps !== "") desk.notify("info", "steps-dropped", { name });
  const prepared = desk.prepare(recipe, graph);
  desk.add({ id, name, parentId, zoning, prepared, plan, edited, stale, record }, known);
}

/**
 * Reads the open data again, with other files or options, and keeps every scenario's zoning and what can
 * be undone in it.
 * @param amend what else changes in the recipe of every scenario
 */
export async function rereadSources(
  desk: Desk,
  sources: readonly HeldSource[],
  read: Recipe["read"],
  amend: (recipe: Recipe) => Recipe = (recipe) => recipe,
): Promise<void> {
  if (desk.active && !(await desk.gate.turn())) return;
  const { world: before, scenarios, activeId } = desk.state;
  if (before && scenarios.length === 0) {
    await openSources(desk, sources, read);
    return;
  }
  const { active } = desk;
  const options = active ? readOptionsOf(amend({ ...active.recipe, read })) : read;
  const world = await readWorldInto(desk, sources, options);
  if (!world) return;
  if (!before) {
    desk.set({ busy: null });
    return;
  }
  if (world.compounds.length === 0) {
    await showAlone(desk, { world, sources, reading: read });
    desk.set({ busy: null });
    void offerReadings(desk);
    return;
  }
  // What was edited while the data were read is carried over, too.
  desk.closeStroke();
  await desk.keeper.settled();
  const carried = desk.state.scenarios.map((state) =>
    carryOver(state, desk.backstageOf(state.id), { before, world, read }),
  );
  desk.keeper.pause();
  showWorld(desk, { world, sources, reading: read });
  void offerReadings(desk);
  for (const { scenario, ...steps } of carried)
    await showScenario(desk, { ...scenario, recipe: amend(scenario.recipe) }, world, steps);
  const shown = desk.scenario(activeId);
  if (!shown) return;
  desk.show(shown.id);
  desk.keeper.keepAll({ withSources: true });
  await planUnlessEdited(desk, shown);
}

/** Districts that a person made or locked stand as they are; others are proposed anew, as a step. */
async function planUnlessEdited(desk: Desk, { edited, record }: ScenarioState): Promise<void> {
  if (!edited && !record.locked) {
    await planActive(desk);
    return;
  }
  desk.notify("info", "districts-kept");
  await finishWithOutlines(desk);
}

/** Reads the open data again under rules that change what barriers mean. */
export async function readUnderRules(desk: Desk, amend: (recipe: Recipe) => Recipe): Promise<void> {
  const { active } = desk;
  if (active) await rereadSources(desk, desk.state.sources, active.recipe.read, amend);
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
