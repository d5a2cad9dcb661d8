import type { IssueLog } from "../issue-log.ts";
import type { SourceFile } from "../world.ts";
import { checkEncoding } from "./check-encoding.ts";
import { diagnoseJson, measureJson } from "./scan-json.ts";

/** Longest text read, UTF-16 units (about 380 MB on disk for plain coordinates). */
export const MAX_LENGTH = 400_000_000;
/** Most arrays and objects; each costs some 50 bytes once parsed. */
export const MAX_CONTAINERS = 30_000_000;
/** Deepest nesting read; GeoJSON needs 8 levels. */
const MAX_DEPTH = 1000;

/** Parsed JSON, or undefined when the text is no JSON (then the log says why). */
export type ParsedJson = { readonly value: unknown; readonly depth: number } | undefined;

function positionOf(text: string, index: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let i = text.indexOf("\n"); i >= 0 && i < index; i = text.indexOf("\n", i + 1)) {
    line += 1;
    start = i + 1;
  }
  return { line, column: index - start + 1 };
}

function blankOut(text: string, ranges: readonly { start: number; end: number }[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end } of ranges) {
    pieces.push(text.slice(from, start), "null");
    from = end;
  }
  pieces.push(text.slice(from));
  return pieces.join("");
}

function isTooBig(text: string, name: string, log: IssueLog): boolean {
  if (text.length > MAX_LENGTH) {
    const args = { size: `${Math.round(text.length / 1e6)} MB`, limit: `${MAX_LENGTH / 1e6} MB` };
    log.add("error", "file-too-large", { source: name, args });
    return true;
  }
  return false;
}

/** A text whose NaN and Infinity, which alone keep it from being JSON, are blanked. */
interface Blanked {
  readonly text: string;
  readonly notNumbers: number;
}

/** The text with NaN and Infinity blanked; where it breaks when they are not all that is wrong. */
export function blankNotNumbers(text: string): Blanked | { readonly brokenAt: number | null } {
  const { brokenAt, notNumbers } = diagnoseJson(text);
  if (brokenAt !== null || notNumbers.length === 0) return { brokenAt };
  return { text: blankOut(text, notNumbers), notNumbers: notNumbers.length };
}

function mend(text: string, name: string, log: IssueLog): string | null {
  const blanked = blankNotNumbers(text);
  if ("text" in blanked) {
    log.add("warning", "json-not-a-number", { source: name, args: { n: blanked.notNumbers } });
    return blanked.text;
  }
  const args = positionOf(text, blanked.brokenAt ?? text.length);
  log.add("error", "json-syntax", { source: name, args });
  return null;
}

function tryParse(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

/**
 * Parses JSON text without ever throwing: a byte-order mark is skipped, NaN and Infinity are read
 * as null, texts too long or nested too deep are refused; each with an issue.
 */
export function parseJson(source: SourceFile, log: IssueLog): ParsedJson {
  const { name, text: raw } = source;
  const text = raw.charCodeAt(0) === 0xfeff ? raw.slice(1) : raw;
  if (text.trim() === "") {
    log.add("error", "file-empty", { source: name });
    return undefined;
  }
  if (isTooBig(text, name, log)) return undefined;
  checkEncoding(source, log);
  const { depth, containers } = measureJson(text);
  if (depth > MAX_DEPTH) {
    const args = { depth, limit: MAX_DEPTH };
    log.add("error", "json-too-deep", { source: name, args });
    return undefined;
  }
  if (containers > MAX_CONTAINERS) {
    const args = { size: `${containers} [ ] { }`, limit: String(MAX_CONTAINERS) };
    log.add("error", "file-too-large", { source: name, args });
    return undefined;
  }
  const parsed = tryParse(text) ?? tryParse(mend(text, name, log) ?? "");
  return parsed === null ? undefined : { ...parsed, depth };
}
