/** Limits and rules that a district can break, in the order they are listed. */
export const RULES = [
  "not-connected",
  "envelope",
  "min-households",
  "max-households",
  "min-floor-area",
  "max-floor-area",
  "max-compounds",
  "max-span",
  "max-break-even-fee",
  "threshold",
  "must-together",
  "never-together",
  "locked",
  "anchors",
] as const;
export type Rule = (typeof RULES)[number];

/** A limit that a district breaks, by name, with the numbers. */
export interface Violation {
  readonly rule: Rule;
  /** what the district has */
  readonly value: number;
  /** what the limit asks */
  readonly limit: number;
}
