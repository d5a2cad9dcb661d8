import type { Bilingual } from "../base/language.ts";
import type { ServiceLevel } from "./service-level.ts";

export type Confidence = "H" | "M" | "L";

/**
 * The narrowest place a value may be set for: the whole city, one district, one compound. A value
 * set for a narrower place goes before one of a wider.
 */
export type Scope = "city" | "district" | "compound";

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
  /** year of the source; null where none is known */
  readonly year: number | null;
  readonly confidence: Confidence;
  readonly scope: Scope;
  /** the service level it is used at; null: at all of them */
  readonly level: ServiceLevel | null;
  /** +1 when a higher value raises the owners' net cost, −1 when it lowers it, 0 when it does neither */
  readonly effect: -1 | 0 | 1;
}

/** A row of the shipped table, without its key. */
export type AssumptionRow = Omit<Assumption, "key" | "low" | "default" | "high" | "level"> & {
  readonly range: readonly [low: number, normal: number, high: number];
  readonly level?: ServiceLevel;
};
