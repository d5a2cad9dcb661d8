import type { ProofMemory } from "./exact/proof-options.ts";
import type { ObjectiveFunction } from "./objective.ts";
import type { Method } from "./parameters.ts";
import type { Piece } from "./piece.ts";
import type { KnownProof } from "./proof.ts";
import type { Standing } from "./standing.ts";

/** Everything that one component's part of a solve depends on. */
export interface ComponentInput {
  readonly piece: Piece;
  /** over the numbers in `piece.member` */
  readonly objective: ObjectiveFunction;
  /** number of districts wanted here; null: free */
  readonly wanted: number | null;
  /** seed of this component's own stream */
  readonly seed: number;
  readonly iterations: number;
  readonly method: Method;
  /** district per node to begin with, −1 = left out; null: none */
  readonly start: Int32Array | null;
  /** what is known before any work */
  readonly known: KnownProof;
}

/** A zoning of one component: district 0 … per node, −1 = left out, by smallest node. */
export interface ComponentZoning {
  readonly district: Int32Array;
  readonly standing: Standing;
}

/**
 * Part of a solve that can be done anywhere, at any time, with the same outcome. `search`: construct,
 * prove what is small, improve, bound what is large. `prove`: from the zoning that a search found,
 * with the linear solver.
 */
export type ComponentTask =
  | { readonly kind: "search"; readonly input: ComponentInput }
  | {
      readonly kind: "prove";
      readonly input: ComponentInput;
      readonly from: ComponentZoning;
      readonly proof: KnownProof;
      /** what the search's bound has worked out; null: let go of */
      readonly memory: ProofMemory | null;
    };

/** Where a task under way stands. */
export interface TaskReport {
  /** 0 … 1 */
  readonly done: number;
  readonly standing: Standing;
  readonly proof: KnownProof;
}

/** What a task found, or has found so far when it is stopped. */
export interface TaskAnswer {
  readonly zoning: ComponentZoning;
  readonly proof: KnownProof;
  /** for the proof to go on from; null: there is nothing to go on from */
  readonly memory: ProofMemory | null;
}
