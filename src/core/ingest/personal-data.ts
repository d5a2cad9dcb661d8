import { fieldOfHeader, isPersonalHeader, normalizeHeader } from "./ledger-columns.ts";
import type { Note } from "./note.ts";
import { mayNamePersons } from "./personal-headers.ts";
import { isBlank, readFlag, readQuantity } from "./read-value.ts";

/** Share of a column's filled cells that must look personal for the column to be refused. */
const PERSONAL_SHARE = 0.3;

/** 18-digit identity number (GB 11643-1999): region, date of birth, order; slips of the pen in the check digit too. */
const IDENTITY = /^[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/i;

/** Shortest text that can hold a mobile telephone number, characters. */
const SHORTEST = 11;
/** Longest text that is nothing but a number, signs and blanks included. */
const LONGEST = 40;

/**
 * A mobile telephone or an identity number, `gap` between the groups of a telephone number and `slip`
 * between any two digits. A decimal point before it makes it part of a coordinate.
 */
function numberPattern(gap: string, slip: string): string {
  const digits = (n: number) => `\\d(?:${slip}\\d){${n - 1}}`;
  const mobile = `(?:\\+?8${slip}6${gap})?1${slip}[3-9]${slip}\\d${gap}${digits(4)}${gap}${digits(4)}`;
  return `(?<![\\d.])(?:${mobile}|[1-9]${slip}${digits(16)}${slip}[\\dXx])`;
}

/** A telephone with its area code; without a sign between them the two may be any number. */
function landlinePattern(between: string): string {
  return `(?<![\\d.-])0[1-9]\\d{1,2}(?:${between}){1,2}\\d{3,4}(?:${between})?\\d{4}`;
}
const BETWEEN = "[\\s)）\\-－—–﹣]";

/** Numbers in a text. */
const IN_TEXT = new RegExp(
  `(?:${numberPattern("[\\s-]?", "")}|${landlinePattern(BETWEEN)})(?![\\d.])`,
  "g",
);
const ESCAPE = "\\\\(?:[nrtf]|u[\\da-fA-F]{4})";
/** What may stand between the digits of a cell that is nothing but a number, in JSON as escapes too. */
const LOOSE = `(?:[\\s\\-\uff0d\ufe63]|${ESCAPE})*`;
/** Numbers in a text, and whatever of a JSON text a cell may read as one (`138 0 0…`, `13800000000.0`). */
const IN_JSON = new RegExp(
  `(?:${numberPattern(LOOSE, LOOSE)}|${landlinePattern(`${BETWEEN}|${ESCAPE}`)})(?!\\d|\\.\\d*[1-9])`,
);
/** Digits of full width, and escapes of digits. */
const WIDE = /[\uff10-\uff19]/;
const ESCAPED = /\\u(?:003|[fF]{2}1)\d/;
/** Stands where a number was taken out. */
const HIDDEN = "***";
/** A name before a number that was taken out: `联系王五 ***`; `值班电话***` has none. */
const NAMED =
  /(?<=^|[\s,，;；。、:：(（]|联系人?|找|询|致电)(?!联系|请|找)\p{Script=Han}{2,3}(?<!电话|热线|手机|微信|号码?|方式|联系人?|[证询])(?=[\s,，:：(（]*\*\*\*)/gu;

/** True for a mobile telephone or identity number. */
export function looksPersonal(cell: unknown): boolean {
  if (typeof cell === "number") {
    return (cell >= 1.3e10 && cell < 2e10 && Number.isInteger(cell)) || IDENTITY.test(String(cell));
  }
  if (typeof cell !== "string" || cell.length < SHORTEST || cell.length > LONGEST) return false;
  const text = cell
    .normalize("NFKC")
    .replace(/[\s-]/g, "")
    .replace(/^\+?86(?=1)/, "");
  return /^1[3-9]\d{9}$/.test(text) || IDENTITY.test(text);
}

/** False when no cell of a JSON text looks personal or has a number hidden in it; spares parsing it. */
export function mayHoldNumbers(json: string): boolean {
  if (IN_JSON.test(json) || WIDE.test(json)) return true;
  return json.includes("\\u") && ESCAPED.test(json);
}

/** Codes of compounds and areas may have as many digits as a telephone number. */
function isCode(header: string): boolean {
  const field = fieldOfHeader(header)?.field;
  return field === "compound_id" || field === "community_code";
}

/** A cell of a column that is kept, without the telephone and identity numbers in it, and whose they are. */
export function hideNumbers(header: string, cell: unknown): unknown {
  if (looksPersonal(cell)) return isCode(header) ? cell : null;
  if (typeof cell !== "string" || cell.length < SHORTEST) return cell;
  const text = /[\uff10-\uff19]/.test(cell) ? cell.normalize("NFKC") : cell;
  const hidden = text.replace(IN_TEXT, (found) =>
    found.length === 18 && !IDENTITY.test(found) ? found : HIDDEN,
  );
  return hidden === text || isCode(header) ? cell : hidden.replace(NAMED, HIDDEN);
}

const isSpotless = (count: { readonly personal: number; readonly hidden: number }) =>
  count.personal + count.hidden === 0;

/** True for a cell that is neither a number of things nor a yes or no. */
function mayBeName(cell: unknown): boolean {
  const isCount = readQuantity(cell, "zero").kind === "value";
  return typeof cell === "string" && !isCount && readFlag(cell).kind !== "value";
}

interface ColumnCount {
  filled: number;
  personal: number;
  hidden: number;
  /** cells that may be names, where the header leaves it open; else 0 */
  named: number;
  readonly mayName: boolean;
}

/** Counts what stands in the columns of rows, to tell which of them are personal. */
export class PersonalCount {
  readonly #seen = new Map<string, ColumnCount>();

  #of(header: string) {
    const known = this.#seen.get(header);
    if (known) return known;
    const mayName = mayNamePersons(normalizeHeader(header).key);
    const fresh: ColumnCount = { filled: 0, personal: 0, hidden: 0, named: 0, mayName };
    this.#seen.set(header, fresh);
    return fresh;
  }

  add(header: string, cell: unknown): void {
    const count = this.#of(header);
    const isShort = typeof cell === "number" && cell < 1.3e10;
    if (!isShort && isBlank(cell)) return;
    count.filled += 1;
    if (count.mayName && mayBeName(cell)) count.named += 1;
    if (isShort || (typeof cell === "string" && cell.length < SHORTEST)) return;
    if (looksPersonal(cell) && !isCode(header)) count.personal += 1;
    else if (hideNumbers(header, cell) !== cell) count.hidden += 1;
  }

  /** Columns to be refused, by their header or by what stands in them. */
  refused(): Set<string> {
    const found = [...this.#seen].filter(([header, { filled, personal, named }]) => {
      const most = Math.max(personal, named);
      return isPersonalHeader(header) || (most > 0 && most >= filled * PERSONAL_SHARE);
    });
    return new Set(found.map(([header]) => header));
  }

  /** What was refused and hidden; counts only, never a value. Blank columns are not worth a word. */
  notes(): Note[] {
    const refused = this.refused();
    return [...this.#seen].flatMap(([header, { filled, personal, hidden }]): Note[] => {
      const column = header.slice(0, 60);
      const whole = refused.has(header);
      const n = whole ? filled : hidden + personal;
      const code = whole ? "personal-data" : "personal-in-text";
      return n === 0 ? [] : [{ severity: "warning", code, args: { column, n } }];
    });
  }

  /** True when nothing is to be refused or hidden. */
  get clean(): boolean {
    return this.refused().size === 0 && [...this.#seen.values()].every(isSpotless);
  }
}

/** True when a header is, or may by its cells be, one of personal data. */
export function mayBePersonal(header: string): boolean {
  return isPersonalHeader(header) || mayNamePersons(normalizeHeader(header).key);
}

/** A row without refused columns, numbers hidden in the others; the same object when nothing was. */
export function withoutPersonal<T extends Readonly<Record<string, unknown>>>(
  row: T,
  refused: ReadonlySet<string>,
): T {
  const headers = Object.keys(row);
  const sound = headers.every(
    (header) => !refused.has(header) && hideNumbers(header, row[header]) === row[header],
  );
  if (sound) return row;
  const kept = headers.filter((header) => !refused.has(header));
  return Object.fromEntries(kept.map((header) => [header, hideNumbers(header, row[header])])) as T;
}
