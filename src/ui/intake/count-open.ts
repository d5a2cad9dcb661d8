import type { World } from "../../core/index.ts";
import { confidenceOf } from "./column-words.ts";

/** What of a file waits for a person. */
export interface OpenQuestions {
  /** ledger rows that fit a compound, but not certainly, or more than one */
  readonly rows: number;
  /** columns whose meaning is in doubt */
  readonly columns: number;
  /** its coordinates are to be confirmed */
  readonly position: boolean;
}

/** Counts what waits for a person in one file. */
export function countOpen(world: World, source: string): OpenQuestions {
  const ledger = world.ledgers.find((one) => one.source === source);
  const columns = [...(ledger?.columns ?? []), ...columnsOf(world, source)];
  const rows = ledger?.rows ?? [];
  return {
    rows: rows.filter(({ state }) => state === "doubtful" || state === "ambiguous").length,
    columns: columns.filter((column) => confidenceOf(column) === "doubtful").length,
    position: world.positions.some((one) => one.source === source && one.toConfirm),
  };
}

/** Columns of a file of features. */
export function columnsOf(world: World, source: string) {
  return world.columns.find((one) => one.source === source)?.columns ?? [];
}
