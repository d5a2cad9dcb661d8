import { basename } from "node:path";
import {
  DEFAULT_PARAMETERS,
  guessRoles,
  type Issue,
  NO_DECISIONS,
  nameWithoutEnding,
  type OpenContainer,
  type Recipe,
  type Scenario,
  type SourceFile,
} from "../core/index.ts";
import type { Terminal } from "./command.ts";
import { readDataFiles } from "./files.ts";
import { loadScenario } from "./load-scenario.ts";
import type { Arguments } from "./parse-arguments.ts";
import { checkNamedFiles } from "./read-file-options.ts";
import { readRecipe } from "./read-recipe.ts";
import { readOptionSources } from "./read-sources.ts";
import { UsageError } from "./usage-error.ts";

/** What is asked when nothing is said. */
export const DEFAULT_RECIPE: Recipe = {
  read: { fieldMap: {}, crs: null },
  parameters: DEFAULT_PARAMETERS,
  ...NO_DECISIONS,
};

/** What is to be planned, as the arguments say. */
export interface Task {
  readonly recipe: Recipe;
  readonly sources: readonly SourceFile[];
  readonly scenario: Pick<Scenario, "id" | "name" | "parent"> & {
    readonly record?: Scenario["record"];
  };
  /** the scenario that is planned again; null: none was given */
  readonly saved: Scenario | null;
  /** faults of the files beside the data */
  readonly issues: readonly Issue[];
}

/** Scenario files that the arguments name. */
interface Given {
  readonly saved: Scenario | null;
  readonly start: Scenario | null;
  readonly open: OpenContainer;
}

/** The compounds file; of an archive of several layers each goes where it belongs. */
export async function readCompoundSources(
  path: string,
  open: OpenContainer,
): Promise<SourceFile[]> {
  const files = await readDataFiles([path], open);
  return files.length === 1 ? [{ ...files[0], role: "compounds" }] : guessRoles(files);
}

/** Name of a scenario on the data of a file. */
export function nameOfData(path: string): string {
  return nameWithoutEnding(basename(path));
}

/** What the arguments ask to plan; null when a scenario file cannot be read, after saying so. @throws UsageError */
export async function readTask(args: Arguments, terminal: Terminal): Promise<Task | null> {
  const path = args.text("scenario");
  const saved = path === null ? null : loadScenario(path, terminal);
  const startPath = args.text("start");
  const start = startPath === null ? null : loadScenario(startPath, terminal);
  if ((path !== null && !saved) || (startPath !== null && !start)) return null;
  return taskOf(args, { saved, start, open: terminal.openContainer });
}

async function taskOf(args: Arguments, { saved, start, open }: Given): Promise<Task> {
  const [compounds, ...rest] = args.positionals;
  if (rest.length > 0)
    throw new UsageError(
      "只接受一个小区文件，其他图层请用 --barriers 等选项",
      "the command takes one compounds file; give other layers with --barriers and the like",
    );
  if (compounds === undefined && !saved)
    throw new UsageError("请给出小区文件", "name the compounds file");
  const { recipe, issues } = readRecipe(args, saved?.recipe ?? DEFAULT_RECIPE, {
    start: start?.zoning.districts ?? null,
    zoning: saved?.zoning.districts ?? null,
  });
  const added = await readOptionSources(args, open);
  if (compounds === undefined && saved) {
    const { id, name, parent, record, sources } = saved;
    const scenario = { id, name, parent, record };
    const all = [...sources, ...added];
    checkNamedFiles(args, all);
    return { recipe, issues, saved, sources: all, scenario };
  }
  const sources = [...(await readCompoundSources(compounds, open)), ...added];
  checkNamedFiles(args, sources);
  const name = saved?.name ?? nameOfData(compounds);
  return {
    recipe,
    issues,
    saved,
    sources,
    scenario: { id: saved?.id ?? "s1", name, parent: saved?.parent ?? null },
  };
}
