import { findNamed } from "./column-units.ts";
import type { IssueLog } from "./issue-log.ts";
import { ALIASES, COLUMN_FIELDS, type ColumnField, WEAK_ALIASES } from "./ledger-aliases.ts";
import { isPersonalKey } from "./personal-headers.ts";

/** A header taken apart: `建筑面积（万㎡）` → key `建筑面积`, unit `万m2`. */
export interface Header {
  readonly key: string;
  readonly unit: string;
}

/** Header after NFKC, without blanks, brackets (kept as the unit) and trailing units. */
export function normalizeHeader(header: string): Header {
  const text = header
    .slice(0, 120)
    .normalize("NFKC")
    .replace(/\s+/g, "")
    .replace(/^[*#]+|[*:;,.、。]+$/g, "")
    .toLowerCase();
  const bracket = /[([{【〔《]([^)\]}】〕》]*)[)\]}】〕》]/.exec(text);
  const bare = text.replace(/[([{【〔《][^)\]}】〕》]*[)\]}】〕》]?/g, "");
  const trailing = /(?:_m2|_sqm|万?(?:m2|平方米|平米)|万?元|%)$/.exec(bare);
  const cut = trailing && trailing.index > 0 ? bare.slice(0, trailing.index) : bare;
  return { key: cut, unit: bracket?.[1] ?? trailing?.[0] ?? "" };
}

/** True when a header announces personal data (rule R-60), whatever stands under it. */
export function isPersonalHeader(header: string): boolean {
  return isPersonalKey(normalizeHeader(header).key);
}

/** How a header was understood. */
export type MatchedBy = "hand" | "alias" | "weak" | "part" | "truncated" | "suffix";

/** One column of a file chosen for a field. */
export interface Column {
  readonly header: string;
  readonly unit: string;
  /** 0…1; 1: named by hand or by a canonical name or alias */
  readonly confidence: number;
  readonly by: MatchedBy;
  /** the column names 街道 and 社区 in one; this is what is read of it */
  readonly part?: "street" | "community";
  /** says it where this column's cell is blank */
  readonly spare?: Column;
}

/** Which column of one file carries which field. */
export type Columns = ReadonlyMap<ColumnField, Column>;

/** Fields given by hand. */
export interface FieldMap {
  /** canonical name → header */
  readonly wanted: ReadonlyMap<ColumnField, string>;
  /** fields whose header was met in some file */
  readonly found: Set<ColumnField>;
}

/** Reads the caller's field map; names that are no ledger field become issues. */
export function readFieldMap(fieldMap: Readonly<Record<string, string>>, log: IssueLog): FieldMap {
  const wanted = new Map<ColumnField, string>();
  for (const [field, header] of Object.entries(fieldMap)) {
    const match = COLUMN_FIELDS.find((one) => one === field.trim().toLowerCase());
    if (match) wanted.set(match, header);
    else {
      const args = { field: field.slice(0, 60), known: COLUMN_FIELDS.join(", ") };
      log.add("warning", "map-field-unknown", { args });
    }
  }
  return { wanted, found: new Set() };
}

/** Says which mapped columns no file had. */
export function reportUnfound({ wanted, found }: FieldMap, log: IssueLog): void {
  for (const [field, column] of wanted) {
    if (!found.has(field)) log.add("warning", "map-field-missing", { args: { field, column } });
  }
}

const CONFIDENCE: Readonly<Record<MatchedBy, number>> = {
  hand: 1,
  alias: 1,
  part: 0.95,
  weak: 0.8,
  suffix: 0.75,
  truncated: 0.7,
};

/** A header understood as a field. */
export interface HeaderMatch {
  readonly field: ColumnField;
  readonly by: MatchedBy;
  readonly confidence: number;
}

const BY_ALIAS: ReadonlyMap<string, ColumnField> = new Map(
  COLUMN_FIELDS.flatMap((field) => ALIASES[field].map((alias) => [alias, field] as const)),
);

