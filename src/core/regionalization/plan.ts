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

/** One compound that no district took, why, and the smallest change that would take it in. */
export interface LeftOut {
  readonly compound: number;
  readonly reason: LeftOutReason;
  readonly relaxation: Relaxation | null;
}

/** Smallest relaxation: which limit or option, its value now, the nearest value that works. */
export interface Relaxation {
  readonly what:
    | "gap"
    | "crossing"
    | "envelope"
    | "min-households"
    | "min-floor-area"
    | "max-households"
    | "max-floor-area"
    | "max-compounds"
    | "max-span"
    | "threshold"
    | "aged-before";
  readonly from: number | string;
  readonly to: number | string;
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
