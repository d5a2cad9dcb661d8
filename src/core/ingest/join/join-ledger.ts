import { cellOf } from "../cell-of.ts";
import type { SurveyedFile } from "../describe-positions.ts";
import type { FeatureLabel, IssueLog } from "../issue-log.ts";
import type { Columns } from "../ledger-columns.ts";
import { keepProperties, type Properties, readId } from "../read-layer.ts";
import { readText } from "../read-value.ts";
import { reportUnits } from "../report-units.ts";
import type { NumberedRow } from "../table/read-sheet.ts";
import { readPosition } from "../table/table-features.ts";
import type { SourceFile } from "../world.ts";
import { addBuildings } from "./add-buildings.ts";
import { readAsOf } from "./as-of.ts";
import { assignRows, type Claim, type Seat } from "./assign-rows.ts";
import { BuildingTally } from "./building-tally.ts";
import { findCommonPlace } from "./common-place.ts";
import type { LedgerReading, RowReading } from "./ledger-reading.ts";
import {
  type Candidate,
  CERTAIN,
  type Identity,
  type RowIdentity,
  RowMatcher,
} from "./match-rows.ts";
import { plainName } from "./normalise-name.ts";
import { type PlacedRow, placePosition, surveyRows } from "./place-rows.ts";
import { readColumns, reportUnsplit } from "./read-columns.ts";
import { type LedgerOptions, type LedgerSheet, readLedger } from "./read-ledger.ts";

/** A ledger row that belongs to a compound. */
export interface LedgerEntry {
  readonly source: string;
  /** empty: the file has no named sheets */
  readonly sheet: string;
  readonly columns: Columns;
  /** without refused columns */
  readonly row: Properties;
  /** day that it describes, `yyyymmdd` with zeros for what is not told; null: not told */
  readonly asOf: number | null;
  /** a person said that this ledger's figures stand */
  readonly leads: boolean;
}

/** A row of a ledger that was given without compounds. */
export interface LooseRow extends LedgerEntry {
  readonly label: FeatureLabel;
}

/** What joining needs of the compounds. */
export interface JoinGround {
  readonly identities: readonly Identity[];
  /** compound whose ground holds a position in the ledger's own coordinates, or null */
  readonly findAt: (lonLat: readonly [number, number]) => number | null;
}

/** A ledger joined: the entries of each compound, one for each day told, and what became of every row. */
export interface JoinedLedger {
  readonly entries: readonly (readonly LedgerEntry[])[];
  /** all its rows, when there are no compounds at all */
  readonly loose: readonly LooseRow[];
  readonly reading: LedgerReading;
  /** its positions, when it has any */
  readonly surveyed: SurveyedFile | null;
}

interface Row extends PlacedRow {
  readonly sheet: LedgerSheet;
  readonly numbered: NumberedRow;
  readonly identity: RowIdentity;
  readonly key: string;
  readonly asOf: number | null;
  readonly candidates: readonly Candidate[];
  /** decision of a person: a compound, `null` to refuse, undefined when there is none */
  readonly byHand: number | null | undefined;
}

/** Aliases stand in one cell, separated by punctuation. */
export function splitAliases(raw: unknown): string[] {
  const text = readText(raw);
  return text === null
    ? []
    : text
        .split(/[;；,，、/|]/)
        .map((part) => part.trim())
        .filter((part) => part !== "");
}

function identify(
  sheet: LedgerSheet,
  { row }: NumberedRow,
  { at, place, ground }: { at: PlacedRow["at"]; place: string; ground: JoinGround },
): RowIdentity {
  const { columns } = sheet;
  const cell = (field: Parameters<Columns["get"]>[0]) => cellOf(row, columns.get(field));
  const name = readText(cell("name"));
  return {
    id: readId(cell("compound_id")),
    weakId: columns.get("compound_id")?.by === "weak",
    name,
    ownName: name === null || place === "" ? name : plainName(name).slice(place.length),
    aliases: splitAliases(cell("alias")),
    community: readText(cell("community")),
    address: readText(cell("address")),
    inside: at === null ? null : ground.findAt(at),
  };
}

/** The place that stands before every name of a ledger and in no compound's, plain. */
function commonPlaceOf(sheets: readonly LedgerSheet[], identities: readonly Identity[]): string {
  const names = sheets.flatMap(({ body, columns }) =>
    body.rows.map(({ row }) => readText(cellOf(row, columns.get("name"))) ?? ""),
  );
  return findCommonPlace(
    names.filter((name) => name !== ""),
    identities.flatMap(({ name }) => name ?? []),
  );
}

