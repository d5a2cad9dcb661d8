/** Why a compound is in no district. */
export const LEFT_OUT_REASONS = [
  "none",
  "not-aged",
  "isolate",
  "component-too-small",
  "exceeds-limit",
  "conflicting-rules",
  "not-placed",
  "by-hand",
  "does-not-pay",
] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** A district's identity; its members are the compounds assigned to its position. */
export interface District {
  /** stable through edits, unique in the scenario, e.g. `P007` */
  readonly id: string;
  readonly name: string;
}

/** Assignment of every compound to a district or to none. Immutable: edits make a new one. */
export interface Zoning {
  readonly districts: readonly District[];
  /** length n: position in `districts`, −1 = not included */
  readonly assignment: Int32Array;
  /** length n: index into LEFT_OUT_REASONS; 0 where assigned */
  readonly reason: Uint8Array;
}
