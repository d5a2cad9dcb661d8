import type { Piece } from "../piece.ts";
import { ascendPrices } from "./dual-ascent.ts";
import { enumerateSets } from "./enumerate-sets.ts";
import { MOST_MASK_NODES, type PiecePartition, partitionPiece } from "./partition-piece.ts";
import { type ValuedSets, valueSets } from "./piece-sets.ts";
import type { ProofOptions } from "./proof-options.ts";
import { safeBound } from "./set-program.ts";

/** What one piece costs at least, number of districts by number of districts. */
export interface CountTable {
  /** households left out, at least */
  readonly leftOut: number;
  /** per number of districts: the objective's last level at least, Infinity where there is no such partition */
  readonly least: Float64Array;
  /** per number of districts: the partition that reaches it; null for a bound alone */
  readonly partitions: readonly (PiecePartition | null)[] | null;
}

/** A piece with the best partition known of it. */
export interface KnownPiece {
  readonly piece: Piece;
  readonly incumbent: PiecePartition | null;
}

/** What all pieces together can reach. */
export interface CountProof {
  /** households left out, distance to the wanted number, levels: no zoning does better, level by level */
  readonly bound: readonly number[];
  /** per piece, the best there is; null where only a bound is known */
  readonly partitions: readonly PiecePartition[] | null;
}

function* exactTable(piece: Piece, sets: ValuedSets): Generator<void, CountTable, void> {
  const partitions = yield* partitionPiece(piece, sets, true);
  const leftOut = partitions.reduce(
    (least, found) => Math.min(least, found?.householdsLeftOut ?? Infinity),
    Infinity,
  );
  const kept = partitions.map((found) => (found?.householdsLeftOut === leftOut ? found : null));
  return {
    leftOut,
    least: Float64Array.from(kept, (found) => found?.levels.at(-1) ?? Infinity),
    partitions: kept,
  };
}

/** What the objective says of each set after the number of districts, which the tables count. */
function lastLevels({ value, levels }: ValuedSets): Float64Array {
  return Float64Array.from(
    { length: value.length / levels },
    (_, k) => value[k * levels + levels - 1],
  );
}

/** Prices of one district at which the bound is looked at, as parts of value ÷ districts. */
const DISTRICT_PRICES = [-4, -2, -1, -0.5, -0.25, 0];

/**
 * Bound by number of districts k: with a price μ on each district, value ≥ bound(μ) + μ k for every
 * k (Lagrange; Geoffrion 1974), so the best of several prices counts.
 */
function* boundTable(
  piece: Piece,
  sets: ValuedSets,
  incumbent: PiecePartition | null,
): Generator<void, CountTable, void> {
  const value = lastLevels(sets);
  const isBelow = value.some((one) => one < 0);
  const isWhole = value.every(Number.isInteger);
  const least = new Float64Array(piece.count + 1).fill(isBelow ? -Infinity : 0);
  const districts = Math.max(1, incumbent?.districts.length ?? 1);
  const unit = Math.max(1, (incumbent?.levels.at(-1) ?? 1) / districts);
  const exact = Uint8Array.from(piece.households, (households) => (households > 0 ? 1 : 0));
  const covered = new Uint8Array(piece.count);
  for (const node of sets.pool.node) covered[node] = 1;
  // A node that no set takes is left out in every zoning: nothing is known of the value then.
  if (exact.some((once, node) => once > covered[node])) {
    return { leftOut: 0, least, partitions: null };
  }
  for (const part of DISTRICT_PRICES) {
    const price = part * unit;
    const cost = value.map((one) => one - price);
    const program = { rows: piece.count, pool: sets.pool, cost, exact, integral: false, sides: [] };
    const { bound } = yield* ascendPrices(program, { share: piece.households });
    for (let k = 0; k < least.length; k++) {
      least[k] = Math.max(least[k], safeBound(bound + price * k, isWhole));
    }
  }
  return { leftOut: 0, least, partitions: null };
}

