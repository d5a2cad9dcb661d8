import type {
  DistrictEstimate,
  DrawnBarrier,
  Finding,
  LonLat,
  ReplanScope,
  Violation,
} from "../core/index.ts";

/** Where a compound goes: district position, a new district, or out of all by hand. */
export type MoveTarget = number | "new" | "none";

/** What can be drawn and taken out beside compounds. */
export type ObstacleKind = "barrier" | "crossing";

/** What a brush takes from: anything, only left-out compounds, or one district by position. */
export type TakeFrom = "anything" | "left-out" | number;

/** A district as it stands at a moment of an edit; all zero where it has no members. */
export interface DistrictTally {
  /** district position; new districts come after the last one */
  readonly at: number;
  readonly estimate: DistrictEstimate;
  readonly violations: readonly Violation[];
}

/** Sums over the touched districts. Extensive figures only. */
export interface EditTotals {
  readonly districts: number;
  readonly households: number;
  readonly floorAreaM2: number;
  /** cost − income, whole yuan a year */
  readonly netCostYuan: number;
  /** full-time posts */
  readonly staff: number;
  readonly parkingShortage: number;
  readonly wallOpenedM: number;
  /** broken limits and rules */
  readonly violations: number;
  /** of the whole zoning, not of the touched districts */
  readonly householdsLeftOut: number;
}

/** A value before an edit and after it. */
export interface BeforeAfter<T> {
  readonly before: T;
  readonly after: T;
}

/**
 * A stroke under way: many compounds painted into one step. It grows with the districts touched, not
 * with the data; `ScenarioState` changes once, at its end.
 */
export interface StrokeState {
  /** changes with every paint */
  readonly serial: number;
  /** receiving district; a new one has its position already; −1 = out of all */
  readonly to: number;
  readonly takeFrom: TakeFrom;
  /** compounds that are elsewhere than at the beginning */
  readonly moved: number;
  /** compounds that locks held back, each once, in the order met */
  readonly held: readonly number[];
  /** touched districts, ascending by position, as they are now and as they were */
  readonly tallies: readonly DistrictTally[];
  readonly before: readonly DistrictTally[];
  readonly totals: BeforeAfter<EditTotals>;
}

/** A compound's new place: district position, −1 = none. */
export interface ShiftedCompound {
  readonly compound: number;
  readonly to: number;
}

/**
 * What changed place last in the active zoning, by a paint, a stroke taken back, an edit, undo or redo.
 * Serials are consecutive: who has seen `serial − 1` is up to date after these; anybody else reads
 * `readAssignment`. A scenario activated, a plan or new data count as a shift with `shifted` null:
 * everything is read anew.
 */
export interface Shift {
  readonly serial: number;
  readonly shifted: readonly ShiftedCompound[] | null;
}

/** One edit, as asked for. Lines are longitude, latitude. */
export type EditRequest =
  | { readonly kind: "move"; readonly compounds: readonly number[]; readonly to: MoveTarget }
  /** into the first, which keeps its id and name */
  | { readonly kind: "merge"; readonly districts: readonly number[] }
  | {
      readonly kind: "split-by-line";
      readonly district: number;
      readonly line: readonly (readonly [number, number])[];
    }
  /** into `parts` connected parts as even in households as can be */
  | { readonly kind: "split-even"; readonly district: number; readonly parts: number }
  /** in two, breaking fewest rules and best by the objective */
  | { readonly kind: "best-cut"; readonly district: number }
  | { readonly kind: "dissolve"; readonly district: number }
  | { readonly kind: "rename"; readonly district: number; readonly name: string };

/** What an edit or a re-plan would do; it waits to be accepted. */
export interface PreviewState {
  readonly serial: number;
  readonly of: EditRequest | { readonly kind: "replan"; readonly scope: ReplanScope };
  /** who would move, ascending */
  readonly shifted: readonly (ShiftedCompound & { readonly from: number })[];
  /** compounds that locks hold back */
  readonly held: readonly number[];
  /** touched districts, ascending by position */
  readonly before: readonly DistrictTally[];
  readonly after: readonly DistrictTally[];
  readonly totals: BeforeAfter<EditTotals>;
}

/** Who cannot be moved in a scenario. */
export interface LocksShown {
  /** compound indices, those of locked districts included */
  readonly compounds: ReadonlySet<number>;
  /** positions of districts that nobody leaves or joins */
  readonly districts: ReadonlySet<number>;
}

/** Whether what was done is kept. */
export interface SavingState {
  /**
   * `saved`: all is kept; `saving`: the last change is being written; `failed`: it could not be, and
   * edits wait until {@link EditActions.retrySave} or {@link EditActions.editUnsaved}; `unsaved`: the
   * person goes on without, or this browser keeps nothing
   */
  readonly status: "saved" | "saving" | "failed" | "unsaved";
  /** why it failed; null while it has not */
  readonly reason: "quota" | "newer" | "other" | null;
  /** this page writes the project, or another page does and this one only shows it */
  readonly access: "own" | "elsewhere";
  /** bytes used and granted by the browser; null where it does not tell */
  readonly room: { readonly usedBytes: number; readonly quotaBytes: number } | null;
}

