import { findNamed, unitsOfField } from "./column-units.ts";
import type { IssueLog } from "./issue-log.ts";
import type { ColumnField } from "./ledger-aliases.ts";
import type { ColumnsByHand } from "./ledger-columns.ts";

/** A column as a file has it. */
interface KnownColumn {
  readonly header: string;
  readonly field: ColumnField | null;
}

/** Most headers named beside one that was not found. */
const SHOWN = 12;

/**
 * Says of units that a person gave the columns of a file which of them do nothing: the file has no such
 * column, or what it was taken for comes in no such unit.
 */
export function reportUnits(
  known: readonly KnownColumn[],
  { source, byHand }: { readonly source: string; readonly byHand: ColumnsByHand | null },
  log: IssueLog,
): void {
  for (const [header, unit] of Object.entries(byHand?.units ?? {})) {
    const named = findNamed(
      known.map((one) => one.header),
      header,
    );
    const same = known.filter((one) => one.header === named);
    const fields = same.map(({ field }) => field);
    const column = header.slice(0, 60);
    if (same.length === 0) {
      const headers = [...new Set(known.map((one) => one.header.slice(0, 30)))];
      const args = { column, known: headers.slice(0, SHOWN).join("、") };
      log.add("warning", "unit-column-missing", { source, args });
    } else if (!fields.some((field) => unitsOfField(field).some((one) => one === unit))) {
      const units = fields.flatMap(unitsOfField);
      const known = [...new Set(units)].join("、") || "–";
      log.add("warning", "unit-unfit", { source, args: { column, unit, known } });
    }
  }
}
