import { memberOf } from "../formats/json-members.ts";
import { type IssueLog, quoteInput } from "../issue-log.ts";
import { type ColumnField, QUANTITY_FIELDS } from "../ledger-aliases.ts";
import type { Column, Columns } from "../ledger-columns.ts";
import { readLandArea, readLedgerCell } from "../read-ledger-cell.ts";
import { isBlank, type Reading, readFlag, readText } from "../read-value.ts";
import { readPlace } from "../split-place.ts";
import type { SheetBody } from "../table/read-sheet.ts";
import type { ColumnReading } from "./ledger-reading.ts";

const EXAMPLES = 3;

function readCell(field: ColumnField, raw: unknown, column: Column): Reading<string> {
  const quantity = QUANTITY_FIELDS.find(([, one]) => one === field)?.[0];
  if (quantity !== undefined) {
    const reading = readLedgerCell(quantity, raw, column);
    if (reading.kind !== "value") return reading;
    const value = String(Math.round(reading.value * 1e6) / 1e6);
    return { ...reading, value };
  }
  if (field === "anchor") {
    const flag = readFlag(raw);
    return flag.kind === "value" ? { kind: "value", value: String(flag.value) } : flag;
  }
  if (field === "land_area") {
    const land = readLandArea(raw, column.unit);
    if (land === null) return isBlank(raw) ? { kind: "blank" } : { kind: "unreadable" };
    return { kind: "value", value: String(Math.round(land)) };
  }
  const text = readText(raw);
  return text === null ? { kind: "blank" } : { kind: "value", value: text };
}

interface Doubt {
  readonly raw: string;
  readonly read: string;
  /** 0 unreadable, 1 approximate, 2 plain but changed, 3 as written */
  readonly rank: number;
}

function readJoint(raw: unknown): Doubt | null {
  const place = readPlace(raw);
  if (place === null) return null;
  const read = `${place.street ?? "–"} · ${place.community ?? "–"}`;
  return { raw: quoteInput(raw), read: quoteInput(read), rank: place.isSplit ? 2 : 0 };
}

function readOne(field: ColumnField | null, raw: unknown, column: Column): Doubt | null {
  const shown = quoteInput(raw);
  if (field === "street_community") return readJoint(raw);
  if (field === null) return isBlank(raw) ? null : { raw: shown, read: shown, rank: 3 };
  const reading = readCell(field, raw, column);
  if (reading.kind === "blank") return null;
  if (reading.kind === "unreadable") return { raw: shown, read: "", rank: 0 };
  const rank = reading.approximate === true ? 1 : reading.value === shown ? 3 : 2;
  return { raw: shown, read: quoteInput(reading.value), rank };
}

function compareDoubts(a: Doubt, b: Doubt): number {
  return a.rank - b.rank || (a.raw < b.raw ? -1 : a.raw > b.raw ? 1 : 0);
}

/** Different values of a column whose readings are remembered: registers repeat themselves. */
const REMEMBERED = 1000;

/** Counts what is doubtful and keeps the first few distinct ones in the order of doubt. */
class Doubts {
  readonly best: Doubt[] = [];
  readonly #ranks = [0, 0, 0, 0];

  get count(): number {
    return this.#ranks.reduce((sum, n) => sum + n, 0);
  }

  countOf(rank: number): number {
    return this.#ranks[rank];
  }

  add(doubt: Doubt): void {
    this.#ranks[doubt.rank] += 1;
    const { best } = this;
    if (best.length === EXAMPLES && compareDoubts(doubt, best[EXAMPLES - 1]) >= 0) return;
    if (best.some(({ raw, rank }) => raw === doubt.raw && rank === doubt.rank)) return;
    best.push(doubt);
    best.sort(compareDoubts);
    best.length = Math.min(best.length, EXAMPLES);
  }
}

function collectDoubts(rows: SheetBody["rows"], field: ColumnField | null, column: Column): Doubts {
  const doubts = new Doubts();
  const known = new Map<unknown, Doubt | null>();
  for (const { row } of rows) {
    const raw = memberOf(row, column.header);
    let doubt = known.get(raw);
    if (doubt === undefined) {
      doubt = readOne(field, raw, column);
      if (known.size < REMEMBERED) known.set(raw, doubt);
    }
    if (doubt !== null) doubts.add(doubt);
  }
  return doubts;
}

/** How the columns of a sheet are understood, in the order of the sheet. */
export function readColumns(
  body: Pick<SheetBody, "name" | "headers" | "rows">,
  columns: Columns,
  refused: ReadonlySet<string>,
): ColumnReading[] {
  const whole = [...columns].filter(([, { part }]) => part === undefined);
  const fields = new Map(whole.map(([field, column]) => [column.header, { field, column }]));
  return body.headers
    .filter((header) => !refused.has(header))
    .map((header): ColumnReading => {
      const match = fields.get(header) ?? null;
      const column: Column = match?.column ?? { header, unit: "", confidence: 0, by: "alias" };
      const doubts = collectDoubts(body.rows, match?.field ?? null, column);
      const { count } = doubts;
      const unreadable = doubts.countOf(0);
      const share = count === 0 ? 1 : 1 - unreadable / count;
      return {
        sheet: body.name,
        header,
        field: match?.field ?? null,
        by: match?.column.by ?? null,
        confidence: Math.round(column.confidence * share * 100) / 100,
        unit: column.unit,
        filled: count,
        unreadable,
        approximate: doubts.countOf(1),
        examples: doubts.best.map(({ raw, read }) => ({ raw, read })),
      };
    });
}

/** Says of a column that names 街道 and 社区 in one in how many cells they cannot be told apart. */
export function reportUnsplit(
  readings: readonly ColumnReading[],
  source: string,
  log: IssueLog,
): void {
  for (const { field, header, unreadable: n, filled: total, examples } of readings) {
    if (field !== "street_community" || n === 0) continue;
    const args = { column: header.slice(0, 60), n, total, value: examples[0].raw };
    log.add("warning", "place-not-split", { source, args });
  }
}
