import { memberOf } from "./formats/json-members.ts";
import type { Column } from "./ledger-columns.ts";
import { isBlank } from "./read-value.ts";
import { readPlace } from "./split-place.ts";

/**
 * The value of a column in one row: of its part where it names two things, of its spare one where the
 * cell is blank; undefined when the row lacks it.
 */
export function cellOf(properties: unknown, column: Column | undefined): unknown {
  if (column === undefined) return undefined;
  const { header, part, spare } = column;
  const cell = memberOf(properties, header);
  if (part !== undefined) return readPlace(cell)?.[part] ?? undefined;
  return spare !== undefined && isBlank(cell) ? cellOf(properties, spare) : cell;
}
