import type { Issue, IssueCode } from "../base/issue.ts";
import type { Bilingual } from "../base/language.ts";
import type { Confidence } from "../estimate/assumption.ts";
import { type AssumptionSet, assumptionsUnder, type SetEntry } from "../estimate/assumption-set.ts";
import { ASSUMPTION_OF, ASSUMPTIONS, type AssumptionValues } from "../estimate/defaults.ts";
import { checkAssumptions } from "./check-assumptions.ts";

/** Marks a JSON file as an assumption set; a plain object of key: number is taken as values. */
const FORMAT = "pianqu-assumptions";

/** A file of assumptions: a whole set with sources, or values to put on top of what holds. */
export interface ReadAssumptions {
  readonly set: AssumptionSet | null;
  readonly values: Partial<AssumptionValues>;
  readonly issues: readonly Issue[];
}

type Content = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Content {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function readWords(value: unknown): Bilingual | null {
  if (typeof value === "string" && value.trim() !== "") return { zh: value, en: value };
  if (!isObject(value) || typeof value.zh !== "string" || typeof value.en !== "string") return null;
  return { zh: value.zh, en: value.en };
}

function readAmount(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : null;
}

function readConfidence(value: unknown): Confidence | null {
  return value === "H" || value === "M" || value === "L" ? value : null;
}

/** An entry left blank says nothing; one with a value outside its own range is a fault. */
function readEntry(content: unknown): SetEntry | "blank" | "fault" {
  if (!isObject(content)) return "fault";
  if (content.value === null || content.value === undefined) return "blank";
  const value = readAmount(content.value);
  const [low, high] = [readAmount(content.low), readAmount(content.high)];
  if (value === null || (low ?? value) > value || (high ?? value) < value) return "fault";
  const year = readAmount(content.year);
  return {
    value,
    low,
    high,
    source: readWords(content.source),
    year: year !== null && Number.isInteger(year) ? year : null,
    confidence: readConfidence(content.confidence),
  };
}

function readSet(content: Content, issue: (code: IssueCode, args: Issue["args"]) => void) {
  const entries: Record<string, SetEntry> = {};
  for (const [key, own] of Object.entries(isObject(content.entries) ? content.entries : {})) {
    const read = ASSUMPTION_OF.has(key) ? readEntry(own) : null;
    if (read === null) issue("assumption-unknown", { key });
    else if (read === "fault") {
      const value = (JSON.stringify(own) ?? "").slice(0, 120);
      issue("assumption-entry", { key, value });
    } else if (read !== "blank") entries[key] = read;
  }
  const id = typeof content.id === "string" && content.id !== "" ? content.id : "local";
  return { id, name: readWords(content.name) ?? { zh: id, en: id }, entries } as AssumptionSet;
}

/**
 * Reads an assumption file: a set (format `pianqu-assumptions`) or plain values. Blank entries mean
 * the shipped value; what is unknown or out of range becomes an issue and is not used.
 * @param source file name for the issues
 */
export function readAssumptions(content: unknown, source: string | null): ReadAssumptions {
  if (!isObject(content) || content.format !== FORMAT) {
    return { set: null, ...checkAssumptions(content, source) };
  }
  const issues: Issue[] = [];
  const set = readSet(content, (code, args) =>
    issues.push({ code, severity: "error", source, feature: null, at: null, args }),
  );
  return { set, values: {}, issues };
}

/**
 * A set as the text of a file, every assumption with meaning, unit, range and source.
 * @param options.blank every value left empty, for a bureau to fill in
 */
export function writeAssumptions(
  set: AssumptionSet | null,
  options: { readonly values: Partial<AssumptionValues>; readonly blank: boolean },
): string {
  const { values, blank } = options;
  const own = new Map(assumptionsUnder(set).map((a) => [a.key, a]));
  const entries = ASSUMPTIONS.map(({ key, meaning, unit }) => {
    const a = own.get(key) ?? ASSUMPTION_OF.get(key);
    const value = values[key] ?? a?.default ?? 0;
    const known = {
      value,
      low: Math.min(value, a?.low ?? value),
      high: Math.max(value, a?.high ?? value),
      source: a?.source ?? null,
      year: a?.year ?? null,
      confidence: a?.confidence ?? null,
    };
    const empty = { value: null, low: null, high: null, source: "", year: null, confidence: null };
    return [key, { meaning, unit, ...(blank ? empty : known) }];
  });
  const file = {
    format: FORMAT,
    version: 1,
    id: blank ? "local" : (set?.id ?? "default"),
    name: blank
      ? { zh: "本地参数", en: "local set" }
      : (set?.name ?? { zh: "默认", en: "defaults" }),
    entries: Object.fromEntries(entries),
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}