/** Whole header, then its last and first words where several header rows were joined. */
function partsOf(header: string): string[] {
  // A unit on a line of its own belongs to the word above it.
  const words = header
    .replace(/\s+(?=[([{【〔《（])/g, "")
    .split(" ")
    .filter((word) => word !== "");
  if (words.length < 2) return [];
  return [words[words.length - 1], words[0]];
}

function bytesOf(key: string, perCharacter: number): number {
  let bytes = 0;
  for (const character of key) bytes += character > "\u007f" ? perCharacter : 1;
  return bytes;
}

/** dBASE cuts names at 10 bytes: 5 characters of Chinese in GBK, 3 in UTF-8. */
function isCut(key: string): boolean {
  if (/^[\u0020-\u007f]*$/.test(key)) return key.length === 10;
  const [gbk, utf8] = [bytesOf(key, 2), bytesOf(key, 3)];
  return gbk === 9 || gbk === 10 || (utf8 >= 8 && utf8 <= 10);
}

const JOINT = "street_community";

/** Key of a header that may name 街道 and 社区 in one: `所在街道（社区）` → `所属街道社区`. */
function jointKeyOf(header: string): string {
  return header
    .slice(0, 120)
    .normalize("NFKC")
    .replace(/[\s*#:;,.、。/\\|·•・~—–\-_&+和与及()[\]{}【】〔〕《》]+/g, "")
    .replace(/所在|归属|隶属/g, "所属")
    .replace(/(?<!^)所属|名称?$/g, "");
}

/** The only field whose aliases begin with a cut-off key, or null. */
function fieldOfCut(key: string): ColumnField | null {
  if (!isCut(key)) return null;
  const fields = new Set<ColumnField>();
  for (const [alias, field] of BY_ALIAS) {
    if (alias.length > key.length && alias.startsWith(key)) fields.add(field);
  }
  // What begins like 街道 or 社区 alone is taken for that.
  if (fields.size > 1) fields.delete(JOINT);
  return fields.size === 1 ? [...fields][0] : null;
}

/** Shortest Chinese alias that may stand at the end of a longer header. */
const MIN_SUFFIX = 2;

/** The field whose longest alias a Chinese header ends with: `小区现有总户数`. */
function fieldOfSuffix(key: string): ColumnField | null {
  let best: { field: ColumnField; length: number } | null = null;
  for (const [alias, field] of BY_ALIAS) {
    if (alias.length < MIN_SUFFIX || WEAK_ALIASES.has(alias) || /^[\u0020-\u007f]/.test(alias))
      continue;
    if (!key.endsWith(alias) || key.length > alias.length + 8) continue;
    if (best === null || alias.length > best.length) best = { field, length: alias.length };
  }
  return best?.field ?? null;
}

function exactMatch(header: string): HeaderMatch | null {
  if (BY_ALIAS.get(jointKeyOf(header)) === JOINT) return matchAs(JOINT, "alias");
  const { key } = normalizeHeader(header);
  const field = BY_ALIAS.get(key);
  if (field === undefined) return null;
  const by = WEAK_ALIASES.has(key) ? "weak" : "alias";
  return { field, by, confidence: CONFIDENCE[by] };
}

function matchAs(field: ColumnField | null | undefined, by: MatchedBy): HeaderMatch | null {
  return field ? { field, by, confidence: CONFIDENCE[by] } : null;
}

/**
 * The field a header names: by canonical name or alias, by one of the words of a header of several rows,
 * by the beginning that dBASE left of it, or by its ending; null when by none.
 */
export function fieldOfHeader(header: string): HeaderMatch | null {
  const exact = exactMatch(header);
  if (exact !== null) return exact;
  const parts = partsOf(header).map(exactMatch);
  const part = parts.find((match) => match?.by === "alias") ?? null;
  if (part !== null) return matchAs(part.field, "part");
  const { key } = normalizeHeader(header);
  if (isPersonalHeader(header)) return null;
  const cut = matchAs(fieldOfCut(key), "truncated");
  if (cut !== null) return cut;
  const isJoint = fieldOfSuffix(jointKeyOf(header)) === JOINT;
  return matchAs(isJoint ? JOINT : fieldOfSuffix(key), "suffix");
}

const ORDER: readonly MatchedBy[] = ["alias", "part", "weak", "suffix", "truncated"];

const WHOLE = /^(?:合计|总计|小计|共计|总数|总(?:户数|套数|建筑面积|面积))/;
const DWELLINGS = /^(?:其中[:：]?)?(?:住宅|住房|居民)/;
const SHARE = /^(?:其中|非住宅|商|办公|公建|车库|地下|其他)/;

/**
 * What part of a whole a column of a header of several rows is about (`户数` over `合计`, `住宅`, `商铺`):
 * 0 all of it, 1 it does not say, 2 the dwellings, 3 something else.
 */
function shareOf(header: string): 0 | 1 | 2 | 3 {
  const words = header.normalize("NFKC").split(/\s+/);
  if (words.length < 2) return 1;
  if (words.some((word) => WHOLE.test(word))) return 0;
  if (words.some((word) => DWELLINGS.test(word))) return 2;
  return words.some((word) => SHARE.test(word)) ? 3 : 1;
}

/** Order of candidates for a field: how they were matched, then the alias list, the whole, the header. */
function rankOf({ column, match }: Candidate): number {
  const place = ALIASES[match.field].indexOf(normalizeHeader(column.header).key);
  const share = shareOf(column.header);
  // `住宅` over `户数` reads like the alias 住宅户数, but stands beside its whole.
  const isPart = match.by === "part" || (match.by === "alias" && share >= 2);
  const [by, rank] = isPart ? (["part", 999] as const) : [match.by, place < 0 ? 999 : place];
  return ORDER.indexOf(by) * 10_000 + rank * 10 + share;
}

interface Candidate {
  readonly column: Column;
  readonly match: HeaderMatch;
}

function candidatesByField(headers: readonly string[]): Map<ColumnField, Candidate[]> {
  const byField = new Map<ColumnField, Candidate[]>();
  for (const header of [...headers].sort()) {
    const match = fieldOfHeader(header);
    if (match === null) continue;
    const { unit } = normalizeHeader(header);
    const column = { header, unit, confidence: match.confidence, by: match.by };
    const list = byField.get(match.field) ?? [];
    list.push({ column, match });
    byField.set(match.field, list);
  }
  for (const list of byField.values()) list.sort((a, b) => rankOf(a) - rankOf(b));
  return byField;
}

/** How a file's columns are to be read, as a person corrected it. */
export interface ColumnsByHand {
  /** header → field, or `""` for a column that means nothing */
  readonly columns: Readonly<Record<string, string>>;
  /** header → unit that its plain numbers are in, e.g. `万㎡` */
  readonly units: Readonly<Record<string, string>>;
}

/** Where columns come from and what a person said of them. */
export interface MatchContext {
  readonly source: string;
  readonly fieldMap: FieldMap | null;
  readonly byHand?: ColumnsByHand | null;
}

function handColumns(headers: readonly string[], { fieldMap, byHand }: MatchContext) {
  const chosen = new Map<ColumnField, Column>();
  const put = (field: ColumnField, header: string) => {
    const { unit } = normalizeHeader(header);
    chosen.set(field, { header, unit, confidence: CONFIDENCE.hand, by: "hand" });
  };
  for (const [field, wanted] of fieldMap?.wanted ?? []) {
    const header = findNamed(headers, wanted);
    if (header === null) continue;
    put(field, header);
    fieldMap?.found.add(field);
  }
  for (const [named, wanted] of Object.entries(byHand?.columns ?? {})) {
    const field = COLUMN_FIELDS.find((one) => one === wanted);
    const header = findNamed(headers, named);
    if (field && header !== null) put(field, header);
  }
  return chosen;
}

function withUnit(column: Column, byHand: ColumnsByHand | null | undefined): Column {
  const said = Object.entries(byHand?.units ?? {});
  const { header } = column;
  const own = said.find(([one]) => one === header);
  const [, unit] = own ?? said.find(([one]) => findNamed([header], one) !== null) ?? [];
  return unit === undefined ? column : { ...column, unit };
}

/** 街道 and 社区 are parts of a column that names both; a column of their own goes before. */
function addParts(columns: Map<ColumnField, Column>): void {
  const joint = columns.get(JOINT);
  if (joint === undefined) return;
  for (const part of ["street", "community"] as const) {
    const own = columns.get(part);
    const ofJoint = { ...joint, part };
    columns.set(part, own === undefined ? ofJoint : { ...own, spare: ofJoint });
  }
}

/**
 * Chooses a column for every field of a file: what a person said first, then the best alias. Several
 * candidates for one field, and columns understood by part of their header only, become issues.
 */
export function matchColumns(
  headers: readonly string[],
  context: MatchContext,
  log: IssueLog,
): Columns {
  const { source, byHand } = context;
  const columns = new Map<ColumnField, Column>();
  const chosenByHand = handColumns(headers, context);
  const taken = new Set([...chosenByHand.values()].map(({ header }) => header));
  for (const named of Object.keys(byHand?.columns ?? {}))
    taken.add(findNamed(headers, named) ?? named);
  const byField = candidatesByField(headers.filter((header) => !taken.has(header)));
  for (const field of COLUMN_FIELDS) {
    const found = (byField.get(field) ?? []).map(({ column }) => column);
    const chosen = chosenByHand.get(field) ?? found[0];
    if (chosen === undefined) continue;
    columns.set(field, withUnit(chosen, byHand));
    reportChoice(field, { chosen, found }, { source, log });
  }
  addParts(columns);
  return columns;
}

function reportChoice(
  field: ColumnField,
  { chosen, found }: { readonly chosen: Column; readonly found: readonly Column[] },
  { source, log }: { readonly source: string; readonly log: IssueLog },
): void {
  if (chosen.by === "suffix" || chosen.by === "truncated") {
    const args = { field, column: chosen.header, percent: Math.round(chosen.confidence * 100) };
    log.add("info", "column-guessed", { source, args });
  }
  const isWhole = chosen.by === "part" && shareOf(chosen.header) === 0;
  const rivals = found
    .filter(({ by }) => by === "alias" || by === chosen.by)
    .filter(({ header }) => !isWhole || shareOf(header) < 2);
  if (chosen.by === "hand" || chosen.by === "weak" || rivals.length < 2) return;
  const others = rivals.slice(1).map(({ header }) => header);
  const args = { field, column: chosen.header, others: others.join("”、“") };
  log.add("info", "column-ambiguous", { source, args });
}
