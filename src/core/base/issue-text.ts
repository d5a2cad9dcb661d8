import type { Bilingual } from "./language.ts";

/** What is wrong and what to do about it, in words. `{name}` marks an argument of the issue. */
export interface IssueText {
  readonly message: Bilingual;
  readonly fix: Bilingual;
}
