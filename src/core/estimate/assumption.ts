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
  /** document or `GK` (general knowledge) with what can be checked */
  readonly source: string;
  readonly confidence: Confidence;
}
