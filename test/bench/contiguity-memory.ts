/**
 * Child of contiguity.ts: reads a world written by it, builds one graph and prints the bytes by which
 * the process grew at its greatest beyond what it held with the world read.
 */
import { readFileSync } from "node:fs";
import { deserialize } from "node:v8";
import { buildGraph } from "../../src/core/contiguity/build-graph.ts";

const world = deserialize(readFileSync(process.argv[2]));
globalThis.gc?.();
const before = process.memoryUsage().rss;
buildGraph(world, { gapM: 30, links: "gap", added: [], removed: [] });
console.log(Math.max(0, process.resourceUsage().maxRSS * 1024 - before));
