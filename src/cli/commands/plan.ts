import { basename } from "node:path";
import {
  DEFAULT_PARAMETERS,
  exportPlan,
  guessRoles,
  type HeavyReaders,
  type Issue,
  NO_DECISIONS,
  outlineDistricts,
  type Plan,
  type Prepared,
  prepare,
  type Recipe,
  readOptionsOf,
  readWorld,
  type Scenario,
  type SourceFile,
  VERSION,
} from "../../core/index.ts";
import type { Command, ExitCode, Terminal } from "../command.ts";
import { readDataFile, writeFiles } from "../files.ts";
import { loadScenario } from "../open-scenario.ts";
import { COMMON_OPTIONS, DATA_OPTIONS, OUT_OPTION, PLAN_OPTIONS } from "../options.ts";
import type { Arguments } from "../parse-arguments.ts";
import { summarisePlan } from "../plan-summary.ts";
import { hasErrors, issueRecord, printIssues } from "../print-issues.ts";
import { readRecipe } from "../read-recipe.ts";
import { readOptionSources } from "../read-sources.ts";
import { readWorkers, runSolve } from "../run-solve.ts";
import { createStopwatch } from "../stopwatch.ts";
import { UsageError } from "../usage-error.ts";

const DEFAULT_RECIPE: Recipe = {
  read: { fieldMap: {}, crs: null },
  parameters: DEFAULT_PARAMETERS,
  ...NO_DECISIONS,
};

/** What is to be planned, as the arguments say. */
interface Task {
  readonly recipe: Recipe;
  readonly sources: readonly SourceFile[];
  readonly scenario: Pick<Scenario, "id" | "name" | "parent">;
  /** faults of the files beside the data */
  readonly issues: readonly Issue[];
}

/** Proposes districts and writes the files of DESIGN §5. */
export const planCommand: Command = {
  name: "plan",
  usage: "<compounds> --out DIR",
  help: { zh: "划分片区", en: "propose districts" },
  options: [OUT_OPTION, ...DATA_OPTIONS, ...PLAN_OPTIONS, ...COMMON_OPTIONS],
  async run(args, terminal) {
    const out = args.required("out");
    const limitS = args.number("time-limit", null, { min: 0 });
    const workers = readWorkers(args, terminal);
    const stopwatch = createStopwatch(terminal);
    const path = args.text("scenario");
    const saved = path === null ? null : loadScenario(path, terminal);
    if (path !== null && !saved) return 1;
    const startPath = args.text("start");
    const start = startPath === null ? null : loadScenario(startPath, terminal);
    if (startPath !== null && !start) return 1;
    const task = readTask(args, { saved, start, readers: terminal.readers });
    stopwatch.lap("read");
    printIssues(task.issues, terminal);
    const world = readWorld(task.sources, readOptionsOf(task.recipe));
    stopwatch.lap("check");
    if (world.compounds.length === 0)
      return reportNothing(args, terminal, [...task.issues, ...world.issues]);

    const prepared = prepare(world, task.recipe, {
      onStage: (stage) => stopwatch.lap(stage === "link" ? "link" : "estimate"),
    });
    const deadline = limitS === null ? Infinity : terminal.now() + limitS * 1000;
    const plan = await runSolve(prepared.problem, terminal, { workers, deadline });
    stopwatch.lap("plan");
    writePlan({ task, prepared, plan, out, args, terminal, stopwatch });
    return hasErrors([...task.issues, ...world.issues, ...prepared.issues]) ? 1 : 0;
  },
};

/** Scenario files that the arguments name. */
interface Given {
  readonly saved: Scenario | null;
  readonly start: Scenario | null;
  readonly readers: HeavyReaders;
}

/** The compounds file; of an archive of several layers each goes where it belongs. */
function readCompoundSources(path: string, readers: HeavyReaders): SourceFile[] {
  const files = readDataFile(path, readers);
  return files.length === 1 ? [{ ...files[0], role: "compounds" }] : guessRoles(files);
}

function readTask(args: Arguments, { saved, start, readers }: Given): Task {
  const [compounds, ...rest] = args.positionals;
  if (rest.length > 0)
    throw new UsageError(
      "plan 只接受一个小区文件，其他图层请用 --barriers 等选项",
      "plan takes one compounds file; give other layers with --barriers and the like",
    );
  if (compounds === undefined && !saved)
    throw new UsageError("请给出小区文件", "name the compounds file");
  const { recipe, issues } = readRecipe(args, saved?.recipe ?? DEFAULT_RECIPE, {
    start: start?.zoning.districts ?? null,
    zoning: saved?.zoning.districts ?? null,
  });
  const added = readOptionSources(args, readers);
  if (compounds === undefined && saved) {
    const { id, name, parent, sources } = saved;
    return { recipe, issues, sources: [...sources, ...added], scenario: { id, name, parent } };
  }
  const sources = readCompoundSources(compounds, readers);
  const name = saved?.name ?? basename(compounds).replace(/\.[a-z]{2,8}$/i, "");
  return {
    recipe,
    issues,
    sources: [...sources, ...added],
    scenario: { id: saved?.id ?? "s1", name, parent: saved?.parent ?? null },
  };
}

function reportNothing(args: Arguments, terminal: Terminal, issues: readonly Issue[]): ExitCode {
  if (args.has("json")) {
    const records = issues.map((issue) => issueRecord(issue, terminal.language));
    terminal.stdout(JSON.stringify({ version: VERSION, written: [], issues: records }));
  }
  printIssues(issues, terminal);
  terminal.stderr(
    terminal.language === "zh"
      ? "没有可用的小区，未写出方案。"
      : "No usable compound; no plan written.",
  );
  return 1;
}

interface Finished {
  readonly task: Task;
  readonly prepared: Prepared;
  readonly plan: Plan;
  readonly out: string;
  readonly args: Arguments;
  readonly terminal: Terminal;
  readonly stopwatch: ReturnType<typeof createStopwatch>;
}

function writePlan({ task, prepared, plan, out, args, terminal, stopwatch }: Finished): void {
  const { zoning } = plan;
  const { gapM } = task.recipe.parameters;
  const outlines = outlineDistricts(prepared.world, zoning, gapM);
  stopwatch.lap("outline");
  const files = exportPlan({
    prepared,
    zoning,
    plan,
    outlines,
    scenario: { ...task.scenario, edited: false, stale: false },
    sources: task.sources,
    issues: task.issues,
    language: terminal.language,
    measure: () => ({ timingsMs: stopwatch.timingsMs(), peakMemoryMb: terminal.peakMemoryMb() }),
  });
  writeFiles(out, files);
  if (args.has("json")) {
    const report: unknown = JSON.parse(files.at(-1)?.text ?? "null");
    terminal.stdout(JSON.stringify(report));
    return;
  }
  printIssues([...prepared.world.issues, ...prepared.issues], terminal);
  for (const line of summarisePlan({ prepared, plan, out, language: terminal.language }))
    terminal.stderr(line);
}
