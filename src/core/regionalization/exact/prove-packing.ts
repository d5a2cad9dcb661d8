import type { Piece } from "../piece.ts";
import { ascendPrices } from "./dual-ascent.ts";
import { enumerateSets } from "./enumerate-sets.ts";
import { improvePacking } from "./improve-packing.ts";
import type { PiecePartition } from "./partition-piece.ts";
import { compoundsOf, nodesOfSets } from "./piece-sets.ts";
import { openMemory, type PieceProof, type ProofOptions } from "./proof-options.ts";
import { searchPacking } from "./search-packing.ts";
import { safeBound, setsOfNodes } from "./set-program.ts";
import { solveSetProgram } from "./solve-set-program.ts";

/** The packing among the programs of its piece. */
const PRICES = "packing";

/** Whether any node may join any district next to it: then left-overs never stand in the way. */
function attachesFreely({ never, rules }: Piece): boolean {
  return (
    never.length === 0 &&
    rules.maxHouseholds === Infinity &&
    rules.maxFloorAreaM2 === Infinity &&
    rules.maxCompounds === Infinity &&
    rules.maxSpanM === Infinity
  );
}

/** Every other node joins the district that reaches it first, breadth first. */
function attach(piece: Piece, packed: readonly (readonly number[])[]): number[][] {
  const of = new Int32Array(piece.count).fill(-1);
  const districts = packed.map((nodes) => [...nodes]);
  const queue = districts.flat();
  districts.forEach((nodes, d) => {
    for (const i of nodes) of[i] = d;
  });
  for (let k = 0; k < queue.length; k++) {
    for (let e = piece.offset[queue[k]]; e < piece.offset[queue[k] + 1]; e++) {
      const next = piece.neighbor[e];
      if (of[next] >= 0) continue;
      of[next] = of[queue[k]];
      districts[of[next]].push(next);
      queue.push(next);
    }
  }
  return districts.map((nodes) => nodes.sort((a, b) => a - b)).sort((a, b) => a[0] - b[0]);
}

function valued(
  piece: Piece,
  districts: readonly (readonly number[])[],
  { objective }: ProofOptions,
): PiecePartition {
  const out = new Float64Array(objective.levels);
  const levels = new Array<number>(objective.levels).fill(0);
  for (const nodes of districts) {
    const members = compoundsOf(piece, nodes);
    objective.evaluate(members, members.length, out);
    out.forEach((value, l) => {
      levels[l] += value;
    });
  }
  return { districts, householdsLeftOut: 0, levels };
}

/**
 * Bound, and where it can be the optimum, of the number of districts: every district holds a minimal
 * connected set that reaches the minimums, and those of different districts are disjoint, so no
 * plan has more districts than the largest packing of minimal sets. Where no upper rule binds, the
 * rest of a connected piece joins the packed sets and the packing is a plan (max-p-regions: Duque,
 * Anselin & Rey 2012). The second level is bounded by 0 only.
 */
export function* provePacking(
  piece: Piece,
  options: ProofOptions,
): Generator<void, PieceProof, void> {
  const { budget, incumbent, objective, solver, memory = openMemory() } = options;
  const limits = { maxVisited: budget.visited, maxSets: budget.sets };
  memory.minimal ??= (yield* enumerateSets(piece, { minimal: true, ...limits })) ?? "beyond";
  const pool = memory.minimal;
  if (pool === "beyond") return { partition: null, bound: null, optimal: false };
  const program = {
    rows: piece.count,
    pool,
    cost: new Float64Array(pool.count).fill(-1),
    exact: new Uint8Array(piece.count),
    integral: true,
    sides: [],
  };
  const known = incumbent?.householdsLeftOut === 0 ? incumbent.levels[0] : Infinity;
  const share = piece.rules.minThreshold > -Infinity ? piece.threshold : piece.households;
  const enough = known - 1 + 1e-5;
  const prices = memory.prices.get(PRICES) ?? (yield* ascendPrices(program, { share, enough }));
  memory.prices.set(PRICES, prices);
  const bounded = (count: number) => [0, count, 0];
  const cheap = safeBound(prices.bound, true);
  if (!solver || pool.count > budget.solverSets || !attachesFreely(piece) || objective.admits) {
    return { partition: null, bound: bounded(cheap), optimal: false };
  }
  const start = known < Infinity ? (incumbent?.districts ?? []) : [];
  const sets = setsOfNodes(pool, piece.count);
  const [before, after] = budget.packing ?? [0, 0];
  const searched = yield* searchPacking(piece, start, { enough: -cheap, iterations: before });
  const packed = yield* improvePacking(piece, searched, { pool, sets, enough: -cheap, solver });
  const answer = yield* solveSetProgram(program, { solver, prices, incumbent: -packed.length });
  const limit = Math.max(cheap, Math.min(0, safeBound(answer.bound, true)));
  const bound = bounded(limit);
  const solved = answer.chosen ? nodesOfSets(pool, answer.chosen) : packed;
  const best = yield* searchPacking(piece, solved, { enough: -limit, iterations: after });
  if (best.length <= start.length) return { partition: null, bound, optimal: false };
  const districts = attach(piece, best);
  return { partition: valued(piece, districts, options), bound, optimal: false };
}
