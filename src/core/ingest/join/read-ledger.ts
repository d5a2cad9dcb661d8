import { type LedgerRow, readLedgerRows } from "../formats/read-ledger-rows.ts";
import type { IssueLog } from "../issue-log.ts";
import { isCommunityName } from "../ledger-aliases.ts";
import { type Columns, type FieldMap, matchColumns } from "../ledger-columns.ts";
import { collectHeaders, refusePersonalData } from "../read-layer.ts";
import { isDistrictTable } from "../roles/own-products.ts";
import { readSheet, type SheetBody } from "../table/read-sheet.ts";
import { reportBody } from "../table/report-body.ts";
import type { FileReading, SourceFile } from "../world.ts";

/** One sheet of a ledger with what its columns mean. */
export interface LedgerSheet {
  readonly source: string;
  /** its name in messages; empty where it is the only one */
  readonly label: string;
  readonly body: SheetBody;
  readonly columns: Columns;
  readonly refused: ReadonlySet<string>;
}

/** How a ledger is to be read. */
export interface LedgerOptions {
  readonly fieldMap: FieldMap | null;
  readonly byHand: FileReading | null;
}

function bodyOfRows(rows: readonly LedgerRow[]): SheetBody {
  return {
    name: "",
    headers: collectHeaders(rows),
    headerRow: 1,
    confidence: 1,
    rows: rows.map((row, i) => ({ number: i + 2, row })),
    totals: [],
    skipped: 0,
    filledDown: [],
    unitsAdded: [],
  };
}

/** A sheet that holds the compounds of one 社区 says so in its name only. */
function withSheetCommunity(body: SheetBody): SheetBody {
  const name = body.name.replace(/\s+/g, "");
  if (!isCommunityName(name)) return body;
  const header = "社区";
  if (body.headers.some((one) => one.includes(header) || one.includes("居委会"))) return body;
  const rows = body.rows.map(({ number, row }) => ({ number, row: { ...row, [header]: name } }));
  return { ...body, headers: [...body.headers, header], rows };
}

function openSheet(
  body: SheetBody,
  source: string,
  options: LedgerOptions,
  log: IssueLog,
): LedgerSheet {
  const rows = body.rows.map(({ row }) => row);
  const refused = refusePersonalData(body.headers, { source, rows }, log);
  const accepted = body.headers.filter((header) => !refused.has(header));
  const columns = matchColumns(accepted, { source, ...options }, log);
  return { source, label: "", body, columns, refused };
}

/** A sheet of a workbook is a ledger when a column names its compounds or it is the only one. */
function isLedger({ columns, body }: LedgerSheet): boolean {
  if (body.rows.length === 0 || isDistrictTable(body.headers)) return false;
  return columns.has("name") || columns.has("compound_id");
}

/**
 * The sheets of a ledger, headers found, totals set aside and reconciled. Sheets that name no compound
 * are left out, and said.
 */
export function readLedger(file: SourceFile, options: LedgerOptions, log: IssueLog): LedgerSheet[] {
  const raw = readLedgerRows(file, log);
  if (raw === null) return [];
  const bodies =
    raw.kind === "rows"
      ? [bodyOfRows(raw.rows)]
      : raw.sheets.map((sheet) => withSheetCommunity(readSheet(sheet)));
  const filled = bodies.filter(({ rows }) => rows.length > 0);
  if (filled.length === 0 && raw.kind === "sheets")
    log.add("error", "ledger-format", { source: file.name });
  const sheets = filled.map((body) => openSheet(body, file.name, options, log));
  const ledgers = sheets.filter((sheet) => isLedger(sheet) || sheets.length === 1);
  for (const { body } of sheets.filter((sheet) => !ledgers.includes(sheet))) {
    log.add("info", "sheet-not-ledger", { source: file.name, args: { sheet: body.name || "?" } });
  }
  const kept = ledgers.map((sheet) =>
    ledgers.length > 1 ? { ...sheet, label: sheet.body.name } : sheet,
  );
  for (const { body, columns, label } of kept)
    reportBody(body, { columns, source: file.name, label }, log);
  return kept;
}
