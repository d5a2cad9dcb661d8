import type { Severity } from "../../base/issue.ts";
import { ISSUE_TEXTS, type IssueCode } from "../../base/issue-codes.ts";
import { marksOf } from "../../base/language.ts";
import type { IssueLog } from "../issue-log.ts";
import { isObject, memberOf } from "./json-members.ts";

const SEVERITIES: readonly unknown[] = ["error", "warning", "info"];
/** Most notes of one text that are believed. */
const MAX_NOTES = 1000;

function plainArgs(value: unknown): Record<string, string | number> {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, arg]) =>
      typeof arg === "number" || typeof arg === "string"
        ? [[key, typeof arg === "string" ? arg.slice(0, 200) : arg]]
        : [],
    ),
  );
}

function argsOf(code: IssueCode): string[] {
  const { message, fix } = ISSUE_TEXTS[code];
  const words = [message.zh, message.en, fix.zh, fix.en].join(" ");
  return marksOf(words);
}

/**
 * What was noted when a text was taken out of its container (member `pianqu.reading.notes`) becomes
 * issues of the text. Notes of unknown code or with missing arguments are passed over: the text may
 * come from anywhere.
 */
export function reportNotes(value: unknown, source: string, log: IssueLog): void {
  const notes = memberOf(memberOf(memberOf(value, "pianqu"), "reading"), "notes");
  if (!Array.isArray(notes)) return;
  for (const note of notes.slice(0, MAX_NOTES)) {
    const code = memberOf(note, "code");
    const severity = memberOf(note, "severity");
    if (typeof code !== "string" || !Object.hasOwn(ISSUE_TEXTS, code)) continue;
    if (!SEVERITIES.includes(severity)) continue;
    const args = plainArgs(memberOf(note, "args"));
    const known = new Set(["source", "feature", ...Object.keys(args)]);
    if (!argsOf(code as IssueCode).every((name) => known.has(name))) continue;
    log.add(severity as Severity, code as IssueCode, { source, args });
  }
}
