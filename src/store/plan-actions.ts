import {
  checkAssumptions,
  diffZonings,
  type Recipe,
  type RecipeChange,
  recordStep,
  type Zoning,
} from "../core/index.ts";
import type { PlanOutcome } from "../worker/protocol.ts";
import { carryOwnValues } from "./carry-own-values.ts";
import type { Desk } from "./desk.ts";
import { evaluateAll } from "./evaluate-scenario.ts";
import { lastZoningStep } from "./proofs.ts";
import type { Actions, ScenarioState } from "./state.ts";
import { changeRecipe, findLinks, PLAN_MARK } from "./steps.ts";

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
  if (!scenario || !desk.admitEdit()) return;
  const { id, recipe } = scenario;
  const outcome = await runPlan(desk, recipe);
  if (!outcome) return;
  const mayChange = await desk.gate.turn();
  if (!mayChange) {
    desk.set({ busy: null });
    return;
  }
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
  const carried = carryValues(desk, scenario, plan.zoning);
  const same = diff.moves.length === 0 && diff.districts.length === 0 && !carried;
  const history = same ? before : recordStep(before, diff, { mark: PLAN_MARK, recipe: carried });
  const now = { ...scenario.recipe, ...carried?.after };
  const isAsSolved = scenario.recipe === recipe;
  const prepared = desk.prepare(isAsSolved ? now : recipe, graph);
  const proofs = new Map(earlier).set(lastZoningStep(history), { plan, recipe });
  desk.settle(
    id,
    { ...backstage, history, prepared, proofs },
    { ...evaluateAll(prepared, plan.zoning), recipe: now, outlines: null },
  );
  desk.set({ selection: null });
  desk.table.warmUp();
  if (!isAsSolved) void findLinks(desk, id);
}

/** A solve numbers districts anew: their own values as a part of its step; null: nothing changes. */
function carryValues(
  desk: Desk,
  { zoning, recipe: { districtAssumptions } }: ScenarioState,
  after: Zoning,
): RecipeChange | null {
  const { places, dropped } = carryOwnValues(districtAssumptions, zoning, after);
  if (dropped > 0) desk.notify("info", "own-values-dropped", { count: dropped });
  if (JSON.stringify(places) === JSON.stringify(districtAssumptions)) return null;
  return { before: { districtAssumptions }, after: { districtAssumptions: places } };
}

/** Solving, and the recipe that is solved. */
export function createPlanActions(desk: Desk): PlanActions {
  const setRecipe = (make: (recipe: Recipe) => Recipe): void => changeRecipe(desk, make);

  return {
    plan: () => (desk.active ? planActive(desk) : desk.planFirst()),
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
