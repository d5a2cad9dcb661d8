import type { FeatureCollection, MultiPolygon, Polygon } from "geojson";
import type {
  ComponentFound,
  ContiguityGraph,
  ExportedFile,
  ExportInput,
  Language,
  Plan,
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

/** What the page adds to what the session holds already. */
export interface ExportRequest {
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
  /** @param gapM as in the recipe, m */
  outline(zoning: Zoning, gapM: number): Promise<Outlines>;
  /** The files of DESIGN §5. */
  export(request: ExportRequest): Promise<readonly ExportedFile[]>;
}
