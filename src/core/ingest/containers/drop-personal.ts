import { isObject, memberOf } from "../formats/json-members.ts";
import { blankNotNumbers } from "../formats/parse-json.ts";
import type { Note } from "../note.ts";
import { mayBePersonal, mayHoldNumbers, PersonalCount, withoutPersonal } from "../personal-data.ts";

type Row = Readonly<Record<string, unknown>>;

function countRows(rows: readonly unknown[]): PersonalCount {
  const count = new PersonalCount();
  for (const row of rows) {
    if (!isObject(row)) continue;
    for (const [header, cell] of Object.entries(row)) count.add(header, cell);
  }
  return count;
}

/**
 * Takes personal data out of features one by one: all are counted before the first is sifted, as a
 * column is refused by what stands in all of it.
 */
export class PersonalSieve {
  readonly #count = new PersonalCount();
  #refused: ReadonlySet<string> | null = null;

  add(feature: unknown): void {
    const properties = memberOf(feature, "properties");
    if (!isObject(properties)) return;
    for (const [header, cell] of Object.entries(properties)) this.#count.add(header, cell);
  }

  /** Nothing is to be taken out. */
  get isClean(): boolean {
    return this.#count.clean;
  }

  /** The feature as it may be kept; the same object when it holds nothing personal. */
  sift(feature: unknown): unknown {
    const properties = memberOf(feature, "properties");
    if (!isObject(properties)) return feature;
    this.#refused ??= this.#count.refused();
    const kept = withoutPersonal(properties, this.#refused);
    return kept === properties ? feature : { ...(feature as Row), properties: kept };
  }

  /** What is taken out; counts only. */
  notes(): Note[] {
    return this.#count.notes();
  }

  /** The collection, its features left as they are, that says what is taken out of it. */
  mark(collection: unknown): unknown {
    return withNotes(collection, this.notes());
  }
}

/** Features without personal data, and what was refused. */
export function dropPersonal(features: readonly unknown[]): { kept: unknown[]; refused: Note[] } {
  const sieve = new PersonalSieve();
  for (const feature of features) sieve.add(feature);
  if (sieve.isClean) return { kept: [...features], refused: [] };
  return { kept: features.map((feature) => sieve.sift(feature)), refused: sieve.notes() };
}

/** Keys of a JSON text with the colon behind them. */
const KEYS = /"((?:[^"\\]|\\.){1,200})"\s*:/g;

function readKey(key: string): string {
  try {
    return key.includes("\\") ? String(JSON.parse(`"${key}"`)) : key;
  } catch {
    return key;
  }
}

/** Whether a JSON text may hold personal data: spares most files from being parsed here. */
function mayHoldPersonal(text: string): boolean {
  if (mayHoldNumbers(text)) return true;
  const keys = new Set<string>();
  for (const [, key] of text.matchAll(KEYS)) keys.add(key);
  return [...keys].some((key) => mayBePersonal(readKey(key)));
}

function cleanMember(value: unknown): { value: unknown; notes: Note[] } {
  if (Array.isArray(value) && value.every(isObject)) {
    const count = countRows(value);
    if (count.clean) return { value, notes: [] };
    return {
      value: value.map((row) => withoutPersonal(row, count.refused())),
      notes: count.notes(),
    };
  }
  const features = memberOf(value, "features");
  if (isObject(value) && Array.isArray(features)) {
    const { kept, refused } = dropPersonal(features);
    return { value: { ...value, features: kept }, notes: refused };
  }
  const { kept, refused } = dropPersonal([value]);
  return { value: kept[0], notes: refused };
}

/** A collection that says what was taken out of it, beside what it says of itself. */
function withNotes(value: unknown, notes: readonly Note[]): unknown {
  if (!isObject(value)) return value;
  const own = memberOf(value, "pianqu");
  const reading = memberOf(own, "reading");
  const before = memberOf(reading, "notes");
  const said = { ...(isObject(reading) ? reading : { format: "geojson" }) };
  const all = [...(Array.isArray(before) ? before : []), ...notes];
  return { ...value, pianqu: { ...(isObject(own) ? own : {}), reading: { ...said, notes: all } } };
}

/** Lines of newline-delimited JSON as one collection; null where a line is not sound. */
function collectLines(text: string): unknown {
  const lines = text
    .replaceAll("\u001e", "\n")
    .split("\n")
    .filter((line) => line.trim() !== "");
  if (lines.length < 2) return null;
  return { type: "FeatureCollection", features: lines.map((line) => JSON.parse(line)) };
}

interface Parsed {
  readonly value: unknown;
  /** what was mended so that it could be parsed */
  readonly notes: readonly Note[];
}

function tryParse(read: (text: string) => unknown, text: string): unknown {
  try {
    return read(text);
  } catch {
    return null;
  }
}

/** As the readers of GeoJSON take it: one value, one a line, or one value with NaN in it. */
function parse(text: string): Parsed | null {
  const value = tryParse(JSON.parse, text) ?? tryParse(collectLines, text);
  if (value !== null) return { value, notes: [] };
  const blanked = blankNotNumbers(text);
  if (!("text" in blanked)) return null;
  const mended = tryParse(JSON.parse, blanked.text);
  const args = { n: blanked.notNumbers };
  const note: Note = { severity: "warning", code: "json-not-a-number", args };
  return mended === null ? null : { value: mended, notes: [note] };
}

/**
 * A JSON text as it may be kept: without personal columns, numbers hidden, what was taken out noted in
 * it. The same text when there are none, and when it is not sound: its reader says so, and uses none of it.
 */
export function keepJson(text: string): string {
  if (!mayHoldPersonal(text)) return text;
  const parsed = parse(text.replace(/^\ufeff/, ""));
  if (parsed === null) return text;
  const { value, notes } = cleanMember(parsed.value);
  if (notes.length === 0) return text;
  return `${JSON.stringify(withNotes(value, [...parsed.notes, ...notes]))}\n`;
}
