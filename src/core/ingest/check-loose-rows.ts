import { checkLedger } from "./complete-ledger.ts";
import { filledCell } from "./filled-cell.ts";
import type { IssueLog } from "./issue-log.ts";
import type { LooseRow } from "./join/join-ledger.ts";
import type { ColumnField } from "./ledger-aliases.ts";
import { createLedgerTally, reportTally } from "./ledger-tally.ts";

/** The faults of a ledger's own cells, where there are no compounds that they could be joined to. */
export function checkLooseRows(rows: readonly LooseRow[], log: IssueLog): void {
  const tally = createLedgerTally();
  for (const entry of rows) {
    const { source, label, row } = entry;
    const cell = (field: ColumnField) => filledCell(row, entry, field);
    checkLedger({ source, label, at: null, cell }, tally, log);
  }
  reportTally(tally, log);
}
