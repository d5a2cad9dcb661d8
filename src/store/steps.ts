import {
  checkDistrict,
  type HistoryChange,
  hasSameLinks,
  type LiveEdit,
  makeEdit,
  normaliseRecipe,
  type Prepared,
  type Recipe,
  type RecipeChange,
  recordStep,
  relink,
  relock,
  type ZoningDiff,
} from "../core/index.ts";
import type { Desk } from "./desk.ts";
import type { ShiftedCompound } from "./edit-state.ts";
import { type Evaluated, evaluateAll, evaluateTouched } from "./evaluate-scenario.ts";
import type { LiveWork } from "./live-table.ts";
import type { ScenarioState, Selection } from "./state.ts";

/** Marks the history step that a solve made. */
export const PLAN_MARK = "plan";

/** A change about to be made to the active scenario. */
interface Following extends HistoryChange {
  /** the live zoning has made the moves already */
  readonly isMade?: boolean;
  /** who follows its shifts has been told of them already */
  readonly isTold?: boolean;
  /** positions of districts mean something else afterwards, as they do across a solve */
  readonly renumbered?: boolean;
}

export function shiftsOf({ moves }: ZoningDiff): ShiftedCompound[] {
  return moves.map(({ compound, to }) => ({ compound, to }));
}

const hasSameReach = ({ parameters: a }: Recipe, { parameters: b }: Recipe) =>
  a.gapM === b.gapM && a.links === b.links;

/** Whether the estimator of one recipe is that of the other; by identity, so that it costs nothing. */
function hasSameMoney(a: Recipe, b: Recipe): boolean {
  return (
    a.assumptions === b.assumptions &&
    a.assumptionSet === b.assumptionSet &&
    a.compoundAssumptions === b.compoundAssumptions
  );
}

const hasOnlyLocks = (parts: Partial<Recipe>) => Object.keys(parts).join() === "locks";

/** Whether nothing but the locks differs; by identity, so that it costs nothing. */
const differsInLocks = (a: Recipe, b: Recipe) =>
  (Object.keys(b) as (keyof Recipe)[]).every((key) => key === "locks" || a[key] === b[key]);

/**
 * What stands under another recipe, at once; null when links must be found anew, which is the worker's
 * work.
 */
function prepareAnew(desk: Desk, before: Prepared, recipe: Recipe): Prepared | null {
  if (differsInLocks(before.recipe, recipe)) return relock(before, recipe);
  if (!hasSameReach(before.recipe, recipe)) return null;
  if (!hasSameLinks(before.recipe, recipe)) return desk.prepare(recipe, relink(before, recipe));
  const known = hasSameMoney(before.recipe, recipe) ? before : undefined;
  return desk.prepare(recipe, before.graph, known);
}

/** Has the worker find the links of a scenario's recipe, and evaluates it under them. */
export async function findLinks(desk: Desk, id: string): Promise<void> {
  const asked = desk.scenario(id);
  if (!asked) return;
  const { recipe } = asked;
  const { world } = desk.state;
  const graph = await desk.attempt("plan-failed", () => desk.deps.core.link(recipe));
  const now = desk.scenario(id);
  if (!graph || now?.recipe !== recipe || desk.state.world !== world) return;
  desk.closeStroke();
  const prepared = desk.prepare(recipe, graph);
  const { zoning, outlines } = desk.scenario(id) ?? now;
  const evaluated = evaluateAll(prepared, zoning);
  desk.settle(
    id,
    { ...desk.backstageOf(id), prepared },
    { ...evaluated, outlines },
    { shifted: [] },
  );
}

/** What other locks change: the verdict of districts where somebody is or was locked. */
function judgeLocked(
  { live }: LiveWork,
  { zoning, violations: before, estimates }: ScenarioState,
  ...[was, is]: readonly [Prepared, Prepared]
): Evaluated {
  const violations = [...before];
  const locked = [was, is].flatMap(({ problem }) => problem.rules.locks);
  const districts = new Set(
    locked.flatMap(({ compounds }) => compounds).map((i) => zoning.assignment[i]),
  );
  for (const d of districts) if (d >= 0) violations[d] = checkDistrict(is.problem, live.members(d));
  return { zoning, estimates, violations, issues: is.issues };
}

/** The selection without districts that have no members any more. */
function keepSelection(selection: Selection, { live }: LiveWork): Selection {
  if (selection?.kind !== "districts") return selection;
  const indices = selection.indices.filter((index) => live.lists.size[index] > 0);
  if (indices.length === selection.indices.length) return selection;
  return indices.length > 0 ? { kind: "districts", indices } : null;
}

