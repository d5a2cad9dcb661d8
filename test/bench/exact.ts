/**
 * Exact method and bounds on touching cities: `npx tsx test/bench/exact.ts [city.geojson …]`.
 * Processor time, not the clock; the share of JSON.parse of the same bytes makes machines compare.
 */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { cpuUsage, argv as words } from "node:process";
import { gunzipSync } from "node:zlib";
import loadHighs from "highs";
import {
  DEFAULT_PARAMETERS,
  highsSolver,
  type LinearSolver,
  NO_DECISIONS,
  type Problem,
  prepare,
  readWorld,
} from "../../src/core/index.ts";
import { ascendPrices } from "../../src/core/regionalization/exact/dual-ascent.ts";
import { enumerateSets } from "../../src/core/regionalization/exact/enumerate-sets.ts";
import { provePacking } from "../../src/core/regionalization/exact/prove-packing.ts";
import type { SetPool } from "../../src/core/regionalization/exact/set-pool.ts";
import { solveSetProgram } from "../../src/core/regionalization/exact/solve-set-program.ts";
import { createPieces, type Piece } from "../../src/core/regionalization/piece.ts";

const THRESHOLD = { field: "households", min: 500 };
const OFF = {
  minHouseholds: null,
  idealHouseholds: 800,
  maxHouseholds: null,
  minFloorAreaM2: null,
  idealFloorAreaM2: 70_000,
  maxFloorAreaM2: null,
  maxCompounds: null,
  maxSpanM: null,
  maxBreakEvenFeeYuanPerM2Month: null,
};
/** Sets beyond which proving is left out and only the bound measured. */
const MOST_TO_PROVE = 20_000;

function spentMs<T>(work: () => T): { readonly result: T; readonly ms: number } {
  const start = cpuUsage();
  const result = work();
  return { result, ms: cpuUsage(start).user / 1000 };
}

function finish<T>(steps: Generator<void, T, void>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

function readCity(path: string): { readonly text: string; readonly problem: Problem } {
  const bytes = readFileSync(path);
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString();
  const read = { fieldMap: {}, crs: null };
  const world = readWorld([{ name: basename(path), text, role: "compounds" }], read);
  const parameters = {
    ...DEFAULT_PARAMETERS,
    envelope: "terrain",
    links: "queen",
    agedBefore: null,
    limits: OFF,
    objective: "max-p",
    threshold: THRESHOLD,
  } as const;
  const recipe = { read, parameters, ...NO_DECISIONS };
  return { text, problem: prepare(world, recipe).problem };
}

function packingOf(piece: Piece, pool: SetPool) {
  return {
    rows: piece.count,
    pool,
    cost: new Float64Array(pool.count).fill(-1),
    exact: new Uint8Array(piece.count),
    integral: true,
    sides: [],
  };
}

/** Disjoint sets of least threshold first: a start that any search beats. */
function greedyPacking(piece: Piece, pool: SetPool): number[][] {
  const members = (k: number) => [...pool.node.subarray(pool.start[k], pool.start[k + 1])];
  const worth = Float64Array.from({ length: pool.count }, (_, k) =>
    members(k).reduce((sum, i) => sum + piece.threshold[i], 0),
  );
  const taken = new Uint8Array(piece.count);
  const packing: number[][] = [];
  for (const k of [...worth.keys()].sort((a, b) => worth[a] - worth[b] || a - b)) {
    const nodes = members(k);
    if (nodes.some((i) => taken[i])) continue;
    for (const i of nodes) taken[i] = 1;
    packing.push(nodes);
  }
  return packing;
}

/** A solver that keeps the longest single call. */
function watched(solver: LinearSolver): LinearSolver & { longestMs: number } {
  const watch = <T>(work: () => T): T => {
    const { result, ms } = spentMs(work);
    self.longestMs = Math.max(self.longestMs, ms);
    return result;
  };
  const self = {
    longestMs: 0,
    open(model: Parameters<LinearSolver["open"]>[0]) {
      const session = solver.open(model);
      return { ...session, run: (steps: number) => watch(() => session.run(steps)) };
    },
    solveInteger: (...args: Parameters<LinearSolver["solveInteger"]>) =>
      watch(() => solver.solveInteger(...args)),
  };
  return self;
}

function provePiece(problem: Problem, piece: Piece, pool: SetPool, highs: LinearSolver): void {
  const solver = watched(highs);
  const districts = greedyPacking(piece, pool);
  const incumbent = { districts, householdsLeftOut: 0, levels: [-districts.length, 0] };
  const budget = {
    mayChoose: true,
    maskNodes: 20,
    visited: 3_000_000,
    sets: 600_000,
    solverSets: MOST_TO_PROVE,
  };
  const { objective } = problem;
  const { result, ms } = spentMs(() =>
    finish(provePacking(piece, { objective, solver, incumbent, budget })),
  );
  const limit = result.bound?.[1] ?? 0;
  const program = packingOf(piece, pool);
  const proof = spentMs(() => {
    const prices = finish(ascendPrices(program, { share: piece.threshold }));
    return finish(solveSetProgram(program, { solver: highs, prices, incumbent: limit }));
  });
  const found = result.partition?.districts.length ?? districts.length;
  console.log(
    `  exact from ${districts.length}: p ${found}, no plan above ${-limit}, ` +
      `${ms.toFixed(0)} ms, longest solver call ${solver.longestMs.toFixed(0)} ms; ` +
      `from a plan of ${-limit} ${proof.result.optimal ? "proven" : "not proven"} in ${proof.ms.toFixed(0)} ms`,
  );
}

const highs = highsSolver(await loadHighs());
for (const path of words.slice(2)) {
  const { text, problem } = readCity(path);
  const parse = spentMs(() => JSON.parse(text)).ms;
  for (const piece of createPieces(problem)) {
    const sets = spentMs(() =>
      finish(enumerateSets(piece, { minimal: true, maxVisited: 100_000_000 })),
    );
    if (!sets.result) continue;
    const program = packingOf(piece, sets.result);
    const dual = spentMs(() => finish(ascendPrices(program, { share: piece.threshold })));
    console.log(
      `${basename(path)}: ${piece.count} nodes, ${sets.result.count} minimal sets in ` +
        `${sets.ms.toFixed(0)} ms (${(sets.ms / parse).toFixed(2)} × parse), dual bound ` +
        `${(-dual.result.bound).toFixed(2)} in ${dual.ms.toFixed(0)} ms (${(dual.ms / parse).toFixed(1)} ×)`,
    );
    if (sets.result.count <= MOST_TO_PROVE) provePiece(problem, piece, sets.result, highs);
  }
}
