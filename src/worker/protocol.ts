import type { FeatureCollection, MultiPolygon, Polygon } from "geojson";
import type {
  Bands,
  Candidate,
  ComparisonOptions,
  ComparisonPart,
  ComponentFound,
  ContiguityGraph,
  ExportChoice,
  ExportedBytes,
  ExportInput,
  Judgement,
  Language,
  MemberColumns,
  Odds,
  OutputFile,
  PairReport,
  PlacedCandidate,
  Plan,
  PlanBands,
  ReadOptions,
  Recipe,
  SolveProgress,
  SystemCandidate,
  World,
  Zoning,
} from "../core/index.ts";
import type { GivenFile, HeldSource, HeldText } from "./held-text.ts";

/** Outline features, property `index` = district position. */
export type Outlines = FeatureCollection<Polygon | MultiPolygon>;

/** A coordinate system by its name, and whether the two axes stand the other way round. */
export type NamedSystem = Pick<SystemCandidate, "crs" | "swapped">;
/** `[lon, lat]`; null: there is nothing to be near to. */
export type NearPoint = readonly [number, number] | null;

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

/** How far a reading has come: of the bytes of large files first, then of all the rest. */
export interface ReadProgress {
  /** 0…1 */
  readonly done: number;
  readonly bytes: number;
  readonly totalBytes: number;
  /** features parsed so far */
  readonly features: number;
}

/**
 * A world as it comes to the page: areas and properties of its compounds are unpacked when they are
 * asked for. Absent members are for the page to work out.
 */
export interface PageWorld extends World {
  /** the compounds as maps draw them: GeoJSON with properties `index`, `name`, `approximate` */
  readonly drawing?: Blob;
  /** the zoning that the compounds' own columns tell; null: none */
  readonly filed?: Zoning | null;
  /** the sources as they may be kept, without personal data; absent: as they were given */
  readonly kept?: readonly HeldSource[];
}

/** What the page adds to what the session holds already. */
export interface ExportRequest {
  readonly choice: ExportChoice;
  readonly recipe: Recipe;
  readonly zoning: Zoning;
  readonly plan: Plan | null;
  readonly scenario: ExportInput["scenario"];
  /** scenarios beside it, for papers that show several */
  readonly others?: readonly (ComparedSide & { readonly note: string })[];
  readonly language: Language;
}

/** A candidate with its plan and how it stands among the others. */
export interface FoundCandidate extends Candidate {
  readonly plan: Plan;
  readonly judgement: Judgement;
}

/** Candidates in the order solved, those that another one beats included. */
export interface CandidatesFound {
  readonly graph: ContiguityGraph;
  readonly candidates: readonly FoundCandidate[];
}

/** Which candidate is being solved, counted from 0, and how far all of them have come, 0…1. */
export interface CandidateProgress {
  readonly done: number;
  readonly at: number;
  readonly count: number;
}

/** One side of a comparison; the session has its data. */
export interface ComparedSide {
  readonly name: string;
  readonly recipe: Recipe;
  readonly zoning: Zoning;
}

/** What a comparison is asked for; today comes after the sides. */
export interface CompareRequest {
  readonly sides: readonly ComparedSide[];
  /** what today is called */
  readonly today: string;
  readonly options: ComparisonOptions;
}

/** The first scenario and another; what there is of every compound comes by columns. */
export interface ComparedPair extends Omit<PairReport, "winners"> {
  readonly winners: Omit<PairReport["winners"], "members">;
  readonly members: MemberColumns;
}

/** A part of a comparison as it travels. */
export type ComparedPart =
  | Exclude<ComparisonPart, { readonly kind: "pair" }>
  | { readonly kind: "pair"; readonly second: number; readonly pair: ComparedPair };

/** How far a comparison has come, 0…1, and a part that has become known. */
export interface CompareProgress {
  readonly done: number;
  readonly part: ComparedPart | null;
}

/**
 * The core behind a message boundary. The session keeps the world it read last, so that only
 * recipes and zonings travel; all calls but `read` throw before the first `read`.
 */
export interface CoreSession {
  /**
   * Opens files of any format into the texts that `read` takes; needs no world. `cancel` ends it: then
   * null.
   */
  unpack(files: readonly GivenFile[]): Promise<readonly HeldText[] | null>;
  /**
   * Reads and keeps a world; a running plan is told to stop. `cancel` ends it: then null, and the
   * world before it stays.
   */
  read(
    sources: readonly HeldSource[],
    options: ReadOptions,
    onProgress: (progress: ReadProgress) => void,
  ): Promise<PageWorld | null>;
  /**
   * Where positions of a file of the world would lie in a system that a person names, for that person
   * to see; null when the system is not known or has no such positions.
   * @param near middle of the other layers, `[lon, lat]`
   */
  place(source: string, named: NamedSystem, near: NearPoint): Promise<PlacedCandidate | null>;
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
  /**
   * Solves honest candidates beside a recipe one after another; `cancel` ends it, and those solved by
   * then are judged among themselves.
   * @param shown the zoning whose ids and names they take
   */
  candidates(
    recipe: Recipe,
    shown: Zoning,
    onProgress: (progress: CandidateProgress) => void,
  ): Promise<CandidatesFound>;
  /**
   * Compares scenarios and today; parts come as they become known. One runs at a time: a new one stops
   * the one before it. False when it was stopped.
   */
  compare(
    request: CompareRequest,
    onProgress: (progress: CompareProgress) => void,
  ): Promise<boolean>;
  /** The running comparison ends at the next step. */
  stopComparing(): Promise<void>;
  /** The last comparison finished, as `compare --json` prints it; null: there is none. */
  writeComparison(): Promise<ExportedBytes | null>;
  /** @param recipe gap and drawings are read of it */
  outline(zoning: Zoning, recipe: Recipe): Promise<Outlines>;
  /** The plan's files in one format; `plan`: those of DESIGN §5. */
  export(request: ExportRequest): Promise<readonly OutputFile[]>;
}