function* countTable(
  piece: Piece,
  incumbent: PiecePartition | null,
  { budget, objective }: Pick<ProofOptions, "budget" | "objective">,
): Generator<void, CountTable, void> {
  const limits = { maxVisited: budget.visited, maxSets: budget.sets };
  const pool = yield* enumerateSets(piece, { minimal: false, ...limits });
  if (!pool) return { leftOut: 0, least: new Float64Array(piece.count + 1), partitions: null };
  const sets = yield* valueSets(piece, pool, objective);
  if (budget.mayChoose && piece.count <= MOST_MASK_NODES) {
    return yield* exactTable(piece, sets);
  }
  return yield* boundTable(piece, sets, incumbent);
}

/** Least value of all pieces together by total number of districts, and each piece's part in it. */
function combine(tables: readonly CountTable[]) {
  let best = Float64Array.of(0);
  const parts: Int32Array[] = [];
  for (const { least } of tables) {
    const next = new Float64Array(best.length + least.length - 1).fill(Infinity);
    const part = new Int32Array(next.length).fill(-1);
    for (let before = 0; before < best.length; before++) {
      for (let k = 0; k < least.length; k++) {
        const value = best[before] + least[k];
        if (value >= next[before + k]) continue;
        next[before + k] = value;
        part[before + k] = k;
      }
    }
    best = next;
    parts.push(part);
  }
  return { best, parts };
}

/** The count nearest to the wanted one that can be reached; of two as near, the better one. */
function nearestCount(best: Float64Array, wanted: number, countsDistricts: boolean): number {
  let found = -1;
  for (let k = 0; k < best.length; k++) {
    if (best[k] === Infinity) continue;
    const closer = Math.abs(k - wanted) - (found < 0 ? Infinity : Math.abs(found - wanted));
    const isBetter = closer === 0 && (countsDistricts || best[k] < best[found]);
    if (closer < 0 || isBetter) found = k;
  }
  return found;
}

/** Smallest value over the counts that are no farther from the wanted one than `distance`. */
function leastWithin(best: Float64Array, wanted: number, distance: number): number {
  let least = Infinity;
  for (let k = 0; k < best.length; k++) {
    if (Math.abs(k - wanted) <= distance) least = Math.min(least, best[k]);
  }
  return least;
}

/** Distance of the best known zoning, if none leaves fewer households out; else nothing is known. */
function knownDistance(pieces: readonly KnownPiece[], wanted: number, leftOut: number): number {
  let [count, out] = [0, 0];
  for (const { incumbent } of pieces) {
    count += incumbent?.districts.length ?? 0;
    out += incumbent?.householdsLeftOut ?? Infinity;
  }
  return out <= leftOut ? Math.abs(count - wanted) : Infinity;
}

function readBack(
  tables: readonly CountTable[],
  parts: readonly Int32Array[],
  total: number,
): PiecePartition[] | null {
  const partitions: PiecePartition[] = [];
  let left = total;
  for (let c = tables.length - 1; c >= 0; c--) {
    const k = parts[c][left];
    const found = tables[c].partitions?.[k];
    if (!found) return null;
    partitions.unshift(found);
    left -= k;
  }
  return partitions;
}

/**
 * Best zoning for a wanted number of districts over all pieces together, or a bound of it: each
 * piece gives its least value for every number of districts, and the tables are added up over how
 * many each piece gets (dynamic programming over the total; Bellman 1957). Larger pieces give
 * bounds, by prices on districts where their sets can be listed, else 0: the objectives that want a
 * number are never below 0.
 * @param pieces those that can hold a district, with the best partition known of each
 */
export function* proveCounts(
  pieces: readonly KnownPiece[],
  options: Omit<ProofOptions, "incumbent" | "solver"> & { readonly wanted: number },
): Generator<void, CountProof, void> {
  const { wanted, objective } = options;
  const { countsDistricts } = objective;
  const tables: CountTable[] = [];
  for (const { piece, incumbent } of pieces) {
    tables.push(yield* countTable(piece, incumbent, options));
  }
  const leftOut = tables.reduce((sum, table) => sum + table.leftOut, 0);
  const { best, parts } = combine(tables);
  const count = nearestCount(best, wanted, countsDistricts);
  const partitions = readBack(tables, parts, count);
  const off = Math.abs(count - wanted);
  const known = knownDistance(pieces, wanted, leftOut);
  const value = partitions ? best[count] : leastWithin(best, wanted, Math.max(off, known));
  const most = partitions ? count : wanted + off;
  const counted = countsDistricts ? [0 - most] : [];
  return { bound: [leftOut, off, ...counted, value + 0], partitions };
}
