import {
  DEFAULT_PARAMETERS,
  describeIssue,
  describeZoning,
  guessRole,
  NEW_RECORD,
  NO_DECISIONS,
  type ReadOptions,
  type Recipe,
  readOptionsOf,
  readScenario,
  restoreScenario,
  type Scenario,
  type SourceFile,
  type World,
} from "../core/index.ts";
import type { NamedText } from "./deps.ts";
import type { Desk } from "./desk.ts";
import { finishWithOutlines, planActive, runPlan } from "./plan-actions.ts";
import type { Actions, ScenarioState } from "./state.ts";

type DataActions = Pick<Actions, "openFiles" | "addFiles" | "openDemo" | "setFieldMap" | "restore">;

const READ_AS_GIVEN: ReadOptions = { fieldMap: {}, crs: null };

/** Reads in the worker and puts the world in place; null when it failed or something newer began. */
async function readWorldInto(
  desk: Desk,
  sources: readonly SourceFile[],
  options: ReadOptions,
): Promise<World | null> {
  const serial = desk.next();
  desk.set({ busy: { task: "read", done: null, gap: null } });
  const world = await desk.attempt("read-failed", () => desk.deps.core.read(sources, options));
  if (!desk.isLatest(serial)) return null;
  desk.set({ busy: null });
  if (world && world.compounds.length === 0) desk.notify("error", "no-compounds");
  return world;
}

function showWorld(desk: Desk, world: World, sources: readonly SourceFile[]): void {
  desk.backstage.clear();
  desk.set({
    world,
    sources,
    scenarios: [],
    activeId: null,
    graph: null,
    components: null,
    selection: null,
    hover: null,
  });
}

/** Opens data afresh and plans once. */
async function openSources(
  desk: Desk,
  sources: readonly SourceFile[],
  read: ReadOptions = READ_AS_GIVEN,
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
  showWorld(desk, world, sources);
  if (world.compounds.length === 0) return;
  const outcome = await runPlan(desk, recipe);
  if (!outcome) return;
  const { plan, graph } = outcome;
  const prepared = desk.prepare(recipe, graph);
  const name = scenarioName(sources);
  desk.add({
    id: "s1",
    name,
    parentId: null,
    zoning: plan.zoning,
    prepared,
    plan,
    edited: false,
    stale: false,
    record: NEW_RECORD,
  });
  desk.set({ activeId: "s1", graph });
  await finishWithOutlines(desk);
}

/** The compounds file's name without its ending. */
function scenarioName(sources: readonly SourceFile[]): string {
  const name = sources.find(({ role }) => role === "compounds")?.name ?? "";
  return name.replace(/\.(geo)?json$/i, "");
}

/** Opens scenarios that share one set of data; those of other data are named in a notice. */
async function openScenarios(
  desk: Desk,
  scenarios: readonly Scenario[],
  { sources, activeId }: { readonly sources: readonly SourceFile[]; readonly activeId: string },
): Promise<boolean> {
  const [first] = scenarios;
  const world = await readWorldInto(desk, sources, readOptionsOf(first.recipe));
  if (!world) return false;
  showWorld(desk, world, sources);
  for (const scenario of scenarios) {
    if (scenario.dataHash !== first.dataHash)
      desk.notify("error", "scenario-other-data", { name: scenario.name });
    else await showScenario(desk, scenario, world);
  }
  const shown = desk.scenario(activeId) ?? desk.state.scenarios[0];
  if (!shown) return false;
  desk.set({ activeId: shown.id, graph: desk.backstageOf(shown.id).prepared.graph });
  await finishWithOutlines(desk);
  return true;
}

async function showScenario(desk: Desk, scenario: Scenario, world: World): Promise<void> {
  const { id, name, parent: parentId, recipe } = scenario;
  const { zoning, plan, issues } = restoreScenario(scenario, world);
  const { edited, record } = scenario;
  const stale = scenario.stale || issues.length > 0;
  if (issues.length > 0) desk.notify("info", "scenario-data-changed", { name });
  const graph = await desk.attempt("read-failed", () => desk.deps.core.link(recipe));
  if (!graph || desk.state.world !== world) return;
  desk.add({
    id,
    name,
    parentId,
    zoning,
    prepared: desk.prepare(recipe, graph),
    plan,
    edited,
    stale,
    record,
  });
}

/** Reads the open data again, with other files or options, and keeps every scenario's zoning. */
async function rereadSources(
  desk: Desk,
  sources: readonly SourceFile[],
  read: ReadOptions,
): Promise<void> {
  const { world: before, scenarios, activeId } = desk.state;
  const world = await readWorldInto(desk, sources, read);
  if (!world || !before) return;
  if (scenarios.length === 0 || world.compounds.length === 0) {
    await openSources(desk, sources, read);
    return;
  }
  showWorld(desk, world, sources);
  for (const state of scenarios)
    await showScenario(desk, carryOver(state, { before, world, read }), world);
  const shown = desk.scenario(activeId);
  if (!shown) return;
  desk.set({ activeId, graph: desk.backstageOf(shown.id).prepared.graph });
  await planActive(desk);
}

/** A scenario of the old world as one of the new; its proof does not hold there. */
function carryOver(
  { id, name, parentId, recipe, zoning, edited, record }: ScenarioState,
  {
    before,
    world,
    read,
  }: { readonly before: World; readonly world: World; readonly read: ReadOptions },
): Scenario {
  return {
    id,
    name,
    parent: parentId,
    dataHash: world.dataHash,
    recipe: { ...recipe, read },
    zoning: describeZoning(zoning, before),
    plan: null,
    edited,
    stale: true,
    record,
    sources: [],
  };
}

/** Data and what brings them in. */
export function createDataActions(desk: Desk): DataActions {
  const openFiles = async (files: readonly NamedText[]): Promise<void> => {
    const saved = files.filter(({ name }) => /\.pianqu\.json$/i.test(name));
    if (saved.length === 0) {
      await openSources(desk, withRoles(files));
      return;
    }
    const scenarios = saved.flatMap(({ name, text }) => {
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

  return {
    openFiles,

    async addFiles(files) {
      const added = withRoles(files);
      const names = new Set(added.map(({ name }) => name));
      const kept = desk.state.sources.filter(({ name }) => !names.has(name));
      const read = desk.active?.recipe.read ?? READ_AS_GIVEN;
      await rereadSources(desk, [...kept, ...added], read);
    },

    async openDemo() {
      const files = await desk.attempt("demo-failed", () => desk.deps.fetchDemo());
      if (files) await openFiles(files);
    },

    async setFieldMap(fieldMap) {
      const crs = desk.active?.recipe.read.crs ?? null;
      await rereadSources(desk, desk.state.sources, { fieldMap, crs });
    },

    async restore() {
      const project = await desk.attempt("restore-failed", () => desk.deps.storage.load());
      if (!project) return false;
      const scenarios = project.scenarios.flatMap((text) => readScenario(text).scenario ?? []);
      const [first] = scenarios;
      if (!first) return false;
      const activeId = project.activeId ?? first.id;
      return openScenarios(desk, scenarios, { sources: project.sources, activeId });
    },
  };
}

function withRoles(files: readonly NamedText[]): SourceFile[] {
  return files.map(({ name, text }) => ({ name, text, role: guessRole(name, text) }));
}