/** A project as it is listed, newest first. */
export interface ProjectEntry {
  readonly id: string;
  readonly name: string;
  /** ms since 1970 */
  readonly savedAt: number;
  readonly compounds: number;
  /** made-up data */
  readonly synthetic: boolean;
  readonly scenarios: number;
  /** deleted on this visit: can be brought back */
  readonly deleted: boolean;
}

/** Parts of the state that editing and keeping projects add. */
export interface EditState {
  /** null: no stroke is under way */
  readonly stroke: StrokeState | null;
  readonly shift: Shift;
  readonly preview: PreviewState | null;
  readonly saving: SavingState;
  readonly projects: readonly ProjectEntry[];
  readonly projectId: string | null;
}

/**
 * Edits of the active zoning. A change is kept before the next one is made: one that comes while the
 * last is being written waits for it, in order. None throws; what cannot be done is a notice.
 */
export interface EditActions {
  /**
   * Begins a stroke into a district. Refused (false) without a zoning, where another page edits, or
   * for a target that does not exist. A stroke still open is ended first.
   */
  beginStroke(to: MoveTarget, takeFrom?: TakeFrom): boolean;
  /**
   * Puts compounds into the stroke's district, those that `takeFrom` lets through, that take part and
   * that no lock holds. Costs the districts touched. @param to another target from now on
   */
  paint(compounds: readonly number[], to?: number | "none"): void;
  /** Makes the stroke exactly this: everything else is back where it was (a border dragged to and fro). */
  repaint(compounds: readonly number[], to?: number | "none"): void;
  /** Ends the stroke as one step. */
  endStroke(): void;
  /** Takes the stroke back; nothing was done. */
  cancelStroke(): void;

  /** Makes an edit as one step; locked compounds stay, and it is said. */
  edit(request: EditRequest): void;
  /** Shows what an edit would do in `preview`; null when it would do nothing or cannot be done. */
  previewEdit(request: EditRequest): PreviewState | null;
  /**
   * Solves everything, or districts and their neighbours, anew from what stands, in the worker; locks
   * hold. The result waits in `preview`; `cancel` keeps the best so far.
   */
  previewReplan(scope: ReplanScope): Promise<void>;
  /** Makes what `preview` shows, as one step. */
  acceptPreview(): void;
  cancelPreview(): void;

  /** Locks compounds where they are, or frees them; left-out ones cannot be locked. One step. */
  lockCompounds(compounds: readonly number[], on: boolean): void;
  /** Locks districts as they are, or frees them and their compounds. One step. */
  lockDistricts(districts: readonly number[], on: boolean): void;

  /** Draws a barrier, a line of two points or more. Links follow; one step. */
  drawBarrier(barrier: Omit<DrawnBarrier, "id">): void;
  /** Draws a crossing of hard barriers. Links follow; one step. */
  drawCrossing(at: LonLat): void;
  /** Takes out a barrier or crossing of `scene` by its id, drawn or of the data. One step. */
  takeOutObstacle(kind: ObstacleKind, id: string): void;
  /** Puts back what was taken out of the data. One step. */
  putBackObstacle(kind: ObstacleKind, id: string): void;

  /** Each compound's district as it is now, a stroke under way included; a live array: do not keep it. */
  readAssignment(): Int32Array;
  /** What is wrong with one district or compound as it is now. Costs its members and their links. */
  readFindings(place: {
    readonly kind: "district" | "compound";
    readonly index: number;
  }): readonly Finding[];
  /** What is wrong anywhere: O(data), kept until something changes. */
  readAllFindings(): readonly Finding[];
  /** Selects what a finding is about and brings it into view. */
  zoomToFinding(finding: Finding): void;
  /** Makes the finding's fix, where it has one, as one step. */
  fixFinding(finding: Finding): void;
  /** Makes the fixes of all these findings, as one step; what no longer applies is passed over. */
  fixFindings(findings: readonly Finding[]): void;

  /** How many steps can be undone and redone. */
  countSteps(): { readonly done: number; readonly undone: number };

  /** Resolves when all that was done is kept (or keeping it has failed). */
  settled(): Promise<void>;
  /** Tries again to keep what could not be. */
  retrySave(): Promise<void>;
  /** Goes on without keeping, until a retry succeeds. */
  editUnsaved(): void;
  /** Takes the open project over from another page, as that page left it. */
  takeOver(): Promise<void>;

  /** Brings `projects` up to date. */
  listProjects(): Promise<void>;
  openProject(id: string): Promise<void>;
  renameProject(id: string, name: string): Promise<void>;
  duplicateProject(id: string): Promise<void>;
  /** Can be undone by `undeleteProject` until the page is closed. */
  deleteProject(id: string): Promise<void>;
  undeleteProject(id: string): Promise<void>;
  /** A project with data, scenarios and histories as one file; null when it cannot be read. */
  exportProject(id: string): Promise<{ readonly name: string; readonly text: string } | null>;
  /** Adds a project from such a file and opens it. `openFiles` takes such files, too. */
  importProject(file: { readonly name: string; readonly text: string }): Promise<void>;
}

/** Before anything was opened. */
export const NOTHING_EDITED: EditState = {
  stroke: null,
  shift: { serial: 0, shifted: null },
  preview: null,
  saving: { status: "saved", reason: null, access: "own", room: null },
  projects: [],
  projectId: null,
};
