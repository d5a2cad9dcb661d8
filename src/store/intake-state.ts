import type { FileReading, PlacedCandidate, Recipe, SourceRole } from "../core/index.ts";
import type { NamedSystem, NearPoint } from "../worker/protocol.ts";

/** What a person said of the columns of a file: header → field, header → unit. */
export type DecidedColumns = Pick<FileReading, "columns" | "units">;

/** Corrections of an earlier file with the same headers, that wait for a yes or a no. */
export interface ReadingOffer extends DecidedColumns {
  readonly source: string;
}

/** Corrections of columns, kept on this machine by the headers of the file they were made in. */
export interface ReadingMemory {
  /** null: none were made, or storage is forbidden */
  recall(headers: readonly string[]): Promise<DecidedColumns | null>;
  /** Keeps nothing where nothing was decided; does nothing where storage is forbidden. */
  keep(headers: readonly string[], decided: DecidedColumns): Promise<void>;
}

/** Parts of the state that reading files adds. */
export interface IntakeState {
  /** how the open data were read */
  readonly reading: Recipe["read"];
  readonly offers: readonly ReadingOffer[];
}

/** Decisions on how files are read. Each reads the data again; scenarios keep their zonings. */
export interface IntakeActions {
  /** Changes what was decided on one file; columns and units are remembered for files like it. */
  decideReading(source: string, change: Partial<FileReading>): Promise<void>;
  /** Reads the data again with a file as what a person says it holds. */
  setRole(source: string, role: SourceRole): Promise<void>;
  /** Reads the data again without a file. */
  removeFile(source: string): Promise<void>;
  /** Where a file's positions would lie in a system named by hand; null: not known, or no place. */
  placeNamed(source: string, named: NamedSystem, near: NearPoint): Promise<PlacedCandidate | null>;
  /** Reads the data again with the figures of one file before those of others; null: as it comes. */
  leadWith(source: string | null): Promise<void>;
  acceptOffer(source: string): Promise<void>;
  dismissOffer(source: string): void;
}
