import type {
  ComparisonOptions,
  ComparisonReport,
  Recipe,
  ScenarioReport,
  Together,
  Zoning,
} from "../core/index.ts";
import type { ComparedPair } from "../worker/protocol.ts";

/** One side as it was when it was compared. */
export interface SideState {
  readonly id: string;
  readonly name: string;
  readonly recipe: Recipe;
  readonly zoning: Zoning;
}

/** A comparison of scenarios with today as the last; parts are null until they have come. */
export interface ComparisonState {
  readonly sides: readonly SideState[];
  readonly options: ComparisonOptions;
  /** 0…1 */
  readonly done: number;
  readonly status: "running" | "done" | "stopped";
  readonly table: Pick<ComparisonReport, "scenarios" | "indicators"> | null;
  /** positions of those that are ranked, in the order of `together` */
  readonly ranked: readonly number[];
  /** per scenario but the first */
  readonly pairs: readonly (ComparedPair | null)[];
  /** per scenario, today the last */
  readonly each: readonly (ScenarioReport | null)[];
  readonly together: Together | null;
}
