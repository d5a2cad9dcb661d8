import { NEW_RECORD, prepare, readFiledZoning, readOptionsOf, readWorld } from "../core/index.ts";
import type { Terminal } from "./command.ts";
import type { OpenScenario } from "./open-kept.ts";
import type { Arguments } from "./parse-arguments.ts";
import { printIssues } from "./print-issues.ts";
import { checkNamedFiles } from "./read-file-options.ts";
import { readRecipe } from "./read-recipe.ts";
import { readOptionSources } from "./read-sources.ts";
import { DEFAULT_RECIPE, nameOfData, readCompoundSources } from "./read-task.ts";

/**
 * The districts that an exported plan brings along, as they stand, on the data it brings too; null
 * when the file holds none, after saying so. @throws UsageError
 */
export async function openFiled(
  path: string,
  args: Arguments,
  terminal: Terminal,
): Promise<OpenScenario | null> {
  const { openContainer, language } = terminal;
  const { recipe, issues } = readRecipe(args, DEFAULT_RECIPE);
  const compounds = await readCompoundSources(path, openContainer);
  const sources = [...compounds, ...(await readOptionSources(args, openContainer))];
  checkNamedFiles(args, sources);
  const world = readWorld(sources, readOptionsOf(recipe));
  printIssues([...issues, ...world.issues], terminal);
  const zoning = readFiledZoning(world);
  if (!zoning) {
    terminal.stderr(
      language === "zh"
        ? `${path} 不是情景文件，也没有导出方案的片区列；请先用 plan 划分`
        : `${path} is no scenario file and lacks the district columns of an exported plan; plan it first`,
    );
    return null;
  }
  const identity = { id: "s1", name: nameOfData(path), parent: null };
  const state = { recipe, edited: true, stale: false, record: NEW_RECORD, sources };
  const prepared = prepare(world, recipe);
  return { scenario: { ...identity, ...state }, prepared, zoning, plan: null, issues };
}
