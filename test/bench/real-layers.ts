/**
 * Tables of the contiguity graph on real layers: `node --import tsx test/bench/real-layers.ts DIR`,
 * DIR the folder with `hangzhou/`, `nycha/`, `maxp/` and `touching/`. Layers that are missing are
 * said and passed over.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { buildGraph } from "../../src/core/contiguity/build-graph.ts";
import { labelComponents } from "../../src/core/contiguity/components.ts";
import {
  type CutOffReason,
  explainComponents,
} from "../../src/core/contiguity/explain-component.ts";
import type { ContiguityGraph, ContiguityOptions } from "../../src/core/contiguity/graph.ts";
import { readWorld } from "../../src/core/ingest/read-world.ts";
import type { SourceRole, World } from "../../src/core/ingest/world.ts";
import { checkSample } from "./check-sample.ts";

const PLAIN = { added: [], removed: [] } as const;
const GAPS_M = [10, 30, 50, 100];
const SAMPLE = 12;
const TOUCHING = [
  { name: "Mexico, rounded", path: "maxp/mexico.geojson", stated: "69 / 65" },
  { name: "Columbus", path: "maxp/columbus.geojson", stated: "118 / 100" },
  { name: "city-738", path: "touching/city-738.geojson", stated: "1285 / –" },
  { name: "city-5000", path: "touching/city-5000.geojson.gz", stated: "8852 / –" },
  { name: "city-20000", path: "touching/city-20000.geojson.gz", stated: "35379 / –" },
];
const CITIES = [
  {
    name: "Hangzhou, water",
    compounds: "hangzhou/hangzhou_core_window.geojson",
    barriers: "hangzhou/hangzhou_core_water.geojson",
  },
  {
    name: "New York, major roads",
    compounds: "nycha/nycha_joined.geojson",
    barriers: "nycha/nyc_osm_major_roads.geojson",
  },
];
const REASONS: readonly CutOffReason[] = [
  "hand",
  "crossing",
  "envelope",
  "gap",
  "gap-and-crossing",
  "alone",
];

function readFiles(dir: string, files: readonly (readonly [SourceRole, string])[]): World | null {
  const missing = files.filter(([, path]) => !existsSync(join(dir, path)));
  for (const [, path] of missing) console.log(`(${path} is missing)`);
  if (missing.length > 0) return null;
  const sources = files.map(([role, path]) => {
    const bytes = readFileSync(join(dir, path));
    const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
    return { role, name: path, text };
  });
  return readWorld(sources, { fieldMap: {}, crs: null });
}

function printTouching(dir: string): void {
  console.log(
    "\n| layer | compounds | queen | rook | stated queen / rook |\n|---|---|---|---|---|",
  );
  for (const { name, path, stated } of TOUCHING) {
    const world = readFiles(dir, [["compounds", path]]);
    if (world === null) continue;
    const count = (links: ContiguityOptions["links"]) =>
      buildGraph(world, { ...PLAIN, gapM: 30, links }).links.count;
    console.log(
      `| ${name} | ${world.compounds.length} | ${count("queen")} | ${count("rook")} | ${stated} |`,
    );
  }
}

/** How many of the stories asked for have each reason, in words. */
function countReasons(world: World, graph: ContiguityGraph, gapM: number): string {
  const { size } = labelComponents(graph);
  const stories = explainComponents(world, graph, { gapM }).filter(
    ({ component }) => size[component] === 1,
  );
  const counts = REASONS.map((reason) => [
    reason,
    stories.filter((story) => story.reason === reason).length,
  ]);
  return counts
    .filter(([, n]) => n !== 0)
    .map(([reason, n]) => `${n} ${reason}`)
    .join(", ");
}

function printCity(world: World, name: string): void {
  for (const gapM of GAPS_M) {
    const graph = buildGraph(world, { ...PLAIN, gapM, links: "gap" });
    const { count, size } = labelComponents(graph);
    const cells = [
      name,
      gapM,
      graph.links.count,
      graph.cuts.count,
      count,
      Math.max(...size),
      size.filter((members) => members === 1).length,
      countReasons(world, graph, gapM),
    ];
    console.log(`| ${cells.join(" | ")} |`);
  }
}

function printCities(dir: string): void {
  const worlds = CITIES.map(({ name, compounds, barriers }) => {
    const files = [["compounds", compounds] as const, ["barriers", barriers] as const];
    return { name, world: readFiles(dir, files) };
  });
  console.log(
    "\n| layer | gap m | links | cuts | components | largest | isolates | isolates by reason |",
  );
  console.log("|---|---|---|---|---|---|---|---|");
  for (const { name, world } of worlds) if (world !== null) printCity(world, name);
  console.log(
    "\n| layer | gap m | pairs within the gap | brute force | greatest difference of gaps m | sample of links and cuts | Turf agrees |",
  );
  console.log("|---|---|---|---|---|---|---|");
  for (const { name, world } of worlds) {
    if (world === null) continue;
    for (const gapM of [30, 100]) {
      const graph = buildGraph(world, { ...PLAIN, gapM, links: "gap" });
      const found = checkSample(world, { graph, gapM, sample: SAMPLE });
      console.log(`| ${[name, gapM, ...found].join(" | ")} |`);
    }
  }
}

const [dir] = process.argv.slice(2);
if (dir === undefined || !existsSync(dir)) {
  console.error("Name the folder with the real layers: real-layers.ts DIR; there is none here.");
  process.exitCode = 2;
} else {
  printTouching(dir);
  printCities(dir);
}
