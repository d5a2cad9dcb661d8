import type { Piece } from "../piece.ts";
import {
  createSums,
  pushNode,
  reachesLower,
  reachesWithout,
  type Sums,
  withinSpan,
  withinUpper,
} from "./district-rules.ts";
import { SetCollector, type SetPool } from "./set-pool.ts";

export interface EnumerationOptions {
  /** only sets of which no connected proper subset meets every minimum */
  readonly minimal: boolean;
  /** connected sets looked at before giving up; large ones count for more */
  readonly maxVisited: number;
  /** sets kept before giving up */
  readonly maxSets?: number;
  /** connected sets looked at between two yields */
  readonly setsPerStep?: number;
}

/** What is handed every set that is found, its nodes in `path[0 … size−1]` in any order. */
export interface SetKeeper {
  readonly count: number;
  add(path: ArrayLike<number>, size: number): void;
}

/** Nodes copied that count as one more set looked at, as a power of 2: large sets have long borders. */
const WORK_BITS = 4;

/** Connected sets looked at between two chances to stop: a millisecond or two. */
const SETS_PER_STEP = 2_000;

/**
 * Every admissible connected node set of a piece once: extension from its lowest node, each
 * candidate excluded once it has been tried (ESU, Wernicke 2006, "Efficient detection of network
 * motifs"), cut off where a monotone rule breaks (upper limits, span, `never`). Sets that reach
 * every minimum are kept. In minimal mode a set that reaches them is not extended, since each of
 * its supersets holds it. Iterative, so that it can pause; O(border) per set looked at.
 */
class SetSearch {
  visited = 0;
  readonly kept: SetKeeper;
  private readonly piece: Piece;
  private readonly minimal: boolean;
  private readonly path: Int32Array;
  private readonly sums: Sums;
  /** 1: below the root, in the set, or a candidate that waits or was tried */
  private readonly seen: Uint8Array;
  /** members of the set that a node may not join */
  private readonly rivals: Uint16Array;
  /** candidates of all depths on one stack; those of depth d start at `from[d]` */
  private border = new Int32Array(256);
  private readonly from: Int32Array;
  /** first candidate that depth d itself brought up */
  private readonly fresh: Int32Array;
  private readonly cursor: Int32Array;
  private top = 0;
  private depth = 0;
  private root = -1;
  private readonly mark: Uint8Array;

  constructor(piece: Piece, minimal: boolean, kept: SetKeeper) {
    this.kept = kept;
    this.piece = piece;
    this.minimal = minimal;
    this.path = new Int32Array(piece.count);
    this.sums = createSums(piece.count);
    this.seen = new Uint8Array(piece.count);
    this.rivals = new Uint16Array(piece.count);
    this.mark = new Uint8Array(piece.count);
    this.from = new Int32Array(piece.count + 1);
    this.fresh = new Int32Array(piece.count + 1);
    this.cursor = new Int32Array(piece.count + 1);
  }

  /** Looks at `sets` more connected sets at most. @returns whether all have been seen */
  advance(sets: number): boolean {
    const until = this.visited + sets;
    while (this.visited < until) {
      if (this.depth === 0) {
        if (++this.root >= this.piece.count) return true;
        this.seen[this.root] = 1;
        this.enter(this.root);
        continue;
      }
      if (this.cursor[this.depth] === this.top) this.leave();
      else this.enter(this.border[this.cursor[this.depth]++]);
    }
    return false;
  }

  /** Adds a node to the set if the rules let it; keeps the set, and goes deeper where that may pay. */
  private enter(node: number): void {
    const { piece, sums, depth } = this;
    pushNode(sums, piece, depth, node);
    this.visited++;
    if (this.rivals[node] > 0 || !withinUpper(sums, piece, depth + 1)) return;
    if (!withinSpan(piece, this.path, depth, node)) return;
    this.path[depth] = node;
    const reached = reachesLower(sums, piece, depth + 1);
    if (reached && (!this.minimal || this.isMinimal(depth + 1))) {
      this.kept.add(this.path, depth + 1);
      this.visited += depth >> WORK_BITS;
    }
    if (!(reached && this.minimal)) this.descend(node);
  }

