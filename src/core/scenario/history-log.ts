import { type History, type HistoryStep, stepsOf } from "./history.ts";
import type { LogEntry } from "./scenario-record.ts";

const MONEY = new Set([
  "assumptions",
  "assumptionSet",
  "districtAssumptions",
  "compoundAssumptions",
]);

function entriesOf({ diff, recipe, mark }: HistoryStep): Pick<LogEntry, "event" | "args">[] {
  const keys = Object.keys(recipe?.after ?? {});
  const [money, others] = [true, false].map((is) => keys.filter((key) => MONEY.has(key) === is));
  const compounds = diff.moves.length;
  const event = mark === null ? "edited" : "replanned";
  return [
    ...(money.length > 0 ? [{ event: "assumed" as const, args: { keys: money.join(", ") } }] : []),
    ...(others.length > 0
      ? [{ event: "changed" as const, args: { keys: others.join(", ") } }]
      : []),
    ...(compounds > 0 || keys.length === 0 ? [{ event, args: { compounds } } as const] : []),
  ];
}

/**
 * The steps done as lines of a log, oldest first: what can be undone is told by the history and not by
 * the record, so that undoing takes the line back. When each was made is not known.
 */
export function logOfHistory({ done }: History): LogEntry[] {
  return [...stepsOf(done)]
    .reverse()
    .flatMap(entriesOf)
    .map((entry) => ({ ...entry, at: null }));
}
