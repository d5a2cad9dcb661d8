/**
 * The estimate against what is published, and what it costs:
 * `node --expose-gc --import tsx test/bench/estimate.ts [SIZE …]`, sizes 738 20000 220000 unless given.
 * Part 1 is the back-test; part 2 times all compounds, all districts, and the update of one move
 * against estimating its two districts from scratch, at several numbers of districts.
 */
import { generateCity } from "../../data/generate-city.ts";
import { buildGraph } from "../../src/core/contiguity/build-graph.ts";
import type { ContiguityGraph } from "../../src/core/contiguity/graph.ts";
import {
  type AssumptionValues,
  createEstimator,
  type Estimator,
  guessRole,
  readWorld,
  resolveAssumptions,
  SHIPPED_SETS,
  valuesOfSet,
} from "../../src/core/index.ts";
import { costKernel } from "../../src/core/regionalization/kernel.ts";
import { graphFromEdges } from "../graph-builder.ts";
import { box, worldFromPolygons } from "../world-builder.ts";
import { createGapCity } from "./gap-city.ts";

type Values = Partial<AssumptionValues>;

/** Managed estates are twenty years old or younger and have no homes without a payer here. */
const STANDARD: Values = { service_level: 2, age_load: 0, reference_year: 2022 };

function project(floorAreaM2: number, households: number, values: Values) {
  const world = worldFromPolygons([
    { parts: box(0, 0, 200, 200), floorAreaM2, households, gates: floorAreaM2 < 10_000 ? 1 : 2 },
  ]);
  return createEstimator(world, graphFromEdges(1, []), resolveAssumptions(values)).district([0]);
}

function line(name: string, published: number, predicted: number, digits = 0): string {
  const error = ((predicted / published - 1) * 100).toFixed(1);
  return `| ${name} | ${published.toFixed(digits)} | ${predicted.toFixed(digits)} | ${error} % |`;
}

/** Chuxiong, April 2022: 134 residential projects and 27 others of 161.36 × 10⁴ m², 3 423 staff. */
function backTestChuxiong(name: string, values: Values): string[] {
  const mean = project(71_104, 493, values).staff.total;
  const other = project(Math.round(1_613_600 / 27), 0, values).staff.total;
  const sources = generateCity({ seed: 2022, compounds: 738 }).map((file) => ({
    ...file,
    role: guessRole(file.name, file.text),
  }));
  const world = readWorld(sources, { fieldMap: {}, crs: null });
  const estimator = createEstimator(
    world,
    graphFromEdges(world.compounds.length, []),
    resolveAssumptions(values),
  );
  const managed = world.compounds.flatMap((c, i) => (c.managed ? [estimator.district([i])] : []));
  const sum = (of: (e: (typeof managed)[number]) => number) =>
    managed.reduce((s, e) => s + of(e), 0);
  const staff = sum((e) => e.staff.total);
  const areaM2 = sum((e) => e.floorAreaM2);
  return [
    line(`${name}: staff, 134 equal projects + 27 others`, 3423, 134 * mean + 27 * other),
    line(`${name}: staff, demo city's estates + 27 others`, 3423, staff + 27 * other),
    line(
      `${name}: staff per 10⁴ m², both`,
      3.07,
      (staff + 27 * other) / ((areaM2 + 1_613_600) / 1e4),
      2,
    ),
    line(
      `${name}: households of the demo city's estates`,
      66_088,
      sum((e) => e.households),
    ),
    line(`${name}: floor area of them, 10⁴ m²`, 952.8, areaM2 / 1e4, 1),
  ];
}

/** m² per member of staff by project size; a Chinese norm, the middle of its range. */
function backTestNorm(): string[] {
  const classes: [name: string, areaM2: number, m2PerPerson: number][] = [
    ["3 × 10⁴ m² (class < 5): m² per person", 30_000, 2_750],
    ["7.5 × 10⁴ m² (class 5–10)", 75_000, 3_250],
    ["20 × 10⁴ m² (class 10–30)", 200_000, 3_500],
  ];
  return classes.map(([name, areaM2, published]) => {
    const e = project(areaM2, areaM2 / 100, STANDARD);
    return line(name, published, areaM2 / e.staff.total);
  });
}

/** Korean common charges by households, as multiples of the class from 1 000 on (K-apt 2018-12). */
function backTestKorea(): string[] {
  const cost = (households: number) => {
    const e = project(households * 100, households, STANDARD);
    return e.costYuan / e.floorAreaM2;
  };
  const base = cost(1_300);
  return (
    [
      ["150–299 households (224)", 224, 1164 / 981],
      ["300–499 (400)", 400, 1052 / 981],
      ["500–999 (750)", 750, 1005 / 981],
    ] as const
  ).map(([name, households, published]) =>
    line(`K-apt ${name}: cost per m² ÷ class from 1 000`, published, cost(households) / base, 3),
  );
}

function backTest(): void {
  console.log("| figure | published | predicted | error |\n|---|---|---|---|");
  const calibrated = { ...STANDARD, ...valuesOfSet(SHIPPED_SETS[0]) };
  for (const row of [
    ...backTestChuxiong("standard level", STANDARD),
    ...backTestChuxiong("set chuxiong-2022", calibrated),
    ...backTestNorm(),
    ...backTestKorea(),
  ]) {
    console.log(row);
  }
}

