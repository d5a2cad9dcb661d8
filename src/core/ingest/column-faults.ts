import type { IssueCode } from "../base/issue.ts";
import { unitsOfField } from "./column-units.ts";
import { type Cell, shownHeader } from "./filled-cell.ts";
import { type IssueDetail, type IssueLog, quoteInput } from "./issue-log.ts";
import { QUANTITY_FIELDS } from "./ledger-aliases.ts";
import type { Column } from "./ledger-columns.ts";
import { BOUNDS } from "./ledger-limits.ts";
import { readLedgerCell } from "./read-ledger-cell.ts";
import type { LedgerField } from "./world.ts";

interface PendingIssue {
  readonly code: IssueCode;
  readonly detail: IssueDetail;
}

/** A value beyond bounds, and what is to be said of it alone. */
interface OffValue {
  readonly value: number;
  readonly raw: unknown;
  /** beyond usual bounds only: it is used */
  readonly isPossible: boolean;
  readonly issues: PendingIssue[];
}

/** One column of one file. */
interface ColumnCount {
  readonly field: LedgerField;
  readonly cell: Cell;
  /** values read */
  total: number;
  readonly low: OffValue[];
  readonly high: OffValue[];
  /** the one found off last, and of which feature */
  last: { readonly feature: unknown; readonly off: OffValue } | null;
}

/** Fewest values beyond a bound that may be the fault of their column. */
const MIN_OFF = 3;

/** The unit in which most of the values would be usual; null when there is none. */
function findUnit({ field, cell }: ColumnCount, off: readonly OffValue[]): string | null {
  const { usualLow, usualHigh } = BOUNDS[field];
  const fits = (unit: string) =>
    off.filter(({ raw }) => {
      const reading = readLedgerCell(field, raw, { ...cell.column, unit });
      return reading.kind === "value" && reading.value >= usualLow && reading.value <= usualHigh;
    }).length;
  const column = QUANTITY_FIELDS.find(([one]) => one === field)?.[1] ?? null;
  const [best] = unitsOfField(column)
    .map((unit) => ({ unit, n: fits(unit) }))
    .sort((a, b) => b.n - a.n);
  return best !== undefined && best.n > off.length / 2 ? best.unit : null;
}

/**
 * Values beyond bounds, held back until all are known: where most values of a column are off to the same
 * side, the column is at fault (its unit, or what it was taken for), and is named once. Nothing is
 * converted.
 */
export class ColumnFaults {
  readonly #counts = new Map<Column, ColumnCount>();
  readonly #byName = new Map<string, ColumnCount>();

  #of(field: LedgerField, cell: Cell): ColumnCount {
    const { column, source } = cell;
    const known = this.#counts.get(column);
    if (known !== undefined && known.field === field) return known;
    // Sheets of one workbook have the same columns.
    const name = JSON.stringify([source, field, column.header]);
    const count = this.#byName.get(name) ?? {
      field,
      cell,
      total: 0,
      low: [],
      high: [],
      last: null,
    };
    this.#byName.set(name, count);
    this.#counts.set(column, count);
    return count;
  }

  /** Counts a value that could be read. */
  count(field: LedgerField, cell: Cell): void {
    this.#of(field, cell).total += 1;
  }

  /** A value beyond bounds, counted before. */
  addValue(
    field: LedgerField,
    cell: Cell,
    found: Pick<OffValue, "value" | "isPossible"> & { readonly issue: PendingIssue },
  ): void {
    const { value, isPossible, issue } = found;
    const off: OffValue = { value, raw: cell.raw, isPossible, issues: [issue] };
    const count = this.#of(field, cell);
    (value < BOUNDS[field].usualLow ? count.low : count.high).push(off);
    count.last = { feature: issue.detail.feature, off };
  }

  /** What follows from a value: it goes with it where the value itself is off, else it is said. */
  addConsequence({ column }: Cell, issue: PendingIssue, log: IssueLog): void {
    const last = this.#counts.get(column)?.last ?? null;
    if (last !== null && last.feature === issue.detail.feature) last.off.issues.push(issue);
    else log.add("warning", issue.code, issue.detail);
  }

  /** Says of columns, or of single values, what is wrong. */
  report(log: IssueLog): void {
    for (const count of this.#byName.values()) {
      for (const off of [count.low, count.high]) {
        if (off.length >= MIN_OFF && off.length > count.total / 2) reportColumn(count, off, log);
        else
          for (const { code, detail } of off.flatMap(({ issues }) => issues))
            log.add("warning", code, detail);
      }
    }
  }
}

/** The value shown does not depend on the order. */
function exampleOf(off: readonly OffValue[]): { value: string; read: number } {
  const shown = off.map(({ raw, value }) => ({ value: quoteInput(raw), read: value }));
  const first = shown.reduce((a, b) => (b.value < a.value ? b : a));
  return { ...first, read: Math.round(first.read * 1e4) / 1e4 };
}

function reportColumn(count: ColumnCount, off: readonly OffValue[], log: IssueLog): void {
  const { field, cell, total } = count;
  const { usualLow: low, usualHigh: high } = BOUNDS[field];
  const blank = off.filter(({ isPossible }) => !isPossible).length;
  const unit = findUnit(count, off);
  const column = shownHeader(cell);
  const args = { column, n: off.length, total, blank, low, high, ...exampleOf(off) };
  const { source } = cell;
  if (unit === null) log.add("warning", "column-out-of-range", { source, args });
  else log.add("warning", "column-unit-doubtful", { source, args: { ...args, unit } });
}
