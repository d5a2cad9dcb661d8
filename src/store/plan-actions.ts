import {
  checkAssumptions,
  diffZonings,
  type History,
  normaliseRecipe,
  type Recipe,
  recordStep,
} from "../core/index.ts";
import type { PlanOutcome } from "../worker/protocol.ts";
import { carryOwnValues } from "./carry-own-values.ts";
import { type Backstage, type Desk, lastZoningStep } from "./desk.ts";
import { evaluateAll } from "./evaluate-scenario.ts";
import type { Actions, ScenarioState } from "./state.ts";

/** Marks the history step that a solve made. */
export const PLAN_MARK = "plan";

type PlanActions = Pick<
  Actions,
  "plan" | "cancel" | "setParameters" | "setAssumptions" | "resetAssumption"
>;

/** Solves in the worker; null when it failed, or when something newer began meanwhile. */
export async function runPlan(desk: Desk, recipe: Recipe): Promise<PlanOutcome | null> {
  const serial = desk.next();
  desk.set({ busy: { task: "plan", done: 0, gap: null } });
  // Reports travel on a channel of their own, so the last ones may come after the result.
  let running = true;
  const outcome = await desk.attempt("plan-failed", () =>
    desk.deps.core.plan(recipe, ({ done, gap }) => {
      if (running && desk.isLatest(serial)) desk.set({ busy: { task: "plan", done, gap } });
    }),
  );
  running = false;
  if (!desk.isLatest(serial)) return null;
  if (!outcome) desk.set({ busy: null });
  return outcome;
}

/** Draws the active scenario's outlines as the last part of a task. */
export async function finishWithOutlines(desk: Desk): Promise<void> {
  desk.set({ busy: { task: "outline", done: null, gap: null } });
  await desk.drawOutlines();
  if (desk.state.busy?.task === "outline") desk.set({ busy: null });
}

/** Solves the active scenario's recipe and adopts the result as one step that can be undone. */
export async function planActive(desk: Desk): Promise<void> {
  const scenario = desk.active;
  if (!scenario) return;
  const { id, recipe } = scenario;
  const outcome = await runPlan(desk, recipe);
  if (!outcome) return;
  adopt(desk, id, { recipe, outcome });
  await finishWithOutlines(desk);
}

function adopt(
  desk: Desk,
  id: string,
  { recipe, outcome }: { readonly recipe: Recipe; readonly outcome: PlanOutcome },
): void {
  const scenario = desk.scenario(id);
  if (!scenario) return;
  const { plan, graph } = outcome;
  const backstage = desk.backstageOf(id);
  const { history: before, proofs: earlier } = backstage;
  const diff = diffZonings(scenario.zoning, plan.zoning);
  const same = diff.moves.length === 0 && diff.districts.length === 0;
  const history = same ? before : recordStep(before, diff, { mark: PLAN_MARK });
  const prepared = desk.prepare(recipe, graph);
  const proofs = new Map(earlier).set(lastZoningStep(history), { plan, recipe });
  desk.settle(
    id,
    { ...backstage, history, prepared, proofs },
    { ...evaluateAll(prepared, plan.zoning), outlines: null },
  );
  desk.set({ selection: null });
  if (scenario.recipe !== recipe) void refreshRecipe(desk, id);
  carryValues(desk, scenario, id);
}

function carryValues(desk: Desk, { zoning, recipe }: ScenarioState, id: string): void {
  const now = desk.scenario(id);
  if (!now || Object.keys(recipe.districtAssumptions).length === 0) return;
  const { places, dropped } = carryOwnValues(recipe.districtAssumptions, zoning, now.zoning);
  if (dropped > 0) desk.notify("info", "own-values-dropped", { count: dropped });
  if (id === desk.state.activeId)
    changeRecipe(desk, (current) => ({ ...current, districtAssumptions: places }));
}

/**
 * Evaluates a scenario under its recipe as it is now. Runs at once unless links must be found
 * anew, which the worker does; then estimates follow a moment later.
 */
async function refreshRecipe(desk: Desk, id: string): Promise<void> {
  const scenario = desk.scenario(id);
  if (!scenario) return;
  const { recipe } = scenario;
  const { prepared } = desk.backstageOf(id);
  if (hasSameLinks(prepared.recipe, recipe)) {
    applyRecipe(desk, scenario, prepared.graph);
    return;
  }
  const graph = await desk.attempt("plan-failed", () => desk.deps.core.link(recipe));
  const now = desk.scenario(id);
  if (graph && now?.recipe === recipe && desk.state.world === prepared.world)
    applyRecipe(desk, now, graph);
}

function applyRecipe(
  desk: Desk,
  { id, recipe, zoning }: ScenarioState,
  graph: Parameters<Desk["prepare"]>[1],
): void {
  const prepared = desk.prepare(recipe, graph);
  desk.settle(id, { ...desk.backstageOf(id), prepared }, evaluateAll(prepared, zoning));
}

function hasSameLinks(a: Recipe, b: Recipe): boolean {
  const linkText = ({ parameters: { gapM, links }, linksAdded, linksRemoved }: Recipe) =>
    JSON.stringify([gapM, links, linksAdded, linksRemoved]);
  return linkText(a) === linkText(b);
}

/** Parts of a recipe that no link depends on: putting back one of them is a step like any other. */
const VALUE_PARTS = [
  "assumptionSet",
  "assumptions",
  "districtAssumptions",
  "compoundAssumptions",
] as const satisfies readonly (keyof Recipe)[];

/** The history with a step for the values that differ; as it was when none does. */
function recordValues(
  { history }: Backstage,
  { recipe: before, zoning }: ScenarioState,
  after: Recipe,
): History {
  const changed = VALUE_PARTS.filter(
    (part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]),
  );
  if (changed.length === 0) return history;
  const pick = (recipe: Recipe) => Object.fromEntries(changed.map((part) => [part, recipe[part]]));
  const recipe = { before: pick(before), after: pick(after) };
  return recordStep(history, diffZonings(zoning, zoning), { recipe });
}

/**
 * Gives the active scenario another recipe and evaluates it under that. Assumptions become a step
 * that can be undone.
 */
export function changeRecipe(desk: Desk, make: (recipe: Recipe) => Recipe): void {
  const scenario = desk.active;
  if (!scenario) return;
  const { id } = scenario;
  void desk.attempt("recipe-invalid", async () => {
    const recipe = normaliseRecipe(make(scenario.recipe));
    const backstage = desk.backstageOf(id);
    const history = recordValues(backstage, scenario, recipe);
    desk.settle(id, { ...backstage, history }, { recipe });
    await refreshRecipe(desk, id);
  });
}

/** Solving, and the recipe that is solved. */
export function createPlanActions(desk: Desk): PlanActions {
  const setRecipe = (make: (recipe: Recipe) => Recipe): void => changeRecipe(desk, make);

  return {
    plan: () => planActive(desk),
    cancel: () => void desk.deps.core.cancel(),
    setParameters: (change) =>
      setRecipe((recipe) => ({ ...recipe, parameters: { ...recipe.parameters, ...change } })),
    setAssumptions(change) {
      const { values, issues } = checkAssumptions(change, null);
      const [issue] = issues;
      if (issue) desk.notify("error", "assumption-invalid", issue.args);
      setRecipe((recipe) => ({ ...recipe, assumptions: { ...recipe.assumptions, ...values } }));
    },
    resetAssumption: (key) =>
      setRecipe((recipe) => {
        const { [key]: _reset, ...assumptions } = recipe.assumptions;
        return { ...recipe, assumptions };
      }),
  };
}
