import { createRng } from "../../src/core/base/rng.ts";
import { buildGraph } from "../../src/core/contiguity/build-graph.ts";
import {
  type Point,
  type TestBarrier,
  type TestCompound,
  worldFromPolygons,
} from "../world-builder.ts";

const BLOCK = 4;
const LANE_M = 8;
const CELL_M = 110;
const STREET_M = 18;

/** A town of walled compounds on a jittered grid: lanes inside blocks of 4 × 4, streets between. */
function town(count: number, seed: number) {
  const rng = createRng(seed);
  const side = Math.ceil(Math.sqrt(count));
  const at = (k: number) => k * CELL_M + Math.floor(k / BLOCK) * STREET_M;
  const compounds: TestCompound[] = [];
  for (let i = 0; i < count; i++) {
    const x = at(i % side);
    const y = at(Math.floor(i / side));
    const size = CELL_M - LANE_M;
    const corners = 8 + rng.int(20);
    const ring = Array.from({ length: corners }, (_, k): Point => {
      const t = (4 * k) / corners;
      const edge = Math.floor(t);
      const along = size * (t - edge);
      const inward = 6 * rng.real();
      if (edge === 0) return [x + along, y + inward];
      if (edge === 1) return [x + size - inward, y + along];
      if (edge === 2) return [x + size - along, y + size - inward];
      return [x + inward, y + size - along];
    });
    compounds.push({ id: String(i).padStart(7, "0"), parts: [[ring]] });
  }
  const reach = at(side);
  const barriers: TestBarrier[] = [];
  for (let k = BLOCK; k < side; k += BLOCK) {
    const middle = at(k) - (STREET_M + LANE_M) / 2;
    const barrierClass = (k / BLOCK) % 3 === 0 ? "hard" : "penalised";
    for (let s = 0; s < reach; s += 200) {
      barriers.push({
        barrierClass,
        paths: [
          [
            [middle, s],
            [middle, s + 200],
          ],
        ],
      });
      barriers.push({
        barrierClass,
        paths: [
          [
            [s, middle],
            [s + 200, middle],
          ],
        ],
      });
    }
  }
  return worldFromPolygons(compounds, { barriers, crossings: [[at(12) - 13, at(6)]] });
}

function medianMs(runs: number, work: () => unknown): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.sort((p, q) => p - q)[Math.floor(runs / 2)];
}

console.log("| compounds | JSON.parse ms | graph ms | ratio | links | cut |");
console.log("|---|---|---|---|---|---|");
for (const count of [738, 5000, 20000]) {
  const world = town(count, 7);
  const text = JSON.stringify({
    type: "FeatureCollection",
    features: world.compounds.map((c) => ({
      type: "Feature",
      id: c.id,
      geometry: c.geometry,
      properties: { households: c.households, floor_area: c.floorAreaM2, built_year: c.builtYear },
    })),
  });
  const options = { gapM: 30, links: "gap", added: [], removed: [] } as const;
  const graph = buildGraph(world, options);
  const parseMs = medianMs(5, () => JSON.parse(text));
  const graphMs = medianMs(5, () => buildGraph(world, options));
  const cells = [count, parseMs.toFixed(1), graphMs.toFixed(1), (graphMs / parseMs).toFixed(2)];
  console.log(`| ${[...cells, graph.links.count, graph.cuts.count].join(" | ")} |`);
}
