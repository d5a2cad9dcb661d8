import { invertDiff, type ZoningDiff } from "../zoning/edit.ts";
import type { HandLinks } from "./relink.ts";
import { squashDiffs } from "./squash-diffs.ts";

/** Hand-made links and cuts before and after a step. */
export interface LinksChange {
  readonly before: HandLinks;
  readonly after: HandLinks;
}

/** One undoable step; `mark` names the state after it, e.g. a plan or a saved state. */
export interface HistoryStep {
  readonly diff: ZoningDiff;
  /** null where the step left links alone */
  readonly links: LinksChange | null;
  readonly mark: string | null;
}

/** Steps done and undone, as data; oldest first in both lists. Immutable. */
export interface History {
  readonly done: readonly HistoryStep[];
  /** the next step to redo is the last one */
  readonly undone: readonly HistoryStep[];
}

/** A new history, and what to apply to zoning and recipe to follow it. */
export interface HistoryChange {
  readonly history: History;
  readonly diff: ZoningDiff;
  /** the hand-made links to put in place; null: as they are */
  readonly links: HandLinks | null;
}

export const EMPTY_HISTORY: History = { done: [], undone: [] };

/** Adds a step; what was undone can no longer be redone. */
export function recordStep(
  history: History,
  diff: ZoningDiff,
  {
    mark = null,
    links = null,
  }: { readonly mark?: string | null; readonly links?: LinksChange | null } = {},
): History {
  return { done: [...history.done, { diff, links, mark }], undone: [] };
}

/** Takes the last step back; null when there is none. */
export function undoStep(history: History): HistoryChange | null {
  const step = history.done.at(-1);
  if (!step) return null;
  return {
    history: { done: history.done.slice(0, -1), undone: [...history.undone, step] },
    diff: invertDiff(step.diff),
    links: step.links?.before ?? null,
  };
}

/** Does the last undone step again; null when there is none. */
export function redoStep(history: History): HistoryChange | null {
  const step = history.undone.at(-1);
  if (!step) return null;
  return {
    history: { done: [...history.done, step], undone: history.undone.slice(0, -1) },
    diff: step.diff,
    links: step.links?.after ?? null,
  };
}

/** The change of links that several steps amount to; null when none of them changed any. */
function squashLinks(steps: readonly HistoryStep[]): LinksChange | null {
  const changes = steps.flatMap(({ links }) => links ?? []);
  const first = changes[0];
  const last = changes.at(-1);
  return first && last ? { before: first.before, after: last.after } : null;
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
    links: squashLinks(after)?.before ?? null,
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
  const links = squashLinks(after);
  return { done: [...history.done.slice(0, from), { diff, links, mark }], undone: history.undone };
}
