import type { History, HistoryStep, Plan, Prepared, Recipe } from "../core/index.ts";

/** A solve; recipe null: one that is not this scenario's any more. */
export interface Proof {
  /** null when the solve is known but its proof was not kept */
  readonly plan: Omit<Plan, "zoning"> | null;
  readonly recipe: Recipe | null;
}

/** What the store keeps of a scenario beside its state. */
export interface Backstage {
  readonly history: History;
  readonly prepared: Prepared;
  /** by the history step that made the proven zoning; null: the zoning before all steps */
  readonly proofs: ReadonlyMap<HistoryStep | null, Proof>;
  /** what was solved before all steps; null: not known */
  readonly solved: Recipe | null;
}
