import type { IssueLog } from "../issue-log.ts";
import type { SourceFile } from "../world.ts";

/**
 * Says when a text was no UTF-8: whoever decoded it put U+FFFD for what it could not read, and
 * UTF-16 without a byte-order mark leaves NUL characters.
 */
export function checkEncoding({ name, text }: SourceFile, log: IssueLog): void {
  if (text.includes("\ufffd") || text.includes("\0"))
    log.add("warning", "text-encoding", { source: name });
}
