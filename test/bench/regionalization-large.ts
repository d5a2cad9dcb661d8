import type { Estimator } from "../../src/core/estimate/estimator.ts";
import { createProblem, DEFAULT_PARAMETERS, solve } from "../../src/core/index.ts";
import { createTouchingCity } from "./touching-city.ts";
import { NO_LIMITS } from "./touching-layer.ts";

/**
 * max-p (households ≥ 500) on a generated city, graph in hand: districts against seconds of one core,
 * longest step, memory beyond the input. `npx tsx --expose-gc test/bench/regionalization-large.ts [count] [seconds]`
 */
const COUNT = Number(process.argv[2] ?? 220_000);
const SECONDS = Number(process.argv[3] ?? 10);

const cpuSeconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
const rssMb = () => process.memoryUsage().rss / 2 ** 20;

const city = createTouchingCity(COUNT, 7);
const problem = createProblem({
  ...city,
  estimator: {} as Estimator,
  parameters: {
    ...DEFAULT_PARAMETERS,
    envelope: "terrain",
    agedBefore: null,
    limits: NO_LIMITS,
    objective: "max-p",
    threshold: { field: "households", min: 500 },
    method: "search",
    iterations: 100_000,
  },
});
globalThis.gc?.();
const inputMb = rssMb();
const start = cpuSeconds();
const steps = solve(problem);
let count = 0;
let [longestMs, peakMb, nextPrint] = [0, 0, 1];
const households = city.world.compounds.reduce((sum, c) => sum + c.households, 0);
console.log(`${COUNT} compounds, ${city.graph.links.count} links, ${households} households`);
for (;;) {
  const before = cpuSeconds();
  const step = steps.next();
  const stepMs = 1000 * (cpuSeconds() - before);
  if (count++ > 1) longestMs = Math.max(longestMs, stepMs);
  else if (count === 2) console.log(`pieces: ${stepMs.toFixed(0)} ms`);
  if (step.done) break;
  const spent = cpuSeconds() - start;
  if (spent >= nextPrint || spent > SECONDS) {
    peakMb = Math.max(peakMb, rssMb() - inputMb);
    const [leftOut, negative] = step.value.levels;
    console.log(
      `${spent.toFixed(1)} s: p ${-negative}, left out ${leftOut}, longest step ${longestMs.toFixed(0)} ms, ${peakMb.toFixed(0)} MB`,
    );
    nextPrint *= 2;
  }
  if (spent > SECONDS) break;
}
const end = steps.next("stop");
if (end.done) {
  const { levels, lowerBound, gap } = end.value.objective;
  console.log(
    `p ${-levels[1]} of at most ${-lowerBound[1]} (gap ${(100 * gap).toFixed(1)} %), left out ${levels[0]}; ${(cpuSeconds() - start).toFixed(1)} s with the plan`,
  );
}