/** Names a row in decisions by hand. */
function keyOf({ id, name, community }: RowIdentity): string {
  return [id, name, community].map((part) => part ?? "").join("|");
}

/** The day a row describes: by its sheet's name, its file's name, or its own date, in this order. */
function asOfRow({ source, body, columns }: LedgerSheet, row: Properties): number | null {
  return readAsOf(body.name) ?? readAsOf(source) ?? readAsOf(cellOf(row, columns.get("as_of")));
}

function labelOf({ identity, numbered }: Row): FeatureLabel {
  const { id, name } = identity;
  return { id: id ?? name ?? `#${numbered.number}`, name };
}

function openRows(
  sheets: readonly LedgerSheet[],
  { ground, options }: { ground: JoinGround; options: LedgerOptions },
): Row[] {
  const matcher = new RowMatcher(ground.identities);
  const position = new Map(ground.identities.map(({ id }, i) => [id, i]));
  const joins = options.byHand?.joins ?? {};
  const place = commonPlaceOf(sheets, ground.identities);
  return sheets.flatMap((sheet) =>
    sheet.body.rows.map((numbered): Row => {
      const written = readPosition(numbered.row, sheet.columns);
      const at = placePosition(written, options.byHand);
      const identity = identify(sheet, numbered, { at, place, ground });
      const key = keyOf(identity);
      const asOf = asOfRow(sheet, numbered.row);
      const decided = Object.hasOwn(joins, key) ? joins[key] : undefined;
      const byHand = decided === undefined ? undefined : (position.get(decided) ?? null);
      const candidates = matcher.find(identity);
      return { sheet, numbered, identity, key, asOf, candidates, byHand, written, at };
    }),
  );
}

/** The compound a row is certainly about, or null. */
function certainOf({ candidates, byHand }: Row): Candidate | null {
  if (byHand !== undefined)
    return byHand === null ? null : { compound: byHand, score: 2, by: "hand" };
  const sure = candidates.filter(({ score }) => score >= CERTAIN);
  if (sure.length === 0) return null;
  const tied = sure.length > 1 && sure[1].score === sure[0].score;
  return tied ? null : sure[0];
}

/** What the rows of buildings of one compound have in common. */
function groupOf({ sheet, identity: { id, name, community } }: Row): string {
  const known = name === null ? [id] : [plainName(name), community];
  return JSON.stringify([sheet.body.name, ...known]);
}

/** The rows that tell of each compound. */
function seatRows(rows: readonly Row[]): Seat<Row>[] {
  const claims = rows.flatMap((row): Claim<Row>[] => {
    const sure = certainOf(row);
    if (sure === null) return [];
    const { compound, score } = sure;
    const building = readText(cellOf(row.numbered.row, row.sheet.columns.get("building")));
    return [{ row, compound, score, asOf: row.asOf, group: groupOf(row), building }];
  });
  return assignRows(claims);
}

function stateOf(row: Row, used: ReadonlySet<Row>): RowReading["state"] {
  const sure = certainOf(row);
  if (row.byHand === null) return "refused";
  if (sure !== null) return used.has(row) ? "joined" : "ambiguous";
  if (row.candidates.length === 0) return "unmatched";
  const [first, second] = row.candidates;
  const clash = second !== undefined && second.score === first.score && first.by === second.by;
  return clash && first.by === "name" ? "ambiguous" : "doubtful";
}

/** Where a row stands: its sheet where there are several, and the 社区 that answers for it. */
function placeOf({ sheet: { label }, numbered, identity: { community } }: Row) {
  return {
    row: numbered.number,
    ...(label !== "" && { inSheet: label }),
    ...(community !== null && { community }),
  };
}

function report(
  row: Row,
  state: RowReading["state"],
  identities: readonly Identity[],
  log: IssueLog,
): void {
  const where = { source: row.sheet.source, feature: labelOf(row) };
  const args = placeOf(row);
  if (state === "unmatched") log.add("warning", "ledger-row-unmatched", { ...where, args });
  if (state === "ambiguous") log.add("warning", "ledger-row-ambiguous", { ...where, args });
  if (state !== "doubtful") return;
  const [best] = row.candidates;
  const { id, name } = identities[best.compound];
  const percent = Math.round(best.score * 100);
  log.add("warning", "ledger-row-doubtful", {
    ...where,
    args: { ...args, other: name ?? id, percent },
  });
}

