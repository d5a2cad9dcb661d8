import type { Bilingual } from "../core/index.ts";

/** An option of a command as it stands in the help. */
export interface Option {
  readonly name: string;
  /** placeholder of the value; null: a switch */
  readonly value: string | null;
  readonly repeatable?: boolean;
  readonly help: Bilingual;
}
