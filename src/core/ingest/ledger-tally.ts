import type { IssueCode } from "../base/issue.ts";
import { ColumnFaults } from "./column-faults.ts";
import type { IssueLog } from "./issue-log.ts";
import * as DEFAULTS from "./ledger-defaults.ts";
import type { LedgerField } from "./world.ts";

/** Counts blanks and approximations over all compounds. */
export interface LedgerTally {
  readonly blanks: Map<LedgerField, number>;
  readonly approximate: Map<string, { n: number; value: string; year: number }>;
  /** quantities given as a range, by file and column */
  readonly ranges: Examples;
  /** fees per household turned into fees per m², by file and column */
  readonly householdFees: Examples;
  /** values beyond bounds */
  readonly faults: ColumnFaults;
  compounds: number;
}

/** A quantity read as something else than it says, such as the middle of a range. */
interface Example {
  readonly column: string;
  readonly value: string;
  readonly read: number;
}

/** How many of a column, and one of them, by file and column. */
type Examples = Map<string, { source: string; example: Example; n: number }>;

/** An empty tally. */
export function createLedgerTally(): LedgerTally {
  return {
    blanks: new Map(),
    approximate: new Map(),
    ranges: new Map(),
    householdFees: new Map(),
    faults: new ColumnFaults(),
    compounds: 0,
  };
}

/** Counts a year that is only approximate; the example kept does not depend on the order. */
export function noteApproximate(
  tally: LedgerTally,
  source: string,
  value: string,
  year: number,
): void {
  const seen = tally.approximate.get(source);
  if (seen === undefined) tally.approximate.set(source, { n: 1, value, year });
  else if (value < seen.value) tally.approximate.set(source, { n: seen.n + 1, value, year });
  else seen.n += 1;
}

/** Counts a quantity that was read otherwise than it stands; the example kept does not depend on the order. */
export function noteExample(examples: Examples, source: string, example: Example): void {
  const key = JSON.stringify([source, example.column]);
  const seen = examples.get(key);
  const n = (seen?.n ?? 0) + 1;
  const isEarlier =
    seen === undefined ||
    example.value < seen.example.value ||
    (example.value === seen.example.value && example.read < seen.example.read);
  examples.set(key, { source, example: isEarlier ? example : seen.example, n });
}

type Rule = readonly [IssueCode, Readonly<Record<string, number>>];

const DEFAULT_RULES: Readonly<Record<LedgerField, Rule>> = {
  households: [
    "households-defaulted",
    { m2PerHousehold: DEFAULTS.FLOOR_AREA_PER_HOUSEHOLD_M2, plotRatio: DEFAULTS.PLOT_RATIO },
  ],
  floorAreaM2: [
    "floor-area-defaulted",
    { m2PerHousehold: DEFAULTS.FLOOR_AREA_PER_HOUSEHOLD_M2, plotRatio: DEFAULTS.PLOT_RATIO },
  ],
  builtYear: ["built-year-unknown", {}],
  buildings: ["buildings-defaulted", { rate: DEFAULTS.HOUSEHOLDS_PER_BUILDING }],
  parkingSpaces: ["parking-defaulted", { rate: DEFAULTS.SPACES_PER_HOUSEHOLD }],
  cars: ["cars-defaulted", { rate: DEFAULTS.CARS_PER_HOUSEHOLD }],
  gates: ["gates-defaulted", { limitM2: DEFAULTS.TWO_GATES_FROM_M2 }],
  lifts: ["lifts-defaulted", {}],
  feeYuanPerM2Month: ["fee-defaulted", { rate: DEFAULTS.FEE_YUAN_PER_M2_MONTH }],
  collectionRate: ["collection-defaulted", { percent: DEFAULTS.COLLECTION_RATE * 100 }],
  fundBalanceYuan: ["fund-defaulted", {}],
};

/** Codes that say of all compounds together what was filled in; provenance says it of each. */
export const DEFAULTED_CODES: ReadonlySet<IssueCode> = new Set(
  Object.values(DEFAULT_RULES).map(([code]) => code),
);

function reportExamples(examples: Examples, code: IssueCode, log: IssueLog): void {
  for (const { source, example, n } of examples.values()) {
    const read = Math.round(example.read * 1e4) / 1e4;
    log.add("info", code, { source, args: { ...example, read, n } });
  }
}

/** One issue per field that had blanks, one per file with approximate years, and values beyond bounds. */
export function reportTally(tally: LedgerTally, log: IssueLog): void {
  tally.faults.report(log);
  for (const [field, n] of tally.blanks) {
    const [code, args] = DEFAULT_RULES[field];
    log.add("info", code, { args: { n, total: tally.compounds, ...args } });
  }
  for (const [source, { n, value, year }] of tally.approximate) {
    log.add("info", "year-approximate", { source, args: { n, value, year } });
  }
  reportExamples(tally.ranges, "value-range", log);
  reportExamples(tally.householdFees, "fee-per-household", log);
}
