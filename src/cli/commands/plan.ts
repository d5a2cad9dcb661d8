import {
  exportPlan,
  type Issue,
  outlineDistricts,
  type Plan,
  type Prepared,
  prepare,
  readFiledZoning,
  readOptionsOf,
  readWorld,
  VERSION,
} from "../../core/index.ts";
import type { Command, ExitCode, Terminal } from "../command.ts";
import { writeFiles } from "../files.ts";
import { COMMON_OPTIONS, DATA_OPTIONS, OUT_OPTION, PLAN_OPTIONS } from "../options.ts";
import type { Arguments } from "../parse-arguments.ts";
import { summarisePlan } from "../plan-summary.ts";
import { hasErrors, issueRecord, printIssues } from "../print-issues.ts";
import { readTask, type Task } from "../read-task.ts";
import { readWorkers, runSolve } from "../run-solve.ts";
import { createStopwatch } from "../stopwatch.ts";

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
    const task = await readTask(args, terminal);
    if (!task) return 1;
    stopwatch.lap("read");
    printIssues(task.issues, terminal);
    const world = readWorld(task.sources, readOptionsOf(task.recipe));
    stopwatch.lap("check");
    if (world.compounds.length === 0)
      return reportNothing(args, terminal, [...task.issues, ...world.issues]);
    if (readFiledZoning(world))
      terminal.stderr(
        terminal.language === "zh"
          ? "数据自带已导出的片区，plan 会重新划分；要沿用请用 export 或 compare。"
          : "The data bring exported districts; plan proposes anew. To keep them use export or compare.",
      );

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
