import {
  type Candidate,
  candidateRecipes,
  judgeCandidates,
  type Plan,
  type Prepared,
  prepare,
  readIndicators,
  type SolveProgress,
  standBeside,
  viewScenario,
  type Zoning,
} from "../core/index.ts";
import type { CandidateProgress, CandidatesFound } from "./protocol.ts";

/** Tells whether the caller still wants to know. */
export interface CandidateRun {
  readonly stopped: boolean;
}

interface Solving {
  solve(prepared: Prepared, report: (progress: SolveProgress) => void): Promise<Plan>;
  onProgress(progress: CandidateProgress): void;
}

interface Solved {
  readonly candidate: Candidate;
  readonly plan: Plan;
  readonly indicators: ReturnType<typeof readIndicators>;
}

/**
 * Solves the candidates beside a scenario one after another and judges those solved in full; one whose
 * solve was stopped is not among them, as it would be held against others that had their time.
 */
export async function findCandidates(
  { base, shown }: { readonly base: Prepared; readonly shown: Zoning },
  run: CandidateRun,
  { solve, onProgress }: Solving,
): Promise<CandidatesFound> {
  const { read, graph, recipe, problem } = base;
  const wanted = candidateRecipes(recipe, problem);
  const count = wanted.length;
  const solved: Solved[] = [];
  for (const [at, candidate] of wanted.entries()) {
    if (run.stopped) break;
    onProgress({ done: at / count, at, count });
    const prepared = prepare(read, candidate.recipe, { graph });
    const solution = await solve(prepared, ({ done }) =>
      onProgress({ done: (at + done) / count, at, count }),
    );
    if (run.stopped) break;
    const plan = standBeside({ world: read, zoning: shown }, solution);
    const view = viewScenario({ name: candidate.name.zh, prepared, zoning: plan.zoning });
    solved.push({ candidate, plan, indicators: readIndicators(view) });
  }
  const judgements = judgeCandidates(
    solved.map(({ candidate, indicators }) => ({ name: candidate.name, indicators })),
  );
  const candidates = solved.map(({ candidate, plan }, k) => ({
    ...candidate,
    plan,
    judgement: judgements[k],
  }));
  return { graph, candidates };
}
