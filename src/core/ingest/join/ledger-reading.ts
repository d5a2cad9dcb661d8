import type { ColumnField } from "../ledger-aliases.ts";
import type { MatchedBy } from "../ledger-columns.ts";
import type { JoinedBy } from "./match-rows.ts";

/** How one column of a ledger was read. */
export interface ColumnReading {
  readonly sheet: string;
  readonly header: string;
  /** field it fills, or null when it is only kept */
  readonly field: ColumnField | null;
  readonly by: MatchedBy | null;
  /** 0…1: how surely the header names the field, times the share of its cells that could be read */
  readonly confidence: number;
  readonly unit: string;
  /** cells that say something, and those of them that could not be read or are only approximate */
  readonly filled: number;
  readonly unreadable: number;
  readonly approximate: number;
  /** up to three cells as written and as read, the doubtful ones first */
  readonly examples: readonly { readonly raw: string; readonly read: string }[];
}

/** How the columns of a file of features were read. */
export interface FileColumns {
  readonly source: string;
  readonly columns: readonly ColumnReading[];
}

/** A compound that a row may be about, by id. */
export interface JoinCandidate {
  readonly compoundId: string;
  readonly score: number;
  readonly by: JoinedBy;
}

/** What became of one row. */
export interface RowReading {
  readonly sheet: string;
  /** row as a spreadsheet counts */
  readonly number: number;
  /** names the row in decisions by hand; the same however rows are ordered */
  readonly key: string;
  readonly id: string | null;
  readonly name: string | null;
  readonly state: "joined" | "doubtful" | "ambiguous" | "unmatched" | "refused";
  /** the compound it was joined to, or null */
  readonly compoundId: string | null;
  readonly by: JoinedBy | null;
  readonly candidates: readonly JoinCandidate[];
  /** where the row says it lies, `[lon, lat]`, or null */
  readonly at: readonly [number, number] | null;
}

/** What a ledger was understood as. */
export interface LedgerReading {
  readonly source: string;
  readonly sheets: readonly {
    readonly name: string;
    /** row of the last header line, as a spreadsheet counts; 0: none */
    readonly headerRow: number;
    readonly rows: number;
    readonly totals: number;
    readonly skipped: number;
  }[];
  readonly columns: readonly ColumnReading[];
  readonly rows: readonly RowReading[];
}