/**
 * Follows a change: history, zoning, touched districts; recipe and what rests on it. Without a change
 * of the recipe it costs the districts touched and a copy of the assignment; outlines come later.
 */
export function follow(desk: Desk, change: Following): void {
  const scenario = desk.active;
  const work = desk.table.open();
  if (!scenario || !work) return;
  const {
    history,
    diff,
    recipe: parts,
    isMade = false,
    isTold = false,
    renumbered = false,
  } = change;
  const before = desk.backstageOf(scenario.id);
  const recipe = parts ? { ...scenario.recipe, ...parts } : scenario.recipe;
  const prepared = parts ? prepareAnew(desk, before.prepared, recipe) : before.prepared;
  const isMoving = diff.moves.length > 0 || diff.districts.length > 0;
  if (isMoving && !isMade) work.live.follow(diff);
  const zoning = isMoving ? work.live.snapshot() : scenario.zoning;
  const isJudgedAnew = prepared !== null && prepared !== before.prepared;
  const isRelocking = isJudgedAnew && !isMoving && hasOnlyLocks(parts ?? {});
  const evaluated = isRelocking
    ? judgeLocked(work, scenario, before.prepared, prepared)
    : isJudgedAnew
      ? evaluateAll(prepared, zoning)
      : isMoving
        ? evaluateTouched(work.live, scenario, { zoning, diff })
        : null;
  desk.table.settleOn(zoning);
  if (renumbered) desk.table.drop();
  const settled = {
    ...evaluated,
    recipe,
    ...(renumbered && { outlines: null }),
  };
  desk.settle(scenario.id, { ...before, history, prepared: prepared ?? before.prepared }, settled, {
    shifted: renumbered ? null : isTold ? [] : shiftsOf(diff),
  });
  const selection = keepSelection(desk.state.selection, work);
  if (selection !== desk.state.selection) desk.set({ selection });
  if (isMoving) desk.refreshOutlines();
  if (prepared === null) void findLinks(desk, scenario.id);
}

const NO_DIFF: ZoningDiff = { moves: [], districts: [] };

/** Records what was done to the active scenario and follows it. */
export function record(
  desk: Desk,
  diff: ZoningDiff,
  {
    recipe = null,
    ...made
  }: {
    readonly recipe?: RecipeChange | null;
    readonly isMade?: boolean;
    readonly isTold?: boolean;
  } = {},
): void {
  const scenario = desk.active;
  if (!scenario) return;
  const history = recordStep(desk.backstageOf(scenario.id).history, diff, { recipe });
  follow(desk, { history, diff, recipe: recipe?.after ?? null, ...made });
}

/** Makes an edit of the live zoning as one step. @returns compounds that locks held back */
export function makeStep(
  desk: Desk,
  edit: LiveEdit,
  {
    whole = false,
    recipe = null,
  }: { readonly whole?: boolean; readonly recipe?: RecipeChange | null } = {},
): readonly number[] {
  const work = desk.table.open();
  if (!work) return [];
  const { diff, held } = makeEdit(work.live, edit, { whole });
  if (held.length > 0) desk.notify("info", "locks-held", { count: held.length });
  if (!diff) return held;
  record(desk, diff, { recipe, isMade: true });
  return held;
}

/** Parts of a recipe before and after; null when both are alike. */
export function changeOf(before: Recipe, after: Recipe): RecipeChange | null {
  const keys = (Object.keys(after) as (keyof Recipe)[]).filter(
    (key) =>
      before[key] !== after[key] && JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  if (keys.length === 0) return null;
  const part = (recipe: Recipe): Partial<Recipe> =>
    Object.fromEntries(keys.map((key) => [key, recipe[key]]));
  return { before: part(before), after: part(after) };
}

/** Gives the active scenario another recipe, as one step, and evaluates it under that. */
export function changeRecipe(desk: Desk, make: (recipe: Recipe) => Recipe): void {
  desk.gate.change(() => {
    const scenario = desk.active;
    if (!scenario) return;
    void desk.attempt("recipe-invalid", async () => {
      const change = changeOf(scenario.recipe, normaliseRecipe(make(scenario.recipe)));
      if (change) record(desk, NO_DIFF, { recipe: change });
    });
  });
}

/** Changes parts of the active recipe that are known to be right, as one step. */
export function changeParts(desk: Desk, { recipe }: ScenarioState, after: Partial<Recipe>): void {
  const keys = Object.keys(after) as (keyof Recipe)[];
  const before: Partial<Recipe> = Object.fromEntries(keys.map((key) => [key, recipe[key]]));
  record(desk, NO_DIFF, { recipe: { before, after } });
}
