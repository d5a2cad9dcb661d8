import type { Severity } from "../base/issue.ts";
import type { IssueCode } from "../base/issue-codes.ts";

/** What was noticed while a container was opened; becomes an issue of the file it went into. */
export interface Note {
  readonly severity: Severity;
  readonly code: IssueCode;
  readonly args: Readonly<Record<string, string | number>>;
}
