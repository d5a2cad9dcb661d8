import type { FeatureCollection, MultiPolygon, Polygon } from "geojson";
import type {
  AssumptionKey,
  AssumptionSet,
  AssumptionValues,
  BudgetYear,
  ComparisonOptions,
  ComponentFound,
  ContiguityGraph,
  DistrictEstimate,
  ExportChoice,
  ExportedBytes,
  Issue,
  Language,
  LogEntry,
  MemberAccount,
  MoveStory,
  OutputFile,
  PairByHand,
  Plan,
  PlanParameters,
  Recipe,
  ScenarioRecord,
  TraceTerms,
  Violation,
  World,
  Zoning,
} from "../core/index.ts";
import type { GivenFile, HeldSource, HeldText } from "../worker/held-text.ts";
import type { AssessedBands, AssessedOdds, PageWorld, ReadProgress } from "../worker/protocol.ts";
import type { ComparisonState } from "./comparison-state.ts";
import type { EditActions, EditState, LocksShown } from "./edit-state.ts";
import type { IntakeActions, IntakeState } from "./intake-state.ts";

/** A file as a person gives it. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** What the program is busy with; null = idle. `done` is 0…1, or null when it cannot be told. */
export interface Busy {
  readonly task: "read" | "plan" | "outline" | "export" | "candidates";
  readonly done: number | null;
  /** proven gap of the running plan, 0…1, or null */
  readonly gap: number | null;
  /** how far large files have been read */
  readonly read?: ReadProgress;
}

/** A named scenario as the page holds it. Zoning, estimates and violations always agree. */
export interface ScenarioState {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly recipe: Recipe;
  readonly zoning: Zoning;
  /** proof of the last solve; null once the zoning was edited by hand after it */
  readonly plan: Plan | null;
  readonly edited: boolean;
  /** the recipe changed after the last solve: the zoning is not what a new solve would propose */
  readonly stale: boolean;
  /** note, lock, archive and log */
  readonly record: ScenarioRecord;
  /** one per district (all zero for an empty one), same order as zoning.districts */
  readonly estimates: readonly DistrictEstimate[];
  readonly violations: readonly (readonly Violation[])[];
  /** faults of the recipe on these data: limits that nothing can meet, links that name nobody */
  readonly issues: readonly Issue[];
  /** outline features, property `index` = district position; null until computed */
  readonly outlines: FeatureCollection<Polygon | MultiPolygon> | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly locks: LocksShown;
}

export type Selection =
  | { readonly kind: "compounds"; readonly indices: readonly number[] }
  | { readonly kind: "districts"; readonly indices: readonly number[] }
  /** two compounds and what is between them */
  | { readonly kind: "pair"; readonly indices: readonly [number, number] }
  | null;

export type ColorScheme = "light" | "dark" | "auto";

/** Map layers a person can switch. */
export interface LayerSwitches {
  readonly districts: boolean;
  readonly compounds: boolean;
  readonly labels: boolean;
  readonly barriers: boolean;
  readonly communities: boolean;
  readonly links: boolean;
  readonly cuts: boolean;
  readonly components: boolean;
  readonly walls: boolean;
  /** districts told apart by patterns beside colours */
  readonly patterns: boolean;
}

/** Why each component of a recipe stands alone; `label` as in the graph's components. */
export interface ComponentsFound {
  readonly recipe: Recipe;
  readonly list: readonly ComponentFound[];
}

/** How sure the money of a zoning under a recipe is. */
export interface AssessmentState {
  readonly recipe: Recipe;
  readonly zoning: Zoning;
  readonly bands: AssessedBands;
  /** null while draws are still being made */
  readonly odds: AssessedOdds | null;
  /** part of the draws made, 0…1 */
  readonly done: number;
}

/** What was wrong in a file of assumptions or rules; no issues: nothing. */
export interface FileReport {
  readonly name: string;
  readonly issues: readonly Issue[];
}

/** A place that can have values of its own. */
export interface PlaceId {
  readonly kind: "district" | "compound";
  readonly id: string;
}

/** The money of a district, or of a compound standing on its own, in every detail. */
export interface PlaceMoney {
  /** what its figures are traced through; its estimate among them */
  readonly terms: TraceTerms;
  /** before and after of each member, as `terms.members` */
  readonly accounts: readonly MemberAccount[];
  readonly years: readonly BudgetYear[];
  /** each member run on its own at the same service, as `terms.members` */
  readonly alone: readonly DistrictEstimate[];
}

/** A request to bring something into view; `serial` makes equal requests distinct. */
export interface ZoomRequest {
  readonly serial: number;
  /** west, south, east, north */
  readonly bounds: readonly [number, number, number, number];
  /** leave the map where it is when this can be seen already */
  readonly unlessShown?: boolean;
}

/** Something the person must be told. Texts come from the ui catalogue by `key`. */
export interface Notice {
  readonly serial: number;
  readonly kind: "info" | "error";
  readonly key: string;
  readonly args: Readonly<Record<string, string | number>>;
}

export interface AppState extends EditState, IntakeState {
  readonly language: Language;
  readonly colorScheme: ColorScheme;
  readonly layers: LayerSwitches;
  readonly busy: Busy | null;
  readonly notice: Notice | null;
  readonly sources: readonly HeldSource[];
  readonly world: PageWorld | null;
  /** the world with what the active scenario's recipe draws on it; barriers in the graph are its */
  readonly scene: World | null;
  /** graph of the active scenario's recipe */
  readonly graph: ContiguityGraph | null;
  /** null until asked for, or while it is being found anew */
  readonly components: ComponentsFound | null;
  /** null until asked for, or once the plan it is of has changed */
  readonly assessment: AssessmentState | null;
  /** of the file of assumptions or rules loaded last, until dismissed */
  readonly fileReport: FileReport | null;
  /** null until asked for, or once other data are open */
  readonly comparison: ComparisonState | null;
  readonly scenarios: readonly ScenarioState[];
  readonly activeId: string | null;
  readonly selection: Selection;
  /** compound index under the pointer */
  readonly hover: number | null;
  readonly zoom: ZoomRequest | null;
}

