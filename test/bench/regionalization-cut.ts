import type { PlanParameters, Problem } from "../../src/core/index.ts";
import { createProblem, solve } from "../../src/core/index.ts";
import { graphFromEdges } from "../graph-builder.ts";
import { cpuSeconds, problemOf, readCity } from "./touching-layer.ts";

/**
 * The 738 city whole and cut by barriers into strips and single compounds too small to be a district,
 * the same iterations: `npx tsx test/bench/regionalization-cut.ts FOLDER`.
 */
const [folder = ""] = process.argv.slice(2);
const STRIPS = 5;
const TOO_SMALL = 10;
const CHANGE: Partial<PlanParameters> = { iterations: 2000 };

/** The problem without the links between strips and around the smallest compounds. */
function cutApart(problem: Problem): Problem {
  const { world, graph, estimator, parameters } = problem;
  const { centroid } = world.shapes;
  const n = world.compounds.length;
  const byX = Array.from({ length: n }, (_, i) => i).sort(
    (a, b) => centroid[2 * a] - centroid[2 * b],
  );
  const piece = new Int32Array(n);
  byX.forEach((i, k) => {
    piece[i] = Math.floor((k * STRIPS) / n);
  });
  const small = [...byX].sort(
    (a, b) => world.compounds[a].households - world.compounds[b].households,
  );
  small.slice(0, TOO_SMALL).forEach((i, k) => {
    piece[i] = STRIPS + k;
  });
  const edges = Array.from({ length: graph.links.count }, (_, l) => ({
    a: graph.links.a[l],
    b: graph.links.b[l],
  })).filter(({ a, b }) => piece[a] === piece[b]);
  return createProblem({ world, graph: graphFromEdges(n, edges), estimator, parameters });
}

function measure(name: string, problem: Problem): void {
  const start = cpuSeconds();
  const steps = solve(problem);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const { objective, leftOut } = step.value;
  const seconds = cpuSeconds() - start;
  const reasons = new Map<string, number>();
  for (const { reason, relaxation } of leftOut) {
    const key = `${reason} (${relaxation?.what ?? "no relaxation"})`;
    reasons.set(key, (reasons.get(key) ?? 0) + 1);
  }
  const told = [...reasons].map(([key, count]) => `${count} ${key}`).join(", ");
  const cells = [
    name,
    problem.components.count,
    seconds.toFixed(2),
    -objective.levels[1],
    told || "–",
  ];
  console.log(`| ${cells.join(" | ")} |`);
}

const city = readCity(folder, 738);
if (city === null) throw new Error(`no city-738 in ${folder || "the folder given (none)"}`);
console.log("| city | components | CPU s | p | left out |");
console.log("|---|---|---|---|---|");
const whole = problemOf(city, CHANGE);
measure("warm-up", whole);
measure("whole", whole);
measure("cut", cutApart(whole));
