import type { SetPool } from "./set-pool.ts";

/** Three nodes, ascending. Sets that hold two of them or more overlap, so at most one is chosen. */
export type Triple = readonly [number, number, number];

/** Violation below which a cut is not worth a row. */
const LEAST_VIOLATION = 0.02;
/** Cuts of one round, and of one round at one node. */
const MOST_CUTS = 300;
const MOST_PER_NODE = 6;

interface Found {
  readonly triple: Triple;
  readonly violation: number;
}

/** Weight of every pair and triple of nodes that fractional sets hold, by a number for each. */
class Weights {
  readonly beside: number[][];
  private readonly pairs = new Map<number, number>();
  private readonly triples = new Map<number, number>();
  private readonly rows: number;

  constructor(pool: SetPool, amount: ArrayLike<number>, rows: number) {
    this.rows = rows;
    this.beside = Array.from({ length: rows }, () => []);
    for (let k = 0; k < pool.count; k++) {
      if (amount[k] > 1e-6 && amount[k] < 1 - 1e-6) this.addSet(pool, k, amount[k]);
    }
    for (const list of this.beside) list.sort((a, b) => a - b);
  }

  private addSet({ start, node }: SetPool, k: number, amount: number): void {
    for (let a = start[k]; a < start[k + 1]; a++) {
      for (let b = a + 1; b < start[k + 1]; b++) {
        this.addPair(node[a], node[b], amount);
        for (let c = b + 1; c < start[k + 1]; c++) {
          const key = this.tripleKey(node[a], node[b], node[c]);
          this.triples.set(key, (this.triples.get(key) ?? 0) + amount);
        }
      }
    }
  }

  private addPair(a: number, b: number, amount: number): void {
    const key = a * this.rows + b;
    const before = this.pairs.get(key);
    if (before === undefined) {
      this.beside[a].push(b);
      this.beside[b].push(a);
    }
    this.pairs.set(key, (before ?? 0) + amount);
  }

  private tripleKey(a: number, b: number, c: number): number {
    return (a * this.rows + b) * this.rows + c;
  }

  private pair(a: number, b: number): number {
    return this.pairs.get(a * this.rows + b) ?? 0;
  }

  /** By how much the sets that hold two of a < b < c or more exceed 1. */
  violation(a: number, b: number, c: number): number {
    const two = this.pair(a, b) + this.pair(a, c) + this.pair(b, c);
    if (two <= 1 + LEAST_VIOLATION) return 0;
    return two - 2 * (this.triples.get(this.tripleKey(a, b, c)) ?? 0) - 1;
  }
}

/** Nodes above `a` within two steps of shared sets, ascending. */
function nearby(beside: readonly (readonly number[])[], a: number): number[] {
  const found = new Set<number>();
  for (const b of beside[a]) {
    if (b > a) found.add(b);
    for (const c of beside[b]) if (c > a) found.add(c);
  }
  return [...found].sort((x, y) => x - y);
}

function violatedTriples(weights: Weights, rows: number): Found[] {
  const found: Found[] = [];
  for (let a = 0; a < rows; a++) {
    const near = nearby(weights.beside, a);
    for (let j = 0; j < near.length; j++) {
      for (let l = j + 1; l < near.length; l++) {
        const violation = weights.violation(a, near[j], near[l]);
        if (violation > LEAST_VIOLATION) found.push({ triple: [a, near[j], near[l]], violation });
      }
    }
  }
  return found.sort((x, y) => y.violation - x.violation);
}

/**
 * The most violated subset-row cuts over three rows (Jepsen, Petersen, Spoorendonk & Pisinger 2008,
 * "Subset-row inequalities applied to the vehicle-routing problem with time windows"): halving the
 * sum of three covering rows and rounding down leaves Σ ⌊|S ∩ T| / 2⌋ x_S ≤ 1.
 * @param amount fractional solution, one entry per set
 */
export function separateTriples(
  pool: SetPool,
  amount: ArrayLike<number>,
  rows: number,
): readonly Triple[] {
  const used = new Uint8Array(rows);
  const taken: Triple[] = [];
  for (const { triple } of violatedTriples(new Weights(pool, amount, rows), rows)) {
    if (triple.some((i) => used[i] >= MOST_PER_NODE)) continue;
    for (const i of triple) used[i]++;
    taken.push(triple);
    if (taken.length === MOST_CUTS) break;
  }
  return taken;
}

/** Triples found so far, and which of them each set crosses with two nodes or more. */
export class TripleRows {
  readonly triples: Triple[] = [];
  private readonly ofNode: number[][];
  private readonly hits: number[] = [];

  constructor(rows: number) {
    this.ofNode = Array.from({ length: rows }, () => []);
  }

  add(triples: readonly Triple[]): void {
    for (const triple of triples) {
      for (const i of triple) this.ofNode[i].push(this.triples.length);
      this.triples.push(triple);
      this.hits.push(0);
    }
  }

  /** Calls `visit` for each triple of which set k holds two nodes or more, once. */
  forSet({ start, node }: SetPool, k: number, visit: (triple: number) => void): void {
    for (let e = start[k]; e < start[k + 1]; e++) {
      for (const triple of this.ofNode[node[e]]) if (++this.hits[triple] === 2) visit(triple);
    }
    for (let e = start[k]; e < start[k + 1]; e++) {
      for (const triple of this.ofNode[node[e]]) this.hits[triple] = 0;
    }
  }
}
