import {
  type Recipe,
  readOptionsOf,
  restoreScenario,
  type Scenario,
  type World,
} from "../core/index.ts";
import type { HeldSource } from "../worker/held-text.ts";
import { arrive, type Carried, carryOver } from "./carry-over.ts";
import type { Desk } from "./desk.ts";
import { openSources, showAlone } from "./open-sources.ts";
import { finishWithOutlines, planActive } from "./plan-actions.ts";
import { offerReadings } from "./reading-offers.ts";
import { readWorldInto, showWorld } from "./show-world.ts";
import type { ScenarioState } from "./state.ts";

/** A scenario put beside those open, on data that are shown. */
export async function showScenario(
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
