import {
  DEFAULT_PARAMETERS,
  type Issue,
  NO_DECISIONS,
  type Recipe,
  type Scenario,
  type SourceFile,
} from "../core/index.ts";
import type { Terminal } from "./command.ts";
import { loadScenario } from "./load-scenario.ts";
import type { Arguments } from "./parse-arguments.ts";
import { decideFiles } from "./read-file-options.ts";
import { readPositionals } from "./read-positionals.ts";
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
  readonly terminal: Terminal;
}

/** What the arguments ask to plan; null when a scenario file cannot be read, after saying so. @throws UsageError */
export async function readTask(args: Arguments, terminal: Terminal): Promise<Task | null> {
  const path = args.text("scenario");
  const saved = path === null ? null : loadScenario(path, terminal);
  const startPath = args.text("start");
  const start = startPath === null ? null : loadScenario(startPath, terminal);
  if ((path !== null && !saved) || (startPath !== null && !start)) return null;
  return taskOf(args, { saved, start, terminal });
}

async function taskOf(args: Arguments, { saved, start, terminal }: Given): Promise<Task> {
  const { positionals } = args;
  if (positionals.length === 0 && !saved)
    throw new UsageError("请给出小区文件", "name the compounds file");
  const { recipe, issues } = readRecipe(args, saved?.recipe ?? DEFAULT_RECIPE, {
    start: start?.zoning.districts ?? null,
    zoning: saved?.zoning.districts ?? null,
  });
  const brought =
    positionals.length > 0
      ? await readPositionals(positionals, terminal)
      : { sources: [], name: "" };
  const own = positionals.length === 0 && saved ? saved.sources : brought.sources;
  const sources = [...own, ...(await readOptionSources(args, terminal))];
  return {
    recipe: { ...recipe, read: decideFiles(args, recipe.read, sources) },
    issues,
    saved,
    sources,
    scenario: scenarioOf(saved, { isSame: positionals.length === 0, name: brought.name }),
  };
}

/** The scenario that is planned again keeps its name, and on its own data its record. */
function scenarioOf(
  saved: Scenario | null,
  data: { readonly isSame: boolean; readonly name: string },
): Task["scenario"] {
  if (saved === null) return { id: "s1", name: data.name, parent: null };
  const { id, name, parent, record } = saved;
  return data.isSame ? { id, name, parent, record } : { id, name, parent };
}
