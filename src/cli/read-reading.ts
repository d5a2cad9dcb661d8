import { type Recipe, readScenario } from "../core/index.ts";
import { readTextFile } from "./files.ts";
import type { Arguments } from "./parse-arguments.ts";
import { UsageError } from "./usage-error.ts";

/**
 * How files are read as a person decided it on the page: columns, units, joins and coordinates, out of
 * the scenario file that `--reading` names. Null without the option.
 * @throws UsageError when the file is no scenario
 */
export function readReading(args: Arguments): Recipe["read"] | null {
  const path = args.text("reading");
  if (path === null) return null;
  const { name, text } = readTextFile(path);
  const { scenario } = readScenario(text, name);
  if (scenario) return scenario.recipe.read;
  throw new UsageError(
    `--reading 需要页面导出的情景文件（.pianqu.json），${path} 不是`,
    `--reading takes a scenario file that the page wrote (.pianqu.json); ${path} is none`,
  );
}
