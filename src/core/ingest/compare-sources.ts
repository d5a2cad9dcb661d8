import type { IssueCode, Severity } from "../base/issue.ts";
import { isPerHousehold } from "./complete-ledger.ts";
import type { Cell } from "./filled-cell.ts";
import type { FeatureLabel, IssueLog } from "./issue-log.ts";
import { writeAsOf } from "./join/as-of.ts";
import { type ColumnField, QUANTITY_FIELDS } from "./ledger-aliases.ts";
import { readLedgerCell } from "./read-ledger-cell.ts";
import type { LedgerField } from "./world.ts";

/** One file, or sheet of a workbook, that tells figures of a compound. */
export interface Teller {
  readonly source: string;
  /** empty: the file has no named sheets */
  readonly sheet: string;
  readonly isLedger: boolean;
  /** day that it describes, `yyyymmdd`; null: not told */
  readonly asOf: number | null;
  /** a person said that its figures stand */
  readonly leads: boolean;
  readonly cell: (field: ColumnField) => Cell | null;
}

/** Figures further apart than this share of the larger one differ. */
const ALIKE = 0.005;

interface Example {
  readonly label: FeatureLabel;
  readonly field: ColumnField;
  readonly value: number;
  readonly otherValue: number;
  /** difference as a share of the larger one */
  readonly share: number;
}

interface Pair {
  readonly lead: Teller;
  readonly other: Teller;
  /** compounds of which both tell a figure */
  total: number;
  /** those of which a figure differs */
  n: number;
  example: Example | null;
}

function readFigure(field: LedgerField, cell: Cell | null): number | null {
  if (cell === null) return null;
  if (field === "feeYuanPerM2Month" && isPerHousehold(cell)) return null;
  const reading = readLedgerCell(field, cell.raw, cell.column);
  return reading.kind === "value" ? reading.value : null;
}

function shareOf(field: LedgerField, a: number, b: number): number {
  const share = a === b ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
  // Years are near each other as numbers, however far apart they are.
  return field === "builtYear" ? share * 100 : share;
}

/** By its file; where the other one is in the same file, by its sheet or day, too. */
function nameOf({ source, sheet, asOf }: Teller, beside: Teller): string {
  if (source !== beside.source) return source;
  if (sheet !== beside.sheet) return `${source} › ${sheet || "?"}`;
  return asOf === null ? source : `${source} (${writeAsOf(asOf)})`;
}

function round4(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}

/** Which of the words fits, by what made the one lead the other. */
function codeOf({ lead, other }: Pair): readonly [Severity, IssueCode] {
  if (lead.leads && !other.leads) return ["info", "sources-differ-as-decided"];
  if (!lead.isLedger || !other.isLedger) return ["warning", "ledger-differs-from-layer"];
  if (lead.source === other.source) return ["warning", "ledger-sheets-differ"];
  const isTold = lead.asOf !== null && lead.asOf !== other.asOf;
  return ["warning", isTold ? "ledgers-differ" : "ledgers-differ-undated"];
}

/** Collects where files tell different figures of the same compounds, pair by pair. */
export class SourceDifferences {
  readonly #pairs = new Map<string, Pair>();

  /**
   * Looks at one compound: at what stands beside what others tell.
   * @param tellers the one that leads is the last
   */
  note(label: FeatureLabel, tellers: readonly Teller[]): void {
    if (tellers.length < 2) return;
    const seen = new Map<Pair, boolean>();
    for (const [quantity, field] of QUANTITY_FIELDS) {
      const cells = tellers.map(({ cell }) => cell(field));
      const standing = cells.findLastIndex((cell) => cell !== null);
      if (standing < 1) continue;
      const value = readFigure(quantity, cells[standing]);
      if (value === null) continue;
      for (let i = 0; i < standing; i++) {
        const otherValue = readFigure(quantity, cells[i]);
        if (otherValue === null) continue;
        const pair = this.#pairOf(tellers[standing], tellers[i]);
        const share = shareOf(quantity, value, otherValue);
        seen.set(pair, seen.get(pair) === true || share > ALIKE);
        if (share > Math.max(ALIKE, pair.example?.share ?? 0))
          pair.example = { label, field, value, otherValue, share };
      }
    }
    for (const [pair, differs] of seen) {
      pair.total += 1;
      if (differs) pair.n += 1;
    }
  }

  #pairOf(lead: Teller, other: Teller): Pair {
    const key = JSON.stringify([lead.source, lead.sheet, other.source, other.sheet]);
    const pair = this.#pairs.get(key) ?? { lead, other, total: 0, n: 0, example: null };
    this.#pairs.set(key, pair);
    return pair;
  }

  /** One issue for each pair that differs, with the compound where it differs most. */
  report(log: IssueLog): void {
    for (const pair of this.#pairs.values()) {
      const { lead, other, total, n, example } = pair;
      if (example === null) continue;
      const [severity, code] = codeOf(pair);
      const { field, label: feature } = example;
      const args = {
        lead: nameOf(lead, other),
        other: nameOf(other, lead),
        n,
        total,
        field,
        value: round4(example.value),
        otherValue: round4(example.otherValue),
        asOf: lead.asOf === null ? "" : writeAsOf(lead.asOf),
      };
      log.add(severity, code, { source: lead.source, feature, args });
    }
  }
}
