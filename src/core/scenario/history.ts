import { invertDiff, type ZoningDiff } from "../zoning/edit.ts";
import { squashDiffs } from "./squash-diffs.ts";

/** One undoable step; `mark` names the state after it, e.g. a plan or a saved state. */
export interface HistoryStep {
  readonly diff: ZoningDiff;
  readonly mark: string | null;
}

/** Steps done and undone, as data; oldest first in both lists. Immutable. */
export interface History {
  readonly done: readonly HistoryStep[];
  /** the next step to redo is the last one */
  readonly undone: readonly HistoryStep[];
}

/** A new history and the diff to apply to the zoning to follow it. */
export interface HistoryChange {
  readonly history: History;
  readonly diff: ZoningDiff;
}

export const EMPTY_HISTORY: History = { done: [], undone: [] };

/** Adds a step; what was undone can no longer be redone. */
export function recordStep(
  history: History,
  diff: ZoningDiff,
  { mark = null }: { readonly mark?: string | null } = {},
): History {
  return { done: [...history.done, { diff, mark }], undone: [] };
}

/** Takes the last step back; null when there is none. */
export function undoStep(history: History): HistoryChange | null {
  const step = history.done.at(-1);
  if (!step) return null;
  return {
    history: { done: history.done.slice(0, -1), undone: [...history.undone, step] },
    diff: invertDiff(step.diff),
  };
}

/** Does the last undone step again; null when there is none. */
export function redoStep(history: History): HistoryChange | null {
  const step = history.undone.at(-1);
  if (!step) return null;
  return {
    history: { done: [...history.done, step], undone: history.undone.slice(0, -1) },
    diff: step.diff,
  };
}

/** Takes back every step after the latest one marked `mark`; null when there is nothing to undo. */
export function undoToMark(history: History, mark: string): HistoryChange | null {
  const marked = history.done.findLastIndex((step) => step.mark === mark);
  const after = history.done.slice(marked + 1);
  if (marked < 0 || after.length === 0) return null;
  return {
    history: {
      done: history.done.slice(0, marked + 1),
      undone: [...history.undone, ...after.toReversed()],
    },
    diff: invertDiff(squashDiffs(after.map((step) => step.diff))),
  };
}

/**
 * Joins every step after the latest one marked `mark` (all steps when there is no such mark) into
 * one step marked `mark`; the zoning does not change. Nothing to join: the history as it is.
 */
export function squashToMark(history: History, mark: string): History {
  const from = history.done.findLastIndex((step) => step.mark === mark) + 1;
  const after = history.done.slice(from);
  if (after.length === 0) return history;
  const diff = squashDiffs(after.map((step) => step.diff));
  return { done: [...history.done.slice(0, from), { diff, mark }], undone: history.undone };
}