function entryOf(
  { sheet, asOf }: Row,
  { row, columns }: Pick<LedgerEntry, "row" | "columns">,
  options: LedgerOptions,
): LedgerEntry {
  const { source, body, refused } = sheet;
  const leads = options.byHand?.leads === true;
  return { source, sheet: body.name, columns, row: keepProperties(row, refused), asOf, leads };
}

function plainEntry(row: Row, options: LedgerOptions): LedgerEntry {
  return entryOf(row, { row: row.numbered.row, columns: row.sheet.columns }, options);
}

/** Makes the entries of all compounds; says which rows of buildings were added up to them. */
function fillSeats(
  seats: readonly Seat<Row>[],
  { file, ground, options }: { file: SourceFile; ground: JoinGround; options: LedgerOptions },
  log: IssueLog,
): LedgerEntry[][] {
  const entries = ground.identities.map((): LedgerEntry[] => []);
  const tally = new BuildingTally(file.name, log);
  for (const { compound, rows } of seats) {
    const [first] = rows;
    if (rows.length === 1) {
      entries[compound].push(plainEntry(first, options));
      continue;
    }
    const added = addBuildings(
      rows.map(({ numbered }) => numbered.row),
      first.sheet.columns,
    );
    tally.note(added, rows.map(labelOf));
    entries[compound].push(entryOf(first, added, options));
  }
  tally.report();
  return entries;
}

/** What became of the rows; one word for all of them where there is nothing to join them to. */
function reportRows(
  rows: readonly Row[],
  states: readonly RowReading["state"][],
  { source, identities }: { source: string; identities: readonly Identity[] },
  log: IssueLog,
): void {
  if (identities.length === 0) {
    const args = { n: rows.length };
    if (rows.length > 0) log.add("warning", "ledger-without-places", { source, args });
    return;
  }
  for (const [i, row] of rows.entries()) report(row, states[i], identities, log);
}

function readRow(
  row: Row,
  state: RowReading["state"],
  identities: readonly Identity[],
): RowReading {
  const sure = state === "joined" ? certainOf(row) : null;
  return {
    sheet: row.sheet.body.name,
    number: row.numbered.number,
    key: row.key,
    id: row.identity.id,
    name: row.identity.name,
    state,
    compoundId: sure === null ? null : identities[sure.compound].id,
    by: sure?.by ?? null,
    candidates: row.candidates.map(({ compound, score, by }) => ({
      compoundId: identities[compound].id,
      score,
      by,
    })),
    at: row.at,
  };
}

/**
 * Joins a ledger to the compounds: by id, name, alias, a name within its community, or position.
 * What is only likely (the same name but for its phase or its ending, address, likeness) is listed as
 * doubtful and not joined until a person says so. The entries run parallel to the identities.
 */
export function joinLedger(
  file: SourceFile,
  { ground, options }: { readonly ground: JoinGround; readonly options: LedgerOptions },
  log: IssueLog,
): JoinedLedger {
  const source = file.name;
  const { identities } = ground;
  const sheets = readLedger(file, options, log);
  const rows = openRows(sheets, { ground, options });
  const seats = seatRows(rows);
  const entries = fillSeats(seats, { file, ground, options }, log);
  const isLoose = identities.length === 0;
  const loose = isLoose
    ? rows.map((row) => ({ ...plainEntry(row, options), label: labelOf(row) }))
    : [];
  const used = new Set(seats.flatMap((seat) => seat.rows));
  const states = rows.map((row) => stateOf(row, used));
  reportRows(rows, states, { source, identities }, log);
  const missing = entries.filter((own) => own.length === 0).length;
  if (missing > 0 && rows.length > 0) {
    const args = { n: missing, total: entries.length };
    log.add("warning", "ledger-rows-missing", { source, args });
  }
  const described = sheets.flatMap(({ body, columns, refused }) => {
    const read = readColumns(body, columns, refused);
    reportUnsplit(read, source, log);
    return read;
  });
  reportUnits(described, { source, byHand: options.byHand }, log);
  const reading: LedgerReading = {
    source,
    sheets: sheets.map(({ body }) => ({
      name: body.name,
      headerRow: body.headerRow,
      rows: body.rows.length,
      totals: body.totals.length,
      skipped: body.skipped,
    })),
    columns: described,
    rows: rows.map((row, i) => readRow(row, states[i], identities)),
  };
  return { entries, loose, reading, surveyed: surveyRows(source, rows, options.byHand) };
}
