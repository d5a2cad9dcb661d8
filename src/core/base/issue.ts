import { FIELD_WORDS, UNIT_WORDS } from "./field-words.ts";
import { ISSUE_TEXTS, type IssueCode } from "./issue-codes.ts";
import { fillTemplate, type Language } from "./language.ts";

export type { IssueCode } from "./issue-codes.ts";

/** error: the feature is not used; warning: used, but look; info: something was filled in or changed. */
export type Severity = "error" | "warning" | "info";

/**
 * A fault of the data (never of the program): what, where, how bad. The page holds it packed; as with a
 * compound, a copy by `...` lacks its fields, to the compiler too.
 */
export declare abstract class Issue {
  get code(): IssueCode;
  get severity(): Severity;
  /** Source file name, or null when the issue is about the whole input. */
  get source(): string | null;
  /** Id or name of the feature, or `#n` (0-based position) when it has none; null for the file. */
  get feature(): string | null;
  /** `[lon, lat]` to zoom to, or null. */
  get at(): readonly [number, number] | null;
  /**
   * Arguments of the message; `inSheet` names the sheet where a file has several, `community` the 社区 that
   * answers for it.
   */
  get args(): Readonly<Record<string, string | number>>;
}

/** A ledger field named in a message is called what officials call it. */
function nameField({ field }: Issue["args"], language: Language): Record<string, string> {
  const known = typeof field === "string" && Object.hasOwn(FIELD_WORDS, field);
  return known ? { field: FIELD_WORDS[field as keyof typeof FIELD_WORDS][language] } : {};
}

function nameUnit({ unit }: Issue["args"], language: Language): Record<string, string> {
  const known = typeof unit === "string" && Object.hasOwn(UNIT_WORDS, unit);
  return known ? { unit: UNIT_WORDS[unit][language] } : {};
}

/** A row of one of several sheets is looked for in that sheet: the file is named with it. */
function nameSheet({ source, args: { inSheet } }: Issue, language: Language) {
  if (typeof inSheet !== "string" || inSheet === "") return {};
  const file = source ?? "";
  return {
    source: language === "zh" ? `${file}“${inSheet}”表` : `${file}, sheet “${inSheet}”`,
  };
}

/** The issue in words, in one language. */
export function describeIssue(issue: Issue, language: Language): { message: string; fix: string } {
  const text = ISSUE_TEXTS[issue.code];
  const args = {
    feature: issue.feature ?? "",
    source: issue.source ?? "",
    ...issue.args,
    ...nameField(issue.args, language),
    ...nameUnit(issue.args, language),
    ...nameSheet(issue, language),
  };
  return {
    message: fillTemplate(text.message[language], args),
    fix: fillTemplate(text.fix[language], args),
  };
}