/** Connected groups of up to `size` compounds, in order of index. */
function groups(graph: ContiguityGraph, size: number): number[][] {
  const free = new Uint8Array(graph.count).fill(1);
  const all: number[][] = [];
  for (let start = 0; start < graph.count; start++) {
    if (!free[start]) continue;
    const group = [start];
    free[start] = 0;
    for (let k = 0; k < group.length && group.length < size; k++) {
      for (let e = graph.offset[group[k]]; e < graph.offset[group[k] + 1]; e++) {
        const j = graph.neighbor[e];
        if (!free[j] || group.length >= size) continue;
        free[j] = 0;
        group.push(j);
      }
    }
    all.push(group);
  }
  return all;
}

function msOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** One compound goes from one district to another: what both cost afterwards. */
interface Move {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly fromSums: Float64Array;
  readonly toSums: Float64Array;
}

function timeMoves(estimator: Estimator, districts: readonly number[][]) {
  const count = estimator.sums.length / 13;
  const kernel = costKernel(
    {
      count,
      memberStart: Uint32Array.from({ length: count + 1 }, (_, i) => i),
      member: Uint32Array.from({ length: count }, (_, i) => i),
    },
    estimator,
  );
  const sumsOf = (members: readonly number[]) => {
    const sums = new Float64Array(kernel.moments);
    for (const i of members) {
      for (let s = 0; s < kernel.moments; s++) sums[s] += kernel.momentOf[i * kernel.moments + s];
    }
    return sums;
  };
  const some = districts.filter((d) => d.length > 1).slice(0, 400);
  const moves = some.map((members, k): Move => {
    const rest = members.slice(0, -1);
    const to = some[(k + 1) % some.length];
    return {
      from: Int32Array.from(rest),
      to: Int32Array.from(to),
      fromSums: sumsOf(rest),
      toSums: sumsOf(to),
    };
  });
  const rest = { list: moves[0].from, from: 0, to: 0, sums: moves[0].fromSums, at: 0 };
  const net = new Float64Array(1);
  const update = (move: Move, node: number) => {
    rest.list = move.from;
    rest.to = move.from.length;
    rest.sums = move.fromSums;
    net[0] += kernel.left(rest, node, 0);
    rest.list = move.to;
    rest.to = move.to.length;
    rest.sums = move.toSums;
    net[0] += kernel.joined(rest, node, 0);
  };
  const updates = 200_000;
  const run = (times: number) => {
    for (let k = 0; k < times; k++)
      update(moves[k % moves.length], some[k % some.length].at(-1) ?? 0);
  };
  run(updates);
  globalThis.gc?.();
  const heap = process.memoryUsage().heapUsed;
  const updateUs = (msOf(() => run(updates)) * 1000) / updates;
  const bytes = (process.memoryUsage().heapUsed - heap) / updates;
  const scratch = (times: number) => {
    for (let k = 0; k < times; k++) {
      net[0] += estimator.district(some[k % some.length]).netCostYuan;
      net[0] += estimator.district(some[(k + 1) % some.length]).netCostYuan;
    }
  };
  const lean = (times: number) => {
    for (let k = 0; k < times; k++) {
      const [a, b] = [some[k % some.length], some[(k + 1) % some.length]];
      net[0] += estimator.netCostYuan(a, a.length) + estimator.netCostYuan(b, b.length);
    }
  };
  lean(20_000);
  const leanUs = (msOf(() => lean(100_000)) * 1000) / 100_000;
  scratch(5_000);
  const scratchUs = (msOf(() => scratch(20_000)) * 1000) / 20_000;
  if (!Number.isFinite(net[0])) throw new Error("a net cost is not finite");
  return { updateUs, leanUs, scratchUs, bytes };
}

function timeCity(size: number): void {
  const { world, writeText } = createGapCity(size, 1);
  const text = writeText();
  const graph = buildGraph(world, { gapM: 30, links: "gap", added: [], removed: [] });
  JSON.parse(text);
  const parseMs = msOf(() => JSON.parse(text));
  let estimator = createEstimator(world, graph, resolveAssumptions({}));
  const buildMs = msOf(() => {
    estimator = createEstimator(world, graph, resolveAssumptions({}));
  });
  const compoundsMs = msOf(() => {
    for (let i = 0; i < size; i++) estimator.compound(i);
  });
  for (const most of [3, 6, 12]) {
    const districts = groups(graph, most);
    const districtsMs = msOf(() => {
      for (const members of districts) estimator.district(members);
    });
    const { updateUs, leanUs, scratchUs, bytes } = timeMoves(estimator, districts);
    console.log(
      `| ${size} | ${districts.length} | ${(buildMs / parseMs).toFixed(2)} | ${(compoundsMs / parseMs).toFixed(2)} | ${(districtsMs / parseMs).toFixed(2)} | ${updateUs.toFixed(2)} | ${leanUs.toFixed(2)} | ${scratchUs.toFixed(1)} | 1/${(scratchUs / updateUs).toFixed(0)} | ${bytes.toFixed(2)} |`,
    );
  }
}

backTest();
console.log(
  "\n| compounds | districts | estimator ÷ JSON.parse | all compounds ÷ it | all districts ÷ it | one move, µs | both net costs anew, µs | both districts anew, µs | move ÷ districts | bytes per move |\n|---|---|---|---|---|---|---|---|---|---|",
);
const sizes = process.argv.slice(2).map(Number);
for (const size of sizes.length > 0 ? sizes : [738, 20_000, 220_000]) timeCity(size);
