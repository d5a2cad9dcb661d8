import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import type { ExitCode } from "../../src/cli/command.ts";
import { runCli } from "../../src/cli/run-cli.ts";
import type { Language } from "../../src/core/index.ts";
import { DESK } from "../core/ingest/containers/container-files.ts";

/** What a command said and how it ended. */
export interface Answer {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line in this process; the clock goes 1 ms forward at each look. */
export async function run(words: readonly string[], language: Language = "en"): Promise<Answer> {
  let stdout = "";
  let stderr = "";
  let time = 0;
  const code = await runCli(words, {
    language,
    stdout: (text) => {
      stdout += `${text}\n`;
    },
    stderr: (text) => {
      stderr += `${text}\n`;
    },
    now: () => {
      time += 1;
      return time;
    },
    peakMemoryMb: () => 100,
    loadSolver: async () => null,
    openCrew: () => {
      throw new Error("no threads in this process");
    },
    workers: 1,
    openContainer: DESK.open,
  });
  return { code, stdout, stderr };
}

/** A folder for the tests of one file, gone after them. */
export function temporaryFolder() {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "pianqu-cli-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const path = (name: string) => join(folder, name);
  return {
    path,
    write(name: string, text: string): string {
      writeFileSync(path(name), text);
      return path(name);
    },
    read: (name: string) => readFileSync(path(name), "utf8"),
  };
}
