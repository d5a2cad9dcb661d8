import type { Terminal } from "./command.ts";
import { readTextFile } from "./files.ts";
import { openFiled } from "./open-filed.ts";
import { type OpenScenario, openKept } from "./open-kept.ts";
import { DATA_OPTIONS } from "./options.ts";
import type { Arguments } from "./parse-arguments.ts";
import { UsageError } from "./usage-error.ts";

/** Whether a file is meant as a scenario, as its name or its first words say. */
function isScenario(path: string): boolean {
  if (!/json$/i.test(path)) return false;
  return /\.pianqu\.json$/i.test(path) || !/"type"\s*:\s*"Feature/.test(readTextFile(path).text);
}

/**
 * A scenario file, or an exported plan with the districts it brings along, set up with its world,
 * links and estimates; null when it cannot be read, after saying so. @throws UsageError
 */
export async function openScenario(
  path: string,
  args: Arguments,
  terminal: Terminal,
): Promise<OpenScenario | null> {
  if (!isScenario(path)) return openFiled(path, args, terminal);
  const needless = DATA_OPTIONS.find(({ name }) => args.has(name));
  if (needless)
    throw new UsageError(
      `情景文件自带数据，不用 --${needless.name}`,
      `a scenario file brings its own data; leave out --${needless.name}`,
    );
  return openKept(path, terminal);
}

/** All of them, in order; null when one cannot be read, after all were tried. @throws UsageError */
export async function openScenarios(
  paths: readonly string[],
  args: Arguments,
  terminal: Terminal,
): Promise<OpenScenario[] | null> {
  const opened: OpenScenario[] = [];
  for (const path of paths) {
    const one = await openScenario(path, args, terminal);
    if (one) opened.push(one);
  }
  return opened.length < paths.length ? null : opened;
}
