import type { Bilingual } from "../core/index.ts";

/** Wrong usage: one line that says what to do; the command ends with exit code 2. */
export class UsageError extends Error {
  readonly text: Bilingual;

  constructor(zh: string, en: string) {
    super(en);
    this.name = "UsageError";
    this.text = { zh, en };
  }
}
