import type { Bilingual, Crew, Language, LinearSolver, OpenContainer } from "../core/index.ts";
import type { Option } from "./option.ts";
import type { Arguments } from "./parse-arguments.ts";

/** What a command is given by the machine it runs on. */
export interface Terminal {
  readonly language: Language;
  stdout(text: string): void;
  stderr(text: string): void;
  /** milliseconds, monotonic */
  now(): number;
  peakMemoryMb(): number;
  /** for proofs beyond small components; null: bounds only */
  loadSolver(): Promise<LinearSolver | null>;
  /** threads that solve components side by side; to be closed */
  openCrew(workers: number): Crew;
  /** how many threads when nobody says */
  readonly workers: number;
  /** opens containers: Shapefile, workbook … */
  readonly openContainer: OpenContainer;
}

/** 0 done, 1 the data have errors, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;

/** One command: what it takes and what it does. */
export interface Command {
  readonly name: string;
  /** positional arguments as shown in the usage line */
  readonly usage: string;
  readonly help: Bilingual;
  readonly options: readonly Option[];
  readonly run: (args: Arguments, terminal: Terminal) => ExitCode | Promise<ExitCode>;
}
