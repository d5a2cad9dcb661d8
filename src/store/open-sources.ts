import {
  DEFAULT_PARAMETERS,
  NEW_RECORD,
  NO_DECISIONS,
  nameWithoutEnding,
  type Recipe,
  readFiledZoning,
  readOptionsOf,
  type Zoning,
} from "../core/index.ts";
import type { HeldSource } from "../worker/held-text.ts";
import { pause } from "../worker/pause.ts";
import type { Desk } from "./desk.ts";
import { finishWithOutlines, runPlan } from "./plan-actions.ts";
import { offerReadings } from "./reading-offers.ts";
import { READ_AS_GIVEN, readWorldInto, type Shown, showWorld } from "./show-world.ts";

/** Planning more compounds than these takes minutes: it is begun by the person. */
const PLANS_BY_ITSELF = 20_000;

/** Shows data by themselves, out of any project. */
export async function showAlone(desk: Desk, shown: Shown): Promise<void> {
  await leaveProject(desk);
  showWorld(desk, shown, desk.state.busy);
}

/** Opens data afresh and plans once, but for very many compounds. */
export async function openSources(
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
export async function leaveProject(desk: Desk): Promise<void> {
  desk.gate.take(() => desk.closeStroke());
  await desk.keeper.settled();
  desk.keeper.leave();
}

/** What is open becomes a project of its own. */
export async function keepAsNew(desk: Desk, name: string): Promise<void> {
  await desk.keeper.adopt({ id: desk.deps.newId(), name });
  desk.keeper.keepAll({ withSources: true });
}

/** The compounds file's name without its ending. */
function scenarioName(sources: readonly HeldSource[]): string {
  const name = sources.find(({ role }) => role === "compounds")?.name ?? "";
  return nameWithoutEnding(name);
}
