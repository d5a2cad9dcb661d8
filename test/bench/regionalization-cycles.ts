import { dissimilarity, problemOf, readCity, solveFor } from "./touching-layer.ts";

/**
 * Dissimilarity at a given number of districts with planned iterations, without a limit of time:
 * `npx tsx test/bench/regionalization-cycles.ts FOLDER SIZE P pairwise|ssd ITERATIONS [seeds…]`, e.g.
 * `… 20000 3815 ssd 500 1`. Up to 500 iterations are one cycle from hot to cold.
 */
const [folder = "", size, p, measure, iterations, ...seeds] = process.argv.slice(2);
const city = readCity(folder, Number(size));
if (city === null || (measure !== "pairwise" && measure !== "ssd"))
  throw new Error("FOLDER SIZE P pairwise|ssd ITERATIONS [seeds…], with city-SIZE in the folder");
console.log("| compounds | p | iterations | seed | CPU s | pairwise | sum of squares |");
console.log("| --- | --- | --- | --- | --- | --- | --- |");
for (const seed of seeds.length > 0 ? seeds.map(Number) : [1]) {
  const attributes = ["z_year", "z_density"];
  const aim = { attributes, dissimilarity: measure, districts: Number(p) } as const;
  const problem = problemOf(city, { ...aim, iterations: Number(iterations), seed });
  const { plan, seconds } = solveFor(problem, Number.POSITIVE_INFINITY);
  const found = dissimilarity(city.columns, plan.zoning.assignment);
  const cells = [seconds, found.pairwise, found.squares].map((value) => value.toFixed(1));
  console.log(`| ${[size, found.p, iterations, seed, ...cells].join(" | ")} |`);
}
