import type { LeftOutReason, Zoning } from "../zoning/zoning.ts";
import type { Objective } from "./parameters.ts";

export type Certificate = "optimal" | "bounded";

/** Lexicographic value of a zoning with its proven lower bound; all levels are minimised. */
export interface ObjectiveReport {
  readonly name: Objective;
  /** levels[0]: households left out; `compact`: distance to the wanted count; then the objective's own */
  readonly levels: readonly number[];
  /** same length; each ≤ what any zoning can reach at that level once the levels before it are met */
  readonly lowerBound: readonly number[];
  /** (value − bound) / max(1, |value|) of the first level not proven; 0 when optimal */
  readonly gap: number;
  readonly certificate: Certificate;
}

/** Proof state of one component. */
export interface ComponentReport {
  readonly compounds: number;
  readonly certificate: Certificate;
  readonly gap: number;
}

/** One compound that no district took, why, and what would take it in. */
export interface LeftOut {
  readonly compound: number;
  readonly reason: LeftOutReason;
  /** the smallest of `relaxations`, verified ones first; null where none is known to work */
  readonly relaxation: Relaxation | null;
  /** the smallest relaxation of each kind found, smallest first */
  readonly relaxations: readonly Relaxation[];
}

/** A relaxation: which limit or option, its value now, the nearest value that works. */
export interface Relaxation {
  readonly what:
    | "gap"
    | "crossing"
    | "gap-and-crossing"
    | "link-by-hand"
    | "envelope"
    | "min-households"
    | "min-floor-area"
    | "max-households"
    | "max-floor-area"
    | "max-compounds"
    | "max-span"
    | "max-break-even-fee"
    | "threshold"
    | "must-together"
    | "never-together"
    | "anchors"
    | "aged-before";
  readonly from: number | string;
  readonly to: number | string;
  /** true: the relaxed problem was solved and every best answer takes the compound in */
  readonly verified: boolean;
}

/** Why a solve ended. */
export type Stopped = "done" | "cancelled" | "time";

/** A proposed zoning and how good it provably is. */
export interface Plan {
  readonly zoning: Zoning;
  readonly objective: ObjectiveReport;
  readonly components: readonly ComponentReport[];
  readonly leftOut: readonly LeftOut[];
  readonly stopped: Stopped;
}

/** Where a running solve stands; yielded often enough that a caller can cancel within 50 ms. */
export interface SolveProgress {
  /** 0…1 of the iteration budget */
  readonly done: number;
  readonly levels: readonly number[];
  readonly gap: number;
}

/** A solve in steps: yields progress, hears "stop", ends with its result. */
export type Solving<T> = Generator<SolveProgress, T, "stop" | undefined>;
