import type { Bilingual } from "./language.ts";

/** What is wrong and what to do about it, in words, with the arguments of the issue filled in. */
export interface IssueText {
  readonly message: Bilingual;
  readonly fix: Bilingual;
}
