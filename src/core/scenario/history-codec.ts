import type { Issue, IssueCode } from "../base/issue.ts";
import type { World } from "../ingest/world.ts";
import { invertDiff, type ZoningDiff } from "../zoning/edit.ts";
import type { Zoning } from "../zoning/zoning.ts";
import { chainSteps, EMPTY_HISTORY, type History, type HistoryStep, stepsOf } from "./history.ts";
import { describeStep, restoreStep } from "./step-record.ts";

const FORMAT = "pianqu-history";
/** Version of the history's text that this program writes. */
const HISTORY_VERSION = 1;

/** The history as text; steps done oldest first, steps undone in the order they would be redone. */
export function writeHistory(history: History, world: World): string {
  const describe = (step: HistoryStep) => describeStep(step, world);
  return JSON.stringify({
    version: HISTORY_VERSION,
    format: FORMAT,
    done: [...stepsOf(history.done)].reverse().map(describe),
    undone: [...stepsOf(history.undone)].map(describe),
  });
}

/** A history, empty with an issue when the text cannot be used. */
export interface ReadHistory {
  readonly history: History;
  readonly issues: readonly Issue[];
}

/**
 * The history that was written, set back onto a world and the zoning it led to. Never throws: text of
 * a newer version, damaged, naming unknown compounds or not leading to `zoning` gives an empty history
 * and an issue; the zoning itself is never in danger.
 */
export function readHistory(text: string, world: World, zoning: Zoning): ReadHistory {
  const content = parse(text);
  if (content?.format !== FORMAT) return refuse("history-damaged");
  if (typeof content.version === "number" && content.version > HISTORY_VERSION)
    return refuse("history-newer");
  const { done, undone } = content;
  if (!Array.isArray(done) || !Array.isArray(undone)) return refuse("history-damaged");
  return restoreHistory({ done, undone }, world, zoning);
}

/** The same from the records of the steps: done oldest first, undone next to redo first. */
export function restoreHistory(
  records: { readonly done: readonly unknown[]; readonly undone: readonly unknown[] },
  world: World,
  zoning: Zoning,
): ReadHistory {
  const indexOf = new Map(world.compounds.map(({ id }, i) => [id, i]));
  const restore = (record: unknown) => restoreStep(record, indexOf);
  const done = records.done.map(restore).filter((step) => step !== null);
  const undone = records.undone.map(restore).filter((step) => step !== null);
  const isWhole = done.length === records.done.length && undone.length === records.undone.length;
  const back = done.toReversed().map(({ diff }) => invertDiff(diff));
  const forth = undone.map(({ diff }) => diff);
  if (!isWhole || !leadsOn(zoning, back) || !leadsOn(zoning, forth))
    return refuse("history-damaged");
  return {
    history: { done: chainSteps(done), undone: chainSteps(undone.toReversed()) },
    issues: [],
  };
}

/** Whether each diff begins where the one before it ended, the first one at `zoning`. */
function leadsOn(zoning: Zoning, diffs: readonly ZoningDiff[]): boolean {
  const assignment = zoning.assignment.slice();
  const reason = zoning.reason.slice();
  const names = zoning.districts.map(({ id, name }) => JSON.stringify([id, name]));
  for (const { moves, districts } of diffs) {
    for (const { compound, from, to, reasonFrom, reasonTo } of moves) {
      if (assignment[compound] !== from || reason[compound] !== reasonFrom) return false;
      assignment[compound] = to;
      reason[compound] = reasonTo;
    }
    for (const { at, before, after } of districts) {
      if ((names[at] ?? null) !== (before && JSON.stringify([before.id, before.name])))
        return false;
      if (after === null) delete names[at];
      else names[at] = JSON.stringify([after.id, after.name]);
    }
  }
  return true;
}

function refuse(code: IssueCode): ReadHistory {
  const issue: Issue = {
    code,
    severity: "warning",
    source: null,
    feature: null,
    at: null,
    args: {},
  };
  return { history: EMPTY_HISTORY, issues: [issue] };
}

function parse(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const content: unknown = JSON.parse(text);
    return typeof content === "object" && content !== null && !Array.isArray(content)
      ? (content as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
