import type { ContiguityGraph } from "../contiguity/graph.ts";
import type { Estimator } from "../estimate/estimator.ts";
import type { World } from "../ingest/world.ts";
import type { Limits } from "./limits.ts";

/** What a zoning is judged by while it is edited. A regionalization problem is one. */
export interface EditTerms {
  readonly world: World;
  readonly graph: ContiguityGraph;
  readonly estimator: Estimator;
  readonly parameters: {
    readonly limits: Limits;
    readonly threshold: { readonly min: number } | null;
    readonly anchorsAsSeeds: boolean;
  };
  /** length n: 0 context, 1 aged, 2 anchor */
  readonly participant: Uint8Array;
  /** length n: envelope cell, −1 for context */
  readonly cell: Int32Array;
  /** length n: the threshold's field, or null when there is no threshold */
  readonly threshold: Float64Array | null;
  readonly rules: {
    readonly locks: readonly { readonly compounds: readonly number[] }[];
  };
  /** who belongs with whom */
  readonly bonds: {
    readonly groups: readonly {
      readonly members: readonly number[];
      readonly lock: { readonly id: string; readonly compounds: readonly number[] } | null;
    }[];
    /** length n: position in `groups`, −1 = in none */
    readonly groupOf: Int32Array;
    /** never together: partners of i are `other[start[i] … start[i+1]−1]` */
    readonly never: { readonly start: Uint32Array; readonly other: Uint32Array };
    readonly kept: readonly { readonly members: readonly number[] }[];
    /** length n: position in `kept`, −1 = in none */
    readonly keptOf: Int32Array;
  };
}
