import type { FeatureCollection, MultiPolygon, Polygon } from "geojson";
import type {
  Bands,
  ComponentFound,
  ContiguityGraph,
  ExportChoice,
  ExportedFile,
  ExportInput,
  Language,
  Odds,
  OutputFile,
  Plan,
  PlanBands,
  RawFile,
  ReadOptions,
  Recipe,
  SolveProgress,
  SourceFile,
  World,
  Zoning,
} from "../core/index.ts";

/** Outline features, property `index` = district position. */
export type Outlines = FeatureCollection<Polygon | MultiPolygon>;

/** A finished solve with the graph it ran on. */
export interface PlanOutcome {
  readonly graph: ContiguityGraph;
  readonly plan: Plan;
}

/** Bands of each district (null without members) and of the whole plan. */
export interface AssessedBands {
  readonly districts: readonly (Bands | null)[];
  readonly plan: PlanBands;
}

/** Odds of each district, same order, and of all together. */
export interface AssessedOdds {
  readonly districts: readonly (Odds | null)[];
  readonly all: Odds | null;
}

/** How sure the money of a zoning is. */
export interface Assessment {
  readonly bands: AssessedBands;
  readonly odds: AssessedOdds;
}

export interface AssessOptions {
  /** random draws that the odds are counted over */
  readonly draws: number;
  readonly seed: number;
}

/** `done` 0…1 of the draws; bands with the first report only. */
export interface AssessProgress {
  readonly done: number;
  readonly bands: AssessedBands | null;
}

/** What the page adds to what the session holds already. */
export interface ExportRequest {
  readonly choice: ExportChoice;
  readonly recipe: Recipe;
  readonly zoning: Zoning;
  readonly plan: Plan | null;
  readonly scenario: ExportInput["scenario"];
  readonly language: Language;
}

/**
 * The core behind a message boundary. The session keeps the world it read last, so that only
 * recipes and zonings travel; all calls but `read` throw before the first `read`.
 */
export interface CoreSession {
  /** Opens files of any format into the texts that `read` takes; needs no world. */
  unpack(files: readonly RawFile[]): Promise<readonly ExportedFile[]>;
  /** Reads and keeps a world; a running plan is told to stop. */
  read(sources: readonly SourceFile[], options: ReadOptions): Promise<World>;
  link(recipe: Recipe): Promise<ContiguityGraph>;
  /** The components of the participants under a recipe, each with the ways out of it. */
  components(recipe: Recipe): Promise<readonly ComponentFound[]>;
  /** Solves; a plan already running is told to stop. */
  plan(recipe: Recipe, onProgress: (progress: SolveProgress) => void): Promise<PlanOutcome>;
  /** The running plan ends soon with the best so far; heard within 50 ms. */
  cancel(): Promise<void>;
  /**
   * Bands, then odds from seeded draws; null when it was stopped. One runs at a time: a new one
   * stops the one before it.
   */
  assess(
    recipe: Recipe,
    zoning: Zoning,
    options: AssessOptions,
    onProgress: (progress: AssessProgress) => void,
  ): Promise<Assessment | null>;
  /** The running assessment ends at the next draw. */
  stopAssessing(): Promise<void>;
  /** @param recipe gap and drawings are read of it */
  outline(zoning: Zoning, recipe: Recipe): Promise<Outlines>;
  /** The plan's files in one format; `plan`: those of DESIGN §5. */
  export(request: ExportRequest): Promise<readonly OutputFile[]>;
}
