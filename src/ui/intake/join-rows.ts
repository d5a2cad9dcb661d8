import type { LedgerReading, RowReading, World } from "../../core/index.ts";

/** Decision in the making: compound id, `""` for none, null to take an earlier one back. */
export type JoinDraft = Readonly<Record<string, string | null>>;

/** What became of rows and compounds, the open questions first. */
export interface JoinGroups {
  readonly doubtful: readonly RowReading[];
  readonly ambiguous: readonly RowReading[];
  readonly unmatched: readonly RowReading[];
  readonly refused: readonly RowReading[];
  readonly joined: readonly RowReading[];
  /** positions of compounds without a row */
  readonly missing: readonly number[];
}

/** Sorts rows by what became of them, and finds the compounds that no row is about. */
export function groupRows({ rows }: LedgerReading, { compounds }: World): JoinGroups {
  const of = (state: RowReading["state"]) => rows.filter((row) => row.state === state);
  const joined = of("joined");
  const taken = new Set(joined.map(({ compoundId }) => compoundId));
  return {
    doubtful: of("doubtful"),
    ambiguous: of("ambiguous"),
    unmatched: of("unmatched"),
    refused: of("refused"),
    joined,
    missing: compounds.flatMap(({ id }, i) => (taken.has(id) ? [] : [i])),
  };
}

/** Decisions made before with those of a draft. */
export function mergeJoins(
  decided: Readonly<Record<string, string>>,
  draft: JoinDraft,
): Record<string, string> {
  const kept = Object.entries(decided).filter(([key]) => !Object.hasOwn(draft, key));
  const made = Object.entries(draft).flatMap(([key, id]) => (id === null ? [] : [[key, id]]));
  return Object.fromEntries([...kept, ...made]);
}
