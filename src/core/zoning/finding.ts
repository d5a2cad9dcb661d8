import type { LedgerField } from "../ingest/world.ts";
import type { Rule } from "./violation.ts";

/** What can be wrong with a district or a compound while a zoning is edited. */
export type FindingCode =
  | Rule
  /** a participant in no district */
  | "left-out"
  /** a district around left-out compounds that can only join it */
  | "encloses"
  /** two compounds that share ground are not in one district */
  | "overlap"
  /** figures the estimate rests on were filled in */
  | "missing-data"
  /** two districts of one name */
  | "name-not-unique";

/** The one edit that mends a finding, where there is no choice to be made. */
export type Fix =
  | { readonly kind: "reassign"; readonly compounds: readonly number[]; readonly to: number }
  | { readonly kind: "rename"; readonly district: number; readonly name: string };

/** One fault of a zoning: what, where, with the numbers, and how to mend it. */
export interface Finding {
  readonly code: FindingCode;
  /** district position, −1 where no district is meant */
  readonly district: number;
  /** what to show on the map, ascending; [] = the whole district */
  readonly compounds: readonly number[];
  readonly value: number;
  /** what the limit asks; 0 where there is none */
  readonly limit: number;
  /** figures filled in, for `missing-data` */
  readonly fields: readonly LedgerField[];
  /** null: several ways, or none: left to the person */
  readonly fix: Fix | null;
}
