import type { Limits } from "../zoning/limits.ts";
import { DEFAULT_LIMITS } from "../zoning/limits.ts";

/** What a district may not leave: its 社区, its 街道 (in which 社区 nest), or hard barriers alone. */
export type Envelope = "community" | "street" | "terrain";
export type Objective = "cost" | "max-p" | "compact";
export type Dissimilarity = "ssd" | "pairwise";
export type Method = "auto" | "exact" | "search" | "dbscan";

/** A district's sum of `field` must reach `min` (max-p's floor). */
export interface Threshold {
  readonly field: string;
  readonly min: number;
}

/** Everything a plan depends on beside the data and the assumptions. */
export interface PlanParameters {
  readonly envelope: Envelope;
  readonly gapM: number;
  readonly links: "gap" | "queen" | "rook";
  /** compounds built in this year or earlier take part; null: all ages */
  readonly agedBefore: number | null;
  readonly limits: Limits;
  readonly objective: Objective;
  readonly threshold: Threshold | null;
  /** property names for dissimilarity */
  readonly attributes: readonly string[];
  readonly dissimilarity: Dissimilarity;
  /** every anchor begins a district of its own: at most one to a district */
  readonly anchorsAsSeeds: boolean;
  /** number of districts wanted; null: `compact` as many as the ideal size suggests, `max-p` most */
  readonly districts: number | null;
  readonly method: Method;
  readonly seed: number;
  /** search effort: windows (a few districts merged and cut anew) tried per compound, 1 … 100 000 */
  readonly iterations: number;
}

export const DEFAULT_PARAMETERS: PlanParameters = {
  envelope: "community",
  gapM: 30,
  links: "gap",
  agedBefore: 2000,
  limits: DEFAULT_LIMITS,
  objective: "cost",
  threshold: null,
  attributes: [],
  dissimilarity: "ssd",
  anchorsAsSeeds: false,
  districts: null,
  method: "auto",
  seed: 1,
  iterations: 20,
};
