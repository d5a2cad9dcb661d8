/** A limit that a district breaks, by name, with the numbers. */
export interface Violation {
  readonly rule:
    | "not-connected"
    | "envelope"
    | "min-households"
    | "max-households"
    | "min-floor-area"
    | "max-floor-area"
    | "max-compounds"
    | "max-span"
    | "max-break-even-fee"
    | "threshold"
    | "must-together"
    | "never-together"
    | "anchors"
    | "locked";
  /** what the district has */
  readonly value: number;
  /** what the limit asks */
  readonly limit: number;
}
