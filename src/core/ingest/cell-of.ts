import { memberOf } from "./formats/json-members.ts";
import type { Column } from "./ledger-columns.ts";

/** The value of a column in one row, undefined when the row lacks it. */
export function cellOf(properties: unknown, column: Column | undefined): unknown {
  return column === undefined ? undefined : memberOf(properties, column.header);
}
