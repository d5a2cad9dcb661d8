import { invertDiff, type ZoningDiff } from "../zoning/edit.ts";
import type { Recipe } from "./recipe.ts";
import { squashDiffs } from "./squash-diffs.ts";

/** Parts of a recipe before and after a step: the same keys on both sides. */
export interface RecipeChange {
  readonly before: Partial<Recipe>;
  readonly after: Partial<Recipe>;
}

/** One undoable step; `mark` names the state after it, e.g. a plan or a saved state. */
export interface HistoryStep {
  readonly diff: ZoningDiff;
  /** limits, assumptions, links, barriers, locks …; null where the step left the recipe alone */
  readonly recipe: RecipeChange | null;
  readonly mark: string | null;
}

/**
 * Steps as a list that grows at its head and shares its tail: adding and taking a step costs the
 * same however long the list is.
 */
export interface StepChain {
  readonly step: HistoryStep;
  readonly rest: StepChain | null;
  /** steps from here on, this one included */
  readonly length: number;
}

/** Steps done, the latest first, and undone, the next to redo first. Immutable. */
export interface History {
  readonly done: StepChain | null;
  readonly undone: StepChain | null;
}

/** A new history, and what to apply to zoning and recipe to follow it. */
export interface HistoryChange {
  readonly history: History;
  readonly diff: ZoningDiff;
  /** the parts of the recipe to put in place; null: it stays as it is */
  readonly recipe: Partial<Recipe> | null;
}

export const EMPTY_HISTORY: History = { done: null, undone: null };

function push(rest: StepChain | null, step: HistoryStep): StepChain {
  return { step, rest, length: (rest?.length ?? 0) + 1 };
}

/** A chain of steps given from its end to its head. */
export function chainSteps(steps: readonly HistoryStep[], onto: StepChain | null = null) {
  return steps.reduce(push, onto);
}

/** The steps of a chain, head first. */
export function* stepsOf(chain: StepChain | null): Generator<HistoryStep> {
  for (let at = chain; at !== null; at = at.rest) yield at.step;
}

/** Adds a step; what was undone can no longer be redone. O(1). */
export function recordStep(
  history: History,
  diff: ZoningDiff,
  {
    mark = null,
    recipe = null,
  }: { readonly mark?: string | null; readonly recipe?: RecipeChange | null } = {},
): History {
  return { done: push(history.done, { diff, recipe, mark }), undone: null };
}

/** Takes the last step back; null when there is none. O(1) beside the step itself. */
export function undoStep(history: History): HistoryChange | null {
  if (history.done === null) return null;
  const { step, rest } = history.done;
  return {
    history: { done: rest, undone: push(history.undone, step) },
    diff: invertDiff(step.diff),
    recipe: step.recipe?.before ?? null,
  };
}

/** Does the last undone step again; null when there is none. O(1). */
export function redoStep(history: History): HistoryChange | null {
  if (history.undone === null) return null;
  const { step, rest } = history.undone;
  return {
    history: { done: push(history.done, step), undone: rest },
    diff: step.diff,
    recipe: step.recipe?.after ?? null,
  };
}

/** The change of the recipe that several steps, oldest first, amount to; null: none of them. */
function squashRecipes(steps: readonly HistoryStep[]): RecipeChange | null {
  const changes = steps.flatMap(({ recipe }) => recipe ?? []);
  if (changes.length === 0) return null;
  return {
    before: Object.assign({}, ...changes.toReversed().map(({ before }) => before)),
    after: Object.assign({}, ...changes.map(({ after }) => after)),
  };
}

/** The steps above the latest one marked `mark`, oldest first, and the chain from that one on. */
function cutAtMark(done: StepChain | null, mark: string) {
  const after: HistoryStep[] = [];
  let at = done;
  for (; at !== null && at.step.mark !== mark; at = at.rest) after.push(at.step);
  return { after: after.reverse(), marked: at };
}

/** Takes back every step after the latest one marked `mark`; null when there is nothing to undo. */
export function undoToMark(history: History, mark: string): HistoryChange | null {
  const { after, marked } = cutAtMark(history.done, mark);
  if (marked === null || after.length === 0) return null;
  return {
    history: { done: marked, undone: chainSteps(after.toReversed(), history.undone) },
    diff: invertDiff(squashDiffs(after.map((step) => step.diff))),
    recipe: squashRecipes(after)?.before ?? null,
  };
}

/**
 * Joins every step after the latest one marked `mark` (all steps when there is no such mark) into
 * one step marked `mark`; the zoning does not change. Nothing to join: the history as it is.
 */
export function squashToMark(history: History, mark: string): History {
  const { after, marked } = cutAtMark(history.done, mark);
  if (after.length === 0) return history;
  const diff = squashDiffs(after.map((step) => step.diff));
  return { ...history, done: push(marked, { diff, recipe: squashRecipes(after), mark }) };
}