/** The only writers of the state. None throws on bad data; faults become issues or a notice. */
export interface Actions extends EditActions, IntakeActions {
  /**
   * Opens files of any format into texts, in the worker; what cannot be read says so when it is used.
   * The page stays busy until the texts are opened or added.
   */
  unpackFiles(files: readonly GivenFile[]): Promise<readonly HeldText[]>;
  /** Reads files (roles guessed where absent), replaces the world, plans once with the current recipe. */
  openFiles(files: readonly HeldText[]): Promise<void>;
  /** Adds layers (barriers, crossings, communities, ledger) to the open compounds. */
  addFiles(files: readonly HeldText[]): Promise<void>;
  openDemo(): Promise<void>;
  plan(): Promise<void>;
  /** Keeps the best so far. */
  cancel(): void;
  setParameters(change: Partial<PlanParameters>): void;
  setAssumptions(change: Partial<AssumptionValues>): void;
  resetAssumption(key: keyof AssumptionValues): void;
  /** Sets a value for one district or compound; null takes it back. */
  setPlaceAssumption(place: PlaceId, key: AssumptionKey, value: number | null): void;
  /** Another set under what was set by hand; null: as shipped. */
  setAssumptionSet(set: AssumptionSet | null): void;
  /** Takes a set, or values for the city, from a file; its faults are in `fileReport`. */
  loadAssumptions(file: { readonly name: string; readonly text: string }): void;
  /** The set in force with the city's values, or an empty one to fill in. */
  writeAssumptions(blank: boolean): { readonly name: string; readonly text: string };
  /** Takes rules from a file: its limits apply at once, other barrier classes read the data anew. */
  loadRulePack(file: { readonly name: string; readonly text: string }): Promise<void>;
  resetRulePack(): Promise<void>;
  writeRulePack(): { readonly name: string; readonly text: string };
  dismissFileReport(): void;
  /** The money of one place as the active scenario's estimates have it; null for an empty one. */
  readMoney(place: {
    readonly kind: "district" | "compound";
    /** of the district or the compound */
    readonly index: number;
  }): PlaceMoney | null;
  /** Assesses the active plan in the worker: bands at once, odds when all draws are made. */
  assess(): Promise<void>;
  setFieldMap(fieldMap: Readonly<Record<string, string>>): Promise<void>;
  select(selection: Selection): void;
  /** Adds to or takes from the selected compounds. */
  toggleCompound(index: number): void;
  setHover(index: number | null): void;
  zoomTo(bounds: ZoomRequest["bounds"]): void;
  zoomToSelection(): void;
  mergeDistricts(indices: readonly number[]): void;
  /** `to`: district position, "new", or "none" (left out by hand). */
  moveCompounds(compounds: readonly number[], to: number | "new" | "none"): void;
  renameDistrict(index: number, name: string): void;
  /** Links or cuts two compounds by hand, or leaves them to gap and barriers; can be undone. */
  setPair(pair: readonly [number, number], by: PairByHand): void;
  /** One move of the compound to each neighbouring district: what it changes, what it breaks. */
  explainMoves(compound: number): readonly MoveStory[];
  /** The cheapest allowed move across the border of two districts, each way where there is one. */
  explainBorder(first: number, second: number): readonly MoveStory[];
  /** Finds the components of the active scenario and what would connect each, in the worker. */
  findComponents(): Promise<void>;
  undo(): void;
  redo(): void;
  /** Adds 4–6 plans along the trade-off of cost and closeness as scenarios; `cancel` keeps those done. */
  findCandidates(): Promise<readonly string[]>;
  duplicateScenario(id: string): void;
  /** A copy, planned anew under its recipe. */
  branchAndPlan(id: string): Promise<void>;
  renameScenario(id: string, name: string): void;
  annotateScenario(id: string, note: string): void;
  /** A locked scenario takes no change but unlocking. */
  lockScenario(id: string, on: boolean): void;
  archiveScenario(id: string, on: boolean): void;
  /** What was done to a scenario, oldest first; steps that can be undone come last. */
  readLog(id: string): readonly LogEntry[];
  /** Compares scenarios, the others against the first, and today; in the worker. */
  compare(ids: readonly string[], options: ComparisonOptions): Promise<void>;
  stopComparing(): void;
  /** The comparison as a file, as the command line writes it; null before it is done. */
  writeComparison(): Promise<ExportedBytes | null>;
  /** Draws the outlines of a scenario that is not shown, where there are none. */
  outlineScenario(id: string): Promise<void>;
  deleteScenario(id: string): void;
  activateScenario(id: string): void;
  /**
   * Files of a scenario in the format chosen; none when it failed, which is said.
   * @param ids the scenario, then those beside it in papers that show several; the active one by default
   */
  exportFiles(
    choice: ExportChoice,
    ids?: readonly string[],
    nameOf?: (name: string) => string,
  ): Promise<readonly OutputFile[]>;
  setLanguage(language: Language): void;
  setColorScheme(scheme: ColorScheme): void;
  setLayer(layer: keyof LayerSwitches, on: boolean): void;
  dismissNotice(): void;
  /** Brings the autosaved project back; false when there is none. */
  restore(): Promise<boolean>;
}

/** The state as the store holds it. */
export type AppStoreState = AppState & { readonly actions: Actions };
