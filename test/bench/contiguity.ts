import { buildGraph } from "../../src/core/contiguity/build-graph.ts";
import type { ContiguityGraph, ContiguityOptions } from "../../src/core/contiguity/graph.ts";
import { measureFacing } from "../../src/core/contiguity/measure-facing.ts";
import { updateGraph } from "../../src/core/contiguity/update-graph.ts";
import { createGapCity } from "./gap-city.ts";

const OPTIONS: ContiguityOptions = { gapM: 30, links: "gap", added: [], removed: [] };
const RUNS = 5;
const SIZES = process.argv.slice(2).map(Number);

/** Times of the works in turn, so that a busy machine slows them alike. */
function timeInTurn(...works: (() => unknown)[]): { first: number; median: number }[] {
  const times: number[][] = works.map(() => []);
  for (let run = 0; run < RUNS; run++) {
    works.forEach((work, w) => {
      const start = performance.now();
      work();
      times[w].push(performance.now() - start);
    });
  }
  return times.map((all) => ({
    first: all[0],
    median: [...all].sort((p, q) => p - q)[RUNS >> 1],
  }));
}

function bytesOf(graph: ContiguityGraph): number {
  const columns = [graph, graph.links, graph.cuts].flatMap((part) => Object.values(part));
  return columns.reduce((sum, column) => sum + (column.byteLength ?? 0), 0);
}

/** Memory that one build takes at its greatest beyond what was there, as far as it shows. */
function measurePeakBytes(build: () => ContiguityGraph): number {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  build();
  return Math.max(0, process.resourceUsage().maxRSS * 1024 - before);
}

console.log(
  "| compounds | barrier lines | MB | parse ms | graph ms | ratio | first run | with facing | gap 60 m | one barrier / graph | links | cuts at 60 m | graph/xy | peak/xy |",
);
console.log("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
for (const count of SIZES.length > 0 ? SIZES : [738, 5000, 20_000, 100_000, 220_000]) {
  const city = createGapCity(count, 7);
  const { world } = city;
  const build = () => buildGraph(world, OPTIONS);
  const peak = measurePeakBytes(build);
  const text = city.writeText();
  const graph = build();
  const buildWide = () => buildGraph(world, { ...OPTIONS, gapM: 60 });
  const at = world.barriers.length >> 1;
  const without = { ...world, barriers: world.barriers.filter((_, b) => b !== at) };
  const before = buildGraph(without, OPTIONS);
  const change = { kind: "barrier-added", at } as const;
  const [parse, link, facing, wide, update] = timeInTurn(
    () => JSON.parse(text),
    build,
    () => measureFacing(world, graph, OPTIONS.gapM),
    buildWide,
    () => updateGraph(before, world, { ...OPTIONS, change }),
  );
  const xyBytes = world.shapes.xy.byteLength;
  const cells = [
    count,
    world.barriers.length,
    (text.length / 1e6).toFixed(1),
    parse.median.toFixed(1),
    link.median.toFixed(1),
    (link.median / parse.median).toFixed(2),
    (link.first / parse.first).toFixed(2),
    ((link.median + facing.median) / parse.median).toFixed(2),
    (wide.median / parse.median).toFixed(2),
    (update.median / link.median).toFixed(2),
    graph.links.count,
    buildWide().cuts.count,
    (bytesOf(graph) / xyBytes).toFixed(2),
    (peak / xyBytes).toFixed(2),
  ];
  console.log(`| ${cells.join(" | ")} |`);
}
