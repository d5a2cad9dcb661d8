import { openPeer } from "./regionalization-peers.ts";
import {
  type City,
  cpuSeconds,
  dissimilarity,
  FLOOR,
  problemOf,
  readCity,
  solveFor,
} from "./touching-layer.ts";

/**
 * max-p (households ≥ 500, queen links) beside jsgeoda on touching cities, in one run:
 * `npm i --no-save jsgeoda@0.2.3 && npx tsx test/bench/regionalization.ts FOLDER [sizes…]`, where
 * FOLDER holds city-N.geojson or city-N.geojson.gz with households, year and area (m²).
 */
const [folder = "", ...sizes] = process.argv.slice(2);
const SECONDS: Readonly<Record<number, readonly number[]>> = {
  738: [0.5, 1, 5],
  5000: [1, 2, 10],
  20000: [2, 10, 20],
};
/** Runs of each of the peer's methods; at 20 000 they take some ten minutes. */
const RUNS = 10;
/** Seconds for the peer's number of districts: its own, but 10 or a tenth of them at most. */
const secondsLike = (peer: number) => Math.min(peer, Math.max(10, peer / 10));
function printRow(...cells: (string | number)[]): void {
  console.log(`| ${cells.map((c) => (typeof c === "number" ? +c.toFixed(3) : c)).join(" | ")} |`);
}

async function measurePeer(size: number, city: City) {
  const peer = await openPeer({ ...city, floor: FLOOR });
  if (peer === null) return null;
  const best = { p: 0, pairwise: Infinity, squares: Infinity, seconds: 0 };
  for (const method of ["greedy", "sa"] as const) {
    const start = cpuSeconds();
    const found = dissimilarity(city.columns, peer.maxp(method, RUNS));
    const seconds = cpuSeconds() - start;
    printRow(size, `jsgeoda ${method} ×${RUNS}`, seconds, found.p, found.pairwise, found.squares);
    best.seconds += seconds;
    if (found.p < best.p) continue;
    if (found.p > best.p) Object.assign(best, { pairwise: Infinity, squares: Infinity });
    best.p = found.p;
    best.pairwise = Math.min(best.pairwise, found.pairwise);
    best.squares = Math.min(best.squares, found.squares);
  }
  return best;
}

printRow("compounds", "method", "CPU s", "p", "pairwise", "sum of squares");
printRow("---", "---", "---", "---", "---", "---");
for (const size of (sizes.length > 0 ? sizes : ["738", "5000", "20000"]).map(Number)) {
  const city = readCity(folder, size);
  if (city === null) {
    console.error(`no city-${size} in ${folder || "the folder given (none)"}`);
    continue;
  }
  for (const seconds of SECONDS[size] ?? [10]) {
    const { plan, seconds: spent } = solveFor(problemOf(city, {}), seconds);
    printRow(size, "count only", spent, -plan.objective.levels[1], "", "");
  }
  const attributes = ["z_year", "z_density"];
  for (const measure of ["pairwise", "ssd"] as const) {
    const problem = problemOf(city, { attributes, dissimilarity: measure });
    const { plan, seconds } = solveFor(problem, (SECONDS[size] ?? [10]).at(-1) ?? 10);
    const found = dissimilarity(city.columns, plan.zoning.assignment);
    printRow(size, `then ${measure}`, seconds, found.p, found.pairwise, found.squares);
  }
  const peer = await measurePeer(size, city);
  if (peer === null) continue;
  for (const measure of ["pairwise", "ssd"] as const) {
    const problem = problemOf(city, { attributes, dissimilarity: measure, districts: peer.p });
    const { plan, seconds } = solveFor(problem, secondsLike(peer.seconds));
    const found = dissimilarity(city.columns, plan.zoning.assignment);
    printRow(size, `at p ${peer.p}, ${measure}`, seconds, found.p, found.pairwise, found.squares);
    printRow(
      size,
      "ratio to jsgeoda",
      "",
      "",
      found.pairwise / peer.pairwise,
      found.squares / peer.squares,
    );
  }
}
