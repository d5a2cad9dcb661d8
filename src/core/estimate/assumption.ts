import type { Bilingual } from "../base/language.ts";

export type Confidence = "H" | "M" | "L";

/** A named number that the estimate rests on. */
export interface Assumption {
  readonly key: string;
  readonly meaning: Bilingual;
  /** unit in the field's notation, e.g. `元/㎡·月`, `㎡`, `share` */
  readonly unit: string;
  readonly low: number;
  readonly default: number;
  readonly high: number;
  /** document that can be checked, or that the value is common knowledge */
  readonly source: Bilingual;
  readonly confidence: Confidence;
}
