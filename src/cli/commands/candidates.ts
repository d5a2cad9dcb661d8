import {
  type Candidate,
  candidateRecipes,
  describePlan,
  describeZoning,
  type IndicatorValues,
  judgeCandidates,
  NEW_RECORD,
  type Plan,
  type Prepared,
  prepare,
  readIndicators,
  readOptionsOf,
  readWorld,
  restoreScenario,
  standBeside,
  VERSION,
  viewScenario,
  writeScenario,
  type Zoning,
} from "../../core/index.ts";
import type { Command, Terminal } from "../command.ts";
import { writeFiles } from "../files.ts";
import { COMMON_OPTIONS, DATA_OPTIONS, OUT_OPTION, PLAN_OPTIONS } from "../options.ts";
import type { Arguments } from "../parse-arguments.ts";
import { hasErrors, issueRecord, printIssues } from "../print-issues.ts";
import { readTask, type Task } from "../read-task.ts";
import { readWorkers, runSolve } from "../run-solve.ts";

/** A candidate with its plan. */
interface Solved {
  readonly candidate: Candidate;
  readonly prepared: Prepared;
  readonly plan: Plan;
  readonly indicators: IndicatorValues;
}

/** Proposes several plans along the trade-off between cost and closeness. */
export const candidatesCommand: Command = {
  name: "candidates",
  usage: "<compounds> --out DIR",
  help: { zh: "提出几个候选方案", en: "propose several candidate plans" },
  options: [OUT_OPTION, ...DATA_OPTIONS, ...PLAN_OPTIONS, ...COMMON_OPTIONS],
  async run(args, terminal) {
    const out = args.required("out");
    const task = await readTask(args, terminal);
    if (!task) return 1;
    const world = readWorld(task.sources, readOptionsOf(task.recipe));
    const base = prepare(world, task.recipe);
    const issues = [...task.issues, ...world.issues, ...base.issues];
    printIssues(issues, terminal);
    if (world.compounds.length === 0) return 1;
    const given = { args, terminal };
    const candidates = candidateRecipes(task.recipe, base.problem);
    const shown = task.saved
      ? restoreScenario(task.saved, world).zoning
      : (await solveOne(base, given)).zoning;
    const solved: Solved[] = [];
    for (const candidate of candidates)
      solved.push(await solveCandidate(candidate, { base, shown }, given));
    report(solved, { task, out, args, terminal });
    return hasErrors(issues) ? 1 : 0;
  },
};

interface Given {
  readonly args: Arguments;
  readonly terminal: Terminal;
}

async function solveOne({ problem }: Prepared, { args, terminal }: Given): Promise<Plan> {
  const limitS = args.number("time-limit", null, { min: 0 });
  const deadline = limitS === null ? Infinity : terminal.now() + limitS * 1000;
  return runSolve(problem, terminal, { workers: readWorkers(args, terminal), deadline });
}

/** @param beside the recipe that candidates are made of, and the zoning whose ids and names they take */
async function solveCandidate(
  candidate: Candidate,
  beside: { readonly base: Prepared; readonly shown: Zoning },
  given: Given,
): Promise<Solved> {
  const { read, graph } = beside.base;
  const { terminal } = given;
  const prepared = prepare(read, candidate.recipe, { graph });
  const solution = await solveOne(prepared, given);
  const plan = standBeside({ world: read, zoning: beside.shown }, solution);
  const name = candidate.name[terminal.language];
  const view = viewScenario({ name, prepared, zoning: plan.zoning });
  return { candidate, prepared, plan, indicators: readIndicators(view) };
}

interface Finished extends Given {
  readonly task: Task;
  readonly out: string;
}

/** Writes the candidates that stand as scenarios and says what each gives up. */
function report(solved: readonly Solved[], { task, out, args, terminal }: Finished): void {
  const { language } = terminal;
  const judgements = judgeCandidates(
    solved.map(({ candidate, indicators }) => ({ name: candidate.name, indicators })),
  );
  const kept = solved.filter((_, k) => judgements[k].beatenBy === null);
  const files = kept.map((one) => ({
    name: `${one.candidate.key}.pianqu.json`,
    text: writeCandidate(one, task, language),
  }));
  writeFiles(out, files);
  const candidates = solved.map(({ candidate, plan, indicators }, k) => {
    const { beatenBy, bestAt, words } = judgements[k];
    return {
      key: candidate.key,
      name: candidate.name,
      beatenBy: beatenBy === null ? null : solved[beatenBy].candidate.key,
      bestAt,
      words,
      stopped: plan.stopped,
      objective: plan.objective,
      indicators,
    };
  });
  if (args.has("json")) {
    const issues = task.issues.map((issue) => issueRecord(issue, language));
    terminal.stdout(JSON.stringify({ version: VERSION, candidates, issues }));
    return;
  }
  for (const { name, words } of candidates)
    terminal.stdout(`${name[language]}\t${words[language]}`);
}

function writeCandidate(
  { candidate, prepared, plan }: Solved,
  { sources }: Task,
  language: Terminal["language"],
): string {
  const { world, recipe } = prepared;
  return writeScenario({
    id: candidate.key,
    name: candidate.name[language],
    parent: null,
    dataHash: world.dataHash,
    recipe,
    zoning: describeZoning(plan.zoning, world),
    plan: describePlan(plan, world),
    edited: false,
    stale: false,
    record: { ...NEW_RECORD, log: [{ event: "made", at: null, args: {} }] },
    sources,
  });
}
