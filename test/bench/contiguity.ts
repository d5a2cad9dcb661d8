/**
 * Time and memory of the contiguity graph beside `JSON.parse` of the same compounds and beside Turf:
 * `node --expose-gc --import tsx test/bench/contiguity.ts [compounds …]`. Times are processor time
 * of this process, since the wall clock of a busy machine says little.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { serialize } from "node:v8";
import { buildGraph } from "../../src/core/contiguity/build-graph.ts";
import type { ContiguityGraph, ContiguityOptions } from "../../src/core/contiguity/graph.ts";
import { measureFacing } from "../../src/core/contiguity/measure-facing.ts";
import { type GraphChange, updateGraph } from "../../src/core/contiguity/update-graph.ts";
import type { World } from "../../src/core/ingest/world.ts";
import { createGapCity } from "./gap-city.ts";
import { linkByTurf } from "./turf-links.ts";

const OPTIONS: ContiguityOptions = { gapM: 30, links: "gap", added: [], removed: [] };
/** Streets are 30–80 m wide: at this gap barriers cut. */
const WIDE: ContiguityOptions = { ...OPTIONS, gapM: 60 };
const RUNS = 5;
const UPDATE_RUNS = 15;
/** Above this Turf takes minutes. */
const TURF_MOST = 20_000;
const SIZES = process.argv.slice(2).map(Number);

interface Times {
  readonly first: number;
  readonly median: number;
  readonly least: number;
}

function timeMs(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Times of the works in turn, so that a busy machine slows them alike. */
function timeInTurn(runs: number, ...works: (() => unknown)[]): Times[] {
  const times: number[][] = works.map(() => []);
  for (let run = 0; run < runs; run++) {
    works.forEach((work, w) => {
      times[w].push(timeMs(work));
    });
  }
  return times.map((all) => ({
    first: all[0],
    median: [...all].sort((p, q) => p - q)[runs >> 1],
    least: Math.min(...all),
  }));
}

function bytesOf(graph: ContiguityGraph): number {
  const columns = [graph, graph.links, graph.cuts].flatMap((part) => Object.values(part));
  return columns.reduce((sum, column) => sum + (column.byteLength ?? 0), 0);
}

/** Bytes that one build takes at its greatest beyond the world it is given, in a process of its own. */
function measurePeakBytes({ compounds, shapes, barriers, crossings }: World): number {
  const dir = mkdtempSync(join(tmpdir(), "pianqu-bench-"));
  const file = join(dir, "world");
  writeFileSync(file, serialize({ compounds, shapes, barriers, crossings }));
  const child = fileURLToPath(new URL("contiguity-memory.ts", import.meta.url));
  const flags = ["--expose-gc", "--import", "tsx", child, file];
  const bytes = Number(execFileSync(process.execPath, flags, { encoding: "utf8" }));
  rmSync(dir, { recursive: true });
  return bytes;
}

/** Least processor time of each kind of update as a share of `buildMs`: 1/n. */
function measureUpdates(world: World, graph: ContiguityGraph, buildMs: number): string[] {
  const at = world.barriers.length >> 1;
  const barrier = world.barriers[at];
  const without = { ...world, barriers: world.barriers.filter((_, b) => b !== at) };
  const before = buildGraph(without, OPTIONS);
  const [x, y] = barrier.paths[0];
  const crossing = { id: "extra", kind: "crossing", x, y };
  const passable = { ...world, crossings: [...world.crossings, crossing] };
  const pair = [graph.count >> 1, (graph.count >> 1) + 3] as const;
  const run = (from: ContiguityGraph, to: World, change: GraphChange, added = OPTIONS.added) =>
    updateGraph(from, to, { ...OPTIONS, added, change });
  const times = timeInTurn(
    UPDATE_RUNS,
    () => run(before, world, { kind: "barrier-added", at }),
    () => run(graph, without, { kind: "barrier-removed", at, barrier }),
    () => run(graph, passable, { kind: "crossing", crossing }),
    () => run(graph, world, { kind: "hand", pair }, [pair]),
  );
  return times.map(({ least }) => `1/${Math.round(buildMs / least)}`);
}

function countBeyond(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  let beyond = 0;
  for (const pair of one) if (!other.has(pair)) beyond++;
  return beyond;
}

/** Time of Turf's way at the wide gap as a multiple of `buildMs`, then what it misses and adds. */
function compareTurf(world: World, graph: ContiguityGraph, buildMs: number): (string | number)[] {
  const { links, cuts, count } = graph;
  const linked = new Set(Array.from(links.a, (a, l) => a * count + links.b[l]));
  const near = new Set(linked);
  cuts.a.forEach((a, c) => {
    near.add(a * count + cuts.b[c]);
  });
  let found = { near: new Set<number>(), links: new Set<number>() };
  const turfMs = timeMs(() => {
    found = linkByTurf(world, WIDE.gapM);
  });
  return [
    (turfMs / buildMs).toFixed(0),
    countBeyond(near, found.near),
    countBeyond(found.near, near),
    countBeyond(linked, found.links),
    countBeyond(found.links, linked),
  ];
}

function measureSize(count: number): (string | number)[][] {
  const { world, writeText } = createGapCity(count, 7);
  const text = writeText();
  const peakBytes = measurePeakBytes(world);
  const build = () => buildGraph(world, OPTIONS);
  const [parse, link, wide] = timeInTurn(
    RUNS,
    () => JSON.parse(text),
    build,
    () => buildGraph(world, WIDE),
  );
  const graph = build();
  const wideGraph = buildGraph(world, WIDE);
  const [facing] = timeInTurn(3, () => measureFacing(world, graph, OPTIONS.gapM));
  const xyBytes = world.shapes.xy.byteLength;
  const time = [
    count,
    world.barriers.length,
    (text.length / 1e6).toFixed(1),
    parse.median.toFixed(1),
    link.median.toFixed(1),
    (link.median / parse.median).toFixed(2),
    (link.least / parse.least).toFixed(2),
    (link.first / parse.first).toFixed(2),
    (wide.median / parse.median).toFixed(2),
    ((link.median + facing.median) / parse.median).toFixed(2),
    ((1000 * link.median) / count).toFixed(1),
  ];
  const size = [
    count,
    graph.links.count,
    wideGraph.links.count,
    wideGraph.cuts.count,
    (xyBytes / 1e6).toFixed(1),
    (bytesOf(graph) / xyBytes).toFixed(2),
    (peakBytes / 1e6).toFixed(1),
    (peakBytes / xyBytes).toFixed(2),
  ];
  const updates = [count, ...measureUpdates(world, graph, link.least)];
  const turf = count <= TURF_MOST ? [count, ...compareTurf(world, wideGraph, wide.median)] : [];
  return [time, size, updates, turf];
}

const HEADS = [
  "compounds | barriers | file MB | parse ms | graph ms | ratio | of the least times | of the first runs | gap 60 m | with facing | µs per compound",
  "compounds | links | links at 60 m | cuts at 60 m | coordinates MB | graph / coordinates | peak MB | peak / coordinates",
  "compounds | barrier added | barrier removed | crossing | pair by hand",
  "compounds | Turf time / graph time | near pairs missed | near pairs added | links missed | links added",
];

const rows = (SIZES.length > 0 ? SIZES : [738, 5000, 20_000, 100_000, 220_000]).map(measureSize);
HEADS.forEach((head, table) => {
  console.log(`\n| ${head} |\n|${"---|".repeat(head.split("|").length)}`);
  for (const tables of rows) {
    if (tables[table].length > 0) console.log(`| ${tables[table].join(" | ")} |`);
  }
});