  private descend(node: number): void {
    const { piece, seen } = this;
    const begin = this.top;
    if (this.depth > 0) this.visited += (begin - this.cursor[this.depth]) >> WORK_BITS;
    for (let k = this.depth === 0 ? begin : this.cursor[this.depth]; k < begin; k++) {
      this.push(this.border[k]);
    }
    this.depth++;
    this.from[this.depth] = begin;
    this.cursor[this.depth] = begin;
    this.fresh[this.depth] = this.top;
    for (let e = piece.offset[node]; e < piece.offset[node + 1]; e++) {
      const next = piece.neighbor[e];
      if (seen[next]) continue;
      seen[next] = 1;
      this.push(next);
    }
    for (let e = piece.neverStart[node]; e < piece.neverStart[node + 1]; e++) {
      this.rivals[piece.never[e]]++;
    }
  }

  private leave(): void {
    const { piece, depth } = this;
    for (let k = this.fresh[depth]; k < this.top; k++) this.seen[this.border[k]] = 0;
    this.top = this.from[depth];
    const node = this.path[depth - 1];
    for (let e = piece.neverStart[node]; e < piece.neverStart[node + 1]; e++) {
      this.rivals[piece.never[e]]--;
    }
    this.depth--;
  }

  private push(node: number): void {
    if (this.top === this.border.length) {
      const larger = new Int32Array(2 * this.top);
      larger.set(this.border);
      this.border = larger;
    }
    this.border[this.top++] = node;
  }

  /**
   * Whether no member can be taken away. Enough to try one at a time: from any connected proper
   * subset one can grow back to the set node by node, and the last node added is such a member.
   */
  private isMinimal(size: number): boolean {
    for (let k = 0; k < size - 1; k++) {
      const node = this.path[k];
      if (reachesWithout(this.sums, this.piece, size, node) && this.hangsTogether(size, node)) {
        return false;
      }
    }
    return true;
  }

  /** Whether `path[0 … size−1]` without `without` is connected. O(links of the set). */
  private hangsTogether(size: number, without: number): boolean {
    const { piece, path, mark } = this;
    for (let k = 0; k < size; k++) mark[path[k]] = 1;
    mark[without] = 0;
    const stack = [path[0] === without ? path[1] : path[0]];
    mark[stack[0]] = 0;
    let reached = 0;
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      reached++;
      for (let e = piece.offset[node]; e < piece.offset[node + 1]; e++) {
        const next = piece.neighbor[e];
        if (!mark[next]) continue;
        mark[next] = 0;
        stack.push(next);
      }
    }
    for (let k = 0; k < size; k++) mark[path[k]] = 0;
    return reached === size - 1;
  }
}

/**
 * Hands all admissible connected sets of a piece, or all minimal ones, to `kept`, in steps of some
 * milliseconds.
 * @returns false when a budget is used up: then nothing may be concluded from the sets
 */
export function* visitSets(
  piece: Piece,
  kept: SetKeeper,
  { minimal, maxVisited, maxSets = Infinity, setsPerStep = SETS_PER_STEP }: EnumerationOptions,
): Generator<void, boolean, void> {
  const search = new SetSearch(piece, minimal, kept);
  for (;;) {
    const left = maxVisited - search.visited;
    if (search.advance(Math.min(setsPerStep, left + 1))) break;
    if (search.visited > maxVisited || kept.count > maxSets) return false;
    yield;
  }
  return search.visited <= maxVisited && kept.count <= maxSets;
}

/**
 * All admissible connected sets of a piece, or all minimal ones, in steps of some milliseconds.
 * @returns null when a budget is used up: then nothing may be concluded from the sets
 */
export function* enumerateSets(
  piece: Piece,
  options: EnumerationOptions,
): Generator<void, SetPool | null, void> {
  const kept = new SetCollector();
  return (yield* visitSets(piece, kept, options)) ? kept.pool() : null;
}
