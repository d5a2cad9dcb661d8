import type { KeptProof, Recipe, StepRecord } from "../core/index.ts";
import type { HeldSource } from "../worker/held-text.ts";

/** Version of what is stored that this program writes; the fields of {@link StoredProject}. */
export const PROJECT_VERSION = 1;

/** What is known of a project without reading its data. */
export interface ProjectHead {
  readonly version: number;
  readonly id: string;
  readonly name: string;
  /** ms since 1970 */
  readonly savedAt: number;
  /** when it was opened or saved last, ms since 1970 */
  readonly usedAt: number;
  readonly compounds: number;
  /** made-up data; absent: not said */
  readonly synthetic?: boolean;
  readonly activeId: string | null;
  readonly scenarios: readonly {
    readonly id: string;
    readonly name: string;
    readonly parentId: string | null;
  }[];
  /** deleted, but can be brought back for now */
  readonly deleted: boolean;
}

/** A scenario as it was after `seq` changes. */
export interface ScenarioSnapshot {
  readonly scenario: string;
  readonly seq: number;
  /** text of a scenario file, without sources and proof */
  readonly text: string;
  /** text of its history */
  readonly history: string;
  /** by position among the steps done, oldest first, then those undone, next to redo first; −1: before all */
  readonly proofs: readonly (KeptProof & { readonly at: number })[];
  /** what was solved before all steps */
  readonly solved: Recipe | null;
}

/** One change of a scenario, in the order made. */
export interface LogEntry {
  readonly scenario: string;
  /** counts up by one from the snapshot's */
  readonly seq: number;
  readonly change:
    | { readonly kind: "step"; readonly step: StepRecord; readonly proof: KeptProof | null }
    | { readonly kind: "undo" }
    | { readonly kind: "redo" };
}

/** A project as it is kept: the data once, snapshots of scenarios, and what was changed since. */
export interface StoredProject {
  readonly head: ProjectHead;
  readonly sources: readonly HeldSource[];
  readonly snapshots: readonly ScenarioSnapshot[];
  /** ascending by `seq` within a scenario */
  readonly log: readonly LogEntry[];
}

/** Parts of a project that are written together, or not at all. */
export interface ProjectWrite {
  readonly head: ProjectHead;
  readonly sources?: readonly HeldSource[];
  /** each also drops the log of its scenario, which it takes the place of */
  readonly snapshots?: readonly ScenarioSnapshot[];
  readonly log?: readonly LogEntry[];
  /** scenarios that are no more */
  readonly dropped?: readonly string[];
}

/** Why something could not be kept or read. */
export type FaultReason =
  /** no room left */
  | "quota"
  /** kept by a newer version of this program */
  | "newer"
  /** another page has taken the project over */
  | "taken"
  | "other";

/** What storage rejects with. */
export class StorageFault extends Error {
  readonly reason: FaultReason;

  constructor(reason: FaultReason, message: string) {
    super(message);
    this.name = "StorageFault";
    this.reason = reason;
  }
}

/** Where projects are kept between visits. What fails rejects with a {@link StorageFault}. */
export interface ProjectStorage {
  list(): Promise<readonly ProjectHead[]>;
  /** null when there is none of that id */
  load(id: string): Promise<StoredProject | null>;
  /** From now on only writes with this token are taken for the project. */
  claim(id: string, token: string): Promise<void>;
  /**
   * All of it or nothing. A storage that is done at once may return nothing to wait for.
   * @param token of the last claim; another one: rejects as `taken`
   */
  write(write: ProjectWrite, token: string): Promise<void> | void;
  /** Changes a project's head alone, whoever has claimed it. */
  writeHead(head: ProjectHead): Promise<void>;
  remove(id: string): Promise<void>;
  /** null where the browser does not tell */
  room(): Promise<{ readonly usedBytes: number; readonly quotaBytes: number } | null>;
}

/** Which page of this browser writes a project. */
export interface ProjectAccess {
  /**
   * Holds a project for this page until `release` or until another page takes it.
   * @param onLost called when another page has taken it
   * @returns false when another page holds it (never when `steal`)
   */
  claim(
    id: string,
    options: { readonly steal: boolean; readonly onLost: () => void },
  ): Promise<boolean>;
  release(): void;
}
