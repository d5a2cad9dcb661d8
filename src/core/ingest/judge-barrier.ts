import { classify, classOfName, HARD_WIDTH_M, WIDTH_HEADERS } from "./barrier-classes.ts";
import { type Classified, UNGRADED } from "./barrier-words.ts";
import type { IssueLog } from "./issue-log.ts";
import { CODE_HEADERS, isParcel, nameOfCode, PARCEL_HEADERS } from "./land-classes.ts";
import type { Properties } from "./read-layer.ts";
import { readQuantity, readText } from "./read-value.ts";
import type { BarrierClass } from "./world.ts";

/** What is counted over a file before it is said once. */
export interface BarrierNotes {
  readonly unknown: Map<string, number>;
  /** classes of land that are no barrier */
  readonly parcels: Map<string, number>;
  /** land of roads of every grade */
  readonly ungraded: Map<string, number>;
  /** names that told the class */
  readonly named: string[];
  inferred: number;
  bare: number;
}

export function createNotes(): BarrierNotes {
  const [unknown, parcels, ungraded] = [new Map(), new Map(), new Map()];
  return { unknown, parcels, ungraded, named: [], inferred: 0, bare: 0 };
}

/** Class of a feature with the word that gave it. */
export interface Judged extends Classified {
  readonly sourceClass: string;
}

/** What a feature is judged under; properties under headers as `plainKeys` leaves them. */
export interface JudgeContext {
  readonly area: boolean;
  /** the file is called after water */
  readonly waterFile: boolean;
  readonly notes: BarrierNotes;
  /** class words that mean something else here */
  readonly classes: Readonly<Record<string, BarrierClass>>;
  /** headers that may hold the class, best first */
  readonly headers: readonly string[];
}

/** The first text that stands under one of the headers, or null. */
export function textOf(properties: Properties, headers: readonly string[]): string | null {
  for (const header of headers) {
    const text = Object.hasOwn(properties, header) ? readText(properties[header]) : null;
    if (text !== null && text !== "") return text;
  }
  return null;
}

/** Headers of what a barrier is called. */
const NAME_HEADERS = ["name", "名称", "道路名称", "路名", "道路名", "河流名称", "线路名称"];

/** What a barrier is called, or null. */
export function nameOf(properties: Properties): string | null {
  return textOf(properties, NAME_HEADERS);
}

function widthOf(properties: Properties): number | null {
  for (const header of WIDTH_HEADERS) {
    const raw = Object.hasOwn(properties, header) ? properties[header] : null;
    const text = typeof raw === "string" ? raw.replace(/(?:m|米)\s*$/i, "") : raw;
    const reading = readQuantity(text, "blank");
    if (reading.kind === "value") return reading.value.value;
  }
  return null;
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Words of the class columns; a code stands for the name of its class. */
function wordsOf(properties: Properties, headers: readonly string[]): string[] {
  const words = headers.map((header) => {
    const text = textOf(properties, [header]);
    const isCode = text !== null && CODE_HEADERS.includes(header);
    return isCode ? nameOfCode(header, text) : text;
  });
  return words.filter((word) => word !== null);
}

/** The class of land of a feature that is a parcel of it, or null. */
function parcelOf(properties: Properties, words: readonly string[]): string | null {
  const land = textOf(properties, PARCEL_HEADERS);
  return words.find(isParcel) ?? land;
}

/**
 * Class of a feature: by its class words and codes, else its width, else its name, else by being a bare
 * area or line. Null: a parcel of land, which is no barrier.
 */
export function judge(properties: Properties, context: JudgeContext): Judged | null {
  const { area, waterFile, notes, classes, headers } = context;
  const words = wordsOf(properties, headers);
  for (const word of words) {
    const found = classify(word, classes);
    if (found === null) continue;
    if (UNGRADED.has(word) && found.barrierClass === "penalised") add(notes.ungraded, word);
    return { ...found, sourceClass: word };
  }
  const parcel = parcelOf(properties, words);
  if (parcel !== null) {
    add(notes.parcels, parcel);
    return null;
  }
  const sourceClass = words[0] ?? "";
  const width = widthOf(properties);
  if (width !== null) {
    notes.inferred += 1;
    const barrierClass = width >= HARD_WIDTH_M ? "hard" : "free";
    return { kind: waterFile ? "water" : "road", barrierClass, sourceClass };
  }
  return judgeByName(properties, sourceClass, context) ?? judgeBare(sourceClass, area, context);
}

function judgeByName(
  properties: Properties,
  sourceClass: string,
  { notes }: JudgeContext,
): Judged | null {
  const name = nameOf(properties);
  const found = name === null ? null : classOfName(name);
  if (name === null || found === null) return null;
  notes.named.push(name);
  const { kind, barrierClass, word } = found;
  return { kind, barrierClass, sourceClass: sourceClass === "" ? word : sourceClass };
}

function judgeBare(
  sourceClass: string,
  area: boolean,
  { waterFile, notes }: Pick<JudgeContext, "waterFile" | "notes">,
): Judged {
  if (waterFile || (area && sourceClass === "")) {
    notes.bare += 1;
    return { kind: waterFile ? "water" : "other", barrierClass: "hard", sourceClass };
  }
  add(notes.unknown, sourceClass);
  return { kind: area ? "other" : "road", barrierClass: "penalised", sourceClass };
}

/** Classes of land named in one message. */
const MAX_NAMED = 8;

/** `城镇住宅用地 20、水田 3`, most features first. */
export function listCounts(counts: ReadonlyMap<string, number>): string {
  const sorted = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const shown = sorted.slice(0, MAX_NAMED).map(([word, n]) => `${word.slice(0, 30)} ${n}`);
  return [...shown, ...(sorted.length > MAX_NAMED ? ["…"] : [])].join("、");
}

/** Says what was counted over a file. */
export function reportNotes(source: string, notes: BarrierNotes, log: IssueLog): void {
  const { inferred, bare, named, parcels, ungraded, unknown } = notes;
  if (inferred > 0) {
    const args = { n: inferred, limitM: HARD_WIDTH_M };
    log.add("info", "barrier-class-inferred", { source, args });
  }
  if (bare > 0) log.add("info", "barrier-bare-areas", { source, args: { n: bare } });
  if (named.length > 0) {
    const args = { n: named.length, value: [...named].sort()[0].slice(0, 60) };
    log.add("info", "barrier-class-by-name", { source, args });
  }
  if (parcels.size > 0) {
    const n = [...parcels.values()].reduce((sum, one) => sum + one, 0);
    log.add("info", "land-parcels", { source, args: { n, classes: listCounts(parcels) } });
  }
  for (const [value, n] of ungraded) {
    log.add("warning", "barrier-class-ungraded", { source, args: { value, n } });
  }
  for (const [value, n] of unknown) {
    if (value === "") log.add("warning", "barrier-class-missing", { source, args: { n } });
    else {
      const args = { value: value.slice(0, 60), n };
      log.add("warning", "barrier-class-unknown", { source, args });
    }
  }
}
