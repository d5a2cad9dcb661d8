import { cellOf } from "./cell-of.ts";
import type { ColumnField } from "./ledger-aliases.ts";
import type { Column, Columns } from "./ledger-columns.ts";
import type { Properties } from "./read-layer.ts";
import { isBlank } from "./read-value.ts";

/** One cell of a compound with the column and the file it stands in. */
export interface Cell {
  readonly raw: unknown;
  readonly column: Column;
  /** the ledger it was joined from, else the compound's own file */
  readonly source: string;
}

/** The cell of a field in one row of a file; null when the row says nothing there. */
export function filledCell(
  row: Properties,
  { source, columns }: { readonly source: string; readonly columns: Columns },
  field: ColumnField,
): Cell | null {
  const column = columns.get(field);
  if (column === undefined) return null;
  const raw = cellOf(row, column);
  if (raw === undefined || raw === "" || raw === null) return null;
  return !isBlank(raw) || raw === "无" ? { raw, column, source } : null;
}

/** A header as it may stand in a message. */
export function shownHeader({ column }: Cell): string {
  return column.header.slice(0, 60);
}
