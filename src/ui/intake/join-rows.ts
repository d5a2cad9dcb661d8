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

/** From this score on a candidate may be accepted together with others. */
export const CLEAR = 0.8;
/** How far any other candidate of the row stays behind. */
const LEAD = 0.1;

function clearCandidateOf({ state, candidates }: RowReading): string | null {
  if (state !== "doubtful") return null;
  const [first, second] = candidates;
  if (first.score < CLEAR) return null;
  // Scores are whole hundredths; their difference is not.
  const isClear =
    second === undefined || Math.round((first.score - second.score) * 100) >= LEAD * 100;
  return isClear ? first.compoundId : null;
}

/**
 * Rows that wait and have one clear candidate, by key; none whose compound another row is joined to, has
 * in the draft, or has as its clear candidate, too.
 */
export function findClearJoins(
  { rows }: LedgerReading,
  draft: JoinDraft,
): ReadonlyMap<string, string> {
  const claims = new Map<string, Set<string>>();
  const claim = (compoundId: string | null, key: string) => {
    if (compoundId === null || compoundId === "") return;
    claims.set(compoundId, (claims.get(compoundId) ?? new Set()).add(key));
  };
  for (const row of rows) claim(row.compoundId ?? clearCandidateOf(row), row.key);
  for (const [key, compoundId] of Object.entries(draft)) claim(compoundId, key);
  const clear = new Map<string, string>();
  for (const row of rows) {
    const compoundId = clearCandidateOf(row);
    if (compoundId !== null && claims.get(compoundId)?.size === 1) clear.set(row.key, compoundId);
  }
  return clear;
}
