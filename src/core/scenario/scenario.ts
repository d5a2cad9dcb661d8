import type { SourceFile } from "../ingest/world.ts";
import type {
  ComponentReport,
  ObjectiveReport,
  Relaxation,
  Stopped,
} from "../regionalization/plan.ts";
import type { LeftOutReason } from "../zoning/zoning.ts";
import type { Recipe, RecipeDistrict } from "./recipe.ts";
import type { ScenarioRecord } from "./scenario-record.ts";

/** A zoning by compound ids, so that it outlives the order of the data. */
export interface ScenarioZoning {
  /** positions are those of `Zoning.districts`, empty ones included */
  readonly districts: readonly RecipeDistrict[];
  readonly leftOut: readonly { readonly compoundId: string; readonly reason: LeftOutReason }[];
}

/** What the last solve said about the zoning. */
export interface ScenarioProof {
  readonly stopped: Stopped;
  readonly objective: ObjectiveReport;
  readonly components: readonly ComponentReport[];
  readonly leftOut: readonly {
    readonly compoundId: string;
    readonly reason: LeftOutReason;
    readonly relaxation: Relaxation | null;
    readonly relaxations: readonly Relaxation[];
  }[];
}

/** A complete named scenario: data, recipe, zoning and proof; what a `.pianqu.json` file holds. */
export interface Scenario {
  readonly id: string;
  readonly name: string;
  /** id of the scenario it was copied from */
  readonly parent: string | null;
  /** `World.dataHash` of the data it was made with */
  readonly dataHash: string;
  readonly recipe: Recipe;
  readonly zoning: ScenarioZoning;
  /** null once the zoning was edited by hand after the solve; when stale, proof of another recipe */
  readonly plan: ScenarioProof | null;
  readonly edited: boolean;
  /** the recipe changed after the solve that the zoning comes from */
  readonly stale: boolean;
  /** note, lock, archive and log */
  readonly record: ScenarioRecord;
  readonly sources: readonly SourceFile[];
}
