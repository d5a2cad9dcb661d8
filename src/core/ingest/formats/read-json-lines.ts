import type { IssueLog } from "../issue-log.ts";
import type { SourceFile } from "../world.ts";
import { checkEncoding } from "./check-encoding.ts";
import { measureJson } from "./scan-json.ts";

/** Deepest nesting of one line. */
const MAX_DEPTH = 64;
/** Longest text, UTF-16 units. */
const MAX_LENGTH = 400_000_000;
const RECORD = "\u001e";

function firstLineOf(text: string): string {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const end = text.indexOf("\n", start);
  return end < 0 ? "" : text.slice(start, end).replaceAll(RECORD, "").trim();
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * True when a text holds one JSON value a line: its first line is a whole feature and another line
 * follows, or it uses record separators (RFC 8142).
 */
export function isJsonLines(text: string): boolean {
  if (text.startsWith(RECORD) || text.startsWith(`\ufeff${RECORD}`)) return true;
  const first = firstLineOf(text);
  if (!first.startsWith("{") || !first.endsWith("}") || first.length > 5_000_000) return false;
  if (!/"type"\s*:\s*"Feature"/.test(first)) return false;
  if (text.slice(first.length, first.length + 100).trim() === "") return false;
  return tryParse(first) !== undefined;
}

/** A line that is no JSON, or nested too deep, stands for a feature that cannot be used. */
const BROKEN_LINE = null;

/**
 * The features of a text with one a line, as one collection. Lines that are no JSON are counted and
 * left out; the rest is kept.
 */
export function parseJsonLines(
  source: SourceFile,
  log: IssueLog,
): { value: unknown; depth: number } | undefined {
  const { name, text } = source;
  if (text.length > MAX_LENGTH) {
    const args = { size: `${Math.round(text.length / 1e6)} MB`, limit: `${MAX_LENGTH / 1e6} MB` };
    log.add("error", "file-too-large", { source: name, args });
    return undefined;
  }
  checkEncoding(source, log);
  const features: unknown[] = [];
  let broken = 0;
  let firstBroken = 0;
  let number = 0;
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf("\n", at);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(at, end).replaceAll(RECORD, "").trim();
    at = end + 1;
    number += 1;
    if (line === "") continue;
    const value =
      measureJson(line).depth > MAX_DEPTH ? BROKEN_LINE : (tryParse(line) ?? BROKEN_LINE);
    if (value !== BROKEN_LINE) features.push(value);
    else {
      broken += 1;
      if (broken === 1) firstBroken = number;
    }
  }
  if (broken > 0) {
    const args = { n: broken, line: firstBroken };
    log.add("error", "json-lines-broken", { source: name, args });
  }
  return { value: { type: "FeatureCollection", features }, depth: MAX_DEPTH };
}
