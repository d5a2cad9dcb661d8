import { type LedgerRow, readLedgerRows } from "./formats/read-ledger-rows.ts";
import type { FeatureLabel, IssueLog } from "./issue-log.ts";
import { type Columns, type FieldMap, matchColumns } from "./ledger-columns.ts";
import {
  cellOf,
  collectHeaders,
  keepProperties,
  type Properties,
  readId,
  refusePersonalData,
} from "./read-layer.ts";
import { readText } from "./read-value.ts";
import type { SourceFile } from "./world.ts";

/** What a compound is known by. */
export interface Identity {
  readonly id: string | null;
  readonly name: string | null;
}

/** A ledger row that belongs to a compound. */
export interface LedgerEntry {
  readonly source: string;
  readonly columns: Columns;
  /** without refused columns */
  readonly row: Properties;
}

interface Row {
  readonly row: LedgerRow;
  readonly id: string | null;
  readonly name: string | null;
  /** as a spreadsheet counts: the header is row 1 */
  readonly number: number;
}

const TOTAL_ROW = /^(?:合计|总计|小计|累计|total|subtotal|sum)$/i;

/** Positions of the compounds that carry a key; a key carried twice maps to null. */
function indexUnique(keys: readonly (string | null)[]): Map<string, number | null> {
  const index = new Map<string, number | null>();
  keys.forEach((key, i) => {
    if (key !== null) index.set(key, index.has(key) ? null : i);
  });
  return index;
}

function labelOf({ id, name, number }: Row): FeatureLabel {
  return { id: id ?? name ?? `#${number}`, name };
}

/**
 * Joins a ledger to the compounds, by compound id, else by a name that only one compound has. Rows
 * without partner, with several, repeated rows and total rows become issues. The result runs parallel
 * to `identities`.
 */
export function joinLedger(
  file: SourceFile,
  { identities, fieldMap }: { identities: readonly Identity[]; fieldMap: FieldMap },
  log: IssueLog,
): (LedgerEntry | null)[] {
  const source = file.name;
  const raw = readLedgerRows(file, log);
  const headers = collectHeaders(raw);
  const refused = refusePersonalData(headers, { source, rows: raw }, log);
  const accepted = headers.filter((header) => !refused.has(header));
  const columns = matchColumns(accepted, { source, fieldMap }, log);
  const byId = indexUnique(identities.map(({ id }) => id));
  const byName = indexUnique(identities.map(({ name }) => name));
  const entries: (LedgerEntry | null)[] = identities.map(() => null);
  raw.forEach((row, i) => {
    const id = readId(cellOf(row, columns.get("compound_id")));
    const name = readText(cellOf(row, columns.get("name")));
    const one: Row = { row, id, name, number: i + 2 };
    const where = { source, feature: labelOf(one), args: { row: one.number } };
    if (TOTAL_ROW.test(name ?? "") || TOTAL_ROW.test(id ?? "")) {
      log.add("info", "ledger-total-row", where);
      return;
    }
    const match = (id === null ? undefined : byId.get(id)) ?? byName.get(name ?? "");
    if (match === undefined) log.add("warning", "ledger-row-unmatched", where);
    else if (match === null || entries[match] !== null) {
      log.add("warning", "ledger-row-ambiguous", where);
    } else entries[match] = { source, columns, row: keepProperties(row, refused) };
  });
  const missing = entries.filter((entry) => entry === null).length;
  if (missing > 0 && raw.length > 0) {
    const args = { n: missing, total: entries.length };
    log.add("warning", "ledger-rows-missing", { source, args });
  }
  return entries;
}
