import { readFileSync } from "node:fs";
import {
  DEFAULT_PARAMETERS,
  type PlanParameters,
  prepare,
  readWorld,
  solve,
} from "../../src/core/index.ts";
import { NO_DECISIONS } from "../../src/core/scenario/recipe.ts";
import { NO_LIMITS } from "./touching-layer.ts";

/**
 * Max-p results published in spopt's tests, the same problems here (pairwise, not standardised):
 * `npx tsx test/bench/regionalization-published.ts FOLDER`, FOLDER with mexico.geojson and columbus.geojson.
 */
const [folder = "."] = process.argv.slice(2);
const DECADES = [1950, 1960, 1970, 1980, 1990, 2000].map((year) => `PCGDP${year}`);
const COLUMBUS = ["HOVAL", "INC", "CRIME"];
const CASES = [
  { file: "mexico", attributes: DECADES, min: 4, published: 8 },
  { file: "mexico", attributes: DECADES, min: 10, published: 3 },
  { file: "mexico", attributes: ["PCGDP2000"], min: 5, published: 6 },
  { file: "columbus", attributes: COLUMBUS, min: 5, published: null },
  { file: "columbus", attributes: COLUMBUS, min: 10, published: null },
];

console.log(
  "| file | attributes | floor | p published | p | dissimilarity (5 seeds, best … worst) | ms |",
);
console.log("|---|---|---|---|---|---|---|");
for (const { file, attributes, min, published } of CASES) {
  const text = readFileSync(`${folder}/${file}.geojson`, "utf8");
  const read = { fieldMap: {}, crs: null };
  const world = readWorld([{ role: "compounds", name: file, text }], read);
  const found: { p: number; value: number; ms: number }[] = [];
  for (const seed of [1, 2, 3, 4, 5]) {
    const parameters: PlanParameters = {
      ...DEFAULT_PARAMETERS,
      ...{ envelope: "terrain", links: "queen", agedBefore: null, limits: NO_LIMITS },
      ...{ objective: "max-p", threshold: { field: "count", min }, attributes },
      ...{ dissimilarity: "pairwise", method: "search", iterations: 500, seed },
    };
    const recipe = { read, parameters, ...NO_DECISIONS };
    const { problem } = prepare(world, recipe);
    const start = process.cpuUsage();
    const steps = solve(problem);
    let step = steps.next();
    while (!step.done) step = steps.next();
    const { user } = process.cpuUsage(start);
    const [, negative, value] = step.value.objective.levels;
    found.push({ p: -negative, value, ms: user / 1000 });
  }
  const values = found.map(({ value }) => value);
  const cells = [
    ...[file, attributes.length, min, published ?? "–", found.map(({ p }) => p).join(" ")],
    `${Math.min(...values).toFixed(1)} … ${Math.max(...values).toFixed(1)}`,
    Math.max(...found.map(({ ms }) => ms)).toFixed(0),
  ];
  console.log(`| ${cells.join(" | ")} |`);
}
