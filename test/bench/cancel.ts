import { generateCity } from "../../data/generate-city.ts";
import { loadSolver } from "../../src/cli/load-solver.ts";
import type { Estimator } from "../../src/core/estimate/estimator.ts";
import {
  createProblem,
  DEFAULT_PARAMETERS,
  type Envelope,
  guessRole,
  NO_DECISIONS,
  type Problem,
  prepare,
  readWorld,
  solve,
} from "../../src/core/index.ts";
import type { LinearSolver } from "../../src/core/regionalization/exact/linear-solver.ts";
import { createTouchingCity } from "./touching-city.ts";
import { NO_LIMITS } from "./touching-layer.ts";

/**
 * The longest steps of a solve, that is, how long a cancel may go unheard, and how long the plan takes
 * once it is. A step's time is the lesser of its processor and wall time, ms: either may hold work of
 * others. Steps inside the linear solver are apart: in the page and with `--workers` a worker makes
 * them, which is ended. `npx tsx test/bench/cancel.ts [738|5000|220000 …]`
 */
const SIZES = process.argv.slice(2).map(Number);
/** Seconds of search after which the largest problem is stopped. */
const SECONDS = 10;

const PHASES = ["opening", "search and bound", "proof", "solver", "relaxations", "plan"] as const;
type Phase = (typeof PHASES)[number];

const cpuMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

function watch<T>(work: () => T): { readonly ms: number; readonly result: T } {
  const [cpu, wall] = [cpuMs(), performance.now()];
  const result = work();
  return { ms: Math.min(cpuMs() - cpu, performance.now() - wall), result };
}

/** A solver that says whether it was called since it was asked last. */
function flagged(solver: LinearSolver) {
  let called = false;
  const note =
    <A extends unknown[], R>(call: (...args: A) => R) =>
    (...args: A): R => {
      called = true;
      return call(...args);
    };
  const own: LinearSolver = {
    open(model) {
      const session = note(solver.open)(model);
      return { ...session, run: note(session.run), addRows: note(session.addRows) };
    },
    solveInteger: note(solver.solveInteger),
  };
  return {
    own,
    wasCalled: () => {
      const was = called;
      called = false;
      return was;
    },
  };
}

function phaseOf(done: number, levels: readonly number[] | null): Phase {
  if (levels === null) return "opening";
  if (done < 0.6) return "search and bound";
  return done < 1 ? "proof" : "relaxations";
}

async function measure(name: string, problem: Problem, seconds: number): Promise<void> {
  const solver = flagged(await loadSolver());
  const longest = new Map<Phase, number>();
  const steps = solve(problem, solver.own);
  const begin = cpuMs();
  let count = 0;
  let stop = false;
  let levels: readonly number[] | null = null;
  let first: number | null = null;
  let done = 0;
  for (;;) {
    const { ms, result } = watch(() => steps.next(stop ? "stop" : undefined));
    count++;
    const phase = result.done ? "plan" : solver.wasCalled() ? "solver" : phaseOf(done, levels);
    longest.set(phase, Math.max(longest.get(phase) ?? 0, ms));
    if (result.done) break;
    done = result.value.done;
    first ??= result.value.levels[0];
    if (result.value.levels[0] !== first) levels = result.value.levels;
    stop = cpuMs() - begin > 1000 * seconds;
  }
  const cells = PHASES.map((phase) => longest.get(phase)?.toFixed(0) ?? "");
  console.log(`| ${name} | ${count} | ${cells.join(" | ")} |`);
}

function demoProblem(compounds: number, envelope: Envelope): Problem {
  const sources = generateCity({ seed: 2022, compounds })
    .filter(({ name }) => name !== "context.geojson")
    .map((file) => ({ ...file, role: guessRole(file.name, file.text) }));
  const read = { fieldMap: {}, crs: null };
  const parameters = { ...DEFAULT_PARAMETERS, envelope };
  const recipe = { read, parameters, ...NO_DECISIONS };
  return prepare(readWorld(sources, read), recipe).problem;
}

function largeProblem(compounds: number): Problem {
  return createProblem({
    ...createTouchingCity(compounds, 7),
    estimator: {} as Estimator,
    parameters: {
      ...DEFAULT_PARAMETERS,
      envelope: "terrain",
      agedBefore: null,
      limits: NO_LIMITS,
      objective: "max-p",
      threshold: { field: "households", min: 500 },
      iterations: 100_000,
    },
  });
}

console.log(`| compounds | steps | ${PHASES.join(" | ")} |`);
console.log(`|---|---|${PHASES.map(() => "---|").join("")}`);
for (const size of SIZES.length > 0 ? SIZES : [738, 5000, 220_000]) {
  if (size > 20_000) await measure(`${size}, max-p`, largeProblem(size), SECONDS);
  else {
    for (const envelope of ["community", "terrain"] as const)
      await measure(`${size}, cost, ${envelope}`, demoProblem(size, envelope), Infinity);
  }
}
