import { resolve } from "node:path";
import { guessRoles, type SourceFile } from "../core/index.ts";
import type { Terminal } from "./command.ts";
import { nameOfData, readDataFiles } from "./read-data-files.ts";
import { UsageError } from "./usage-error.ts";

/** Data that the words of a command name, and what a scenario on them is called. */
interface Positionals {
  readonly sources: readonly SourceFile[];
  readonly name: string;
}

/**
 * The files of a command: a single text is the compounds; of several, or of a container's layers, each
 * goes where it seems to belong, as if they were dropped on the page. What several files were taken for
 * is said.
 * @throws UsageError
 */
export async function readPositionals(
  paths: readonly string[],
  { openContainer, stderr }: Pick<Terminal, "openContainer" | "stderr">,
): Promise<Positionals> {
  checkSeveral(paths);
  const opened = (await readDataFiles(paths, openContainer)).flatMap(({ path, files }) =>
    files.map((file) => ({ ...file, path })),
  );
  if (opened.length === 1) {
    const [{ name, text, path }] = opened;
    return { sources: [{ name, text, role: "compounds" }], name: nameOfData(path) };
  }
  const guessed = guessRoles(opened);
  if (paths.length > 1) for (const { role, name } of guessed) stderr(`${role}\t${name}`);
  const { path } = guessed.find(({ role }) => role === "compounds") ?? guessed[0];
  const sources = guessed.map(({ name, text, role }): SourceFile => ({ name, text, role }));
  return { sources, name: nameOfData(path) };
}

/** @throws UsageError */
function checkSeveral(paths: readonly string[]): void {
  if (paths.length < 2) return;
  const twice = paths.find((path, i) =>
    paths.slice(0, i).some((other) => resolve(other) === resolve(path)),
  );
  if (twice !== undefined) throw new UsageError(`${twice} 给了两次`, `${twice} is given twice`);
  const scenario = paths.find((path) => /\.pianqu\.json$/i.test(path));
  if (scenario !== undefined)
    throw new UsageError(
      `${scenario} 是情景文件，请用 --scenario 给出`,
      `${scenario} is a scenario file; give it with --scenario`,
    );
}
