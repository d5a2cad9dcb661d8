import { SetCollector, type SetPool } from "./set-pool.ts";

/** Bits of a byte, whose sums are looked up at once. */
const BYTE = 8;
const BYTES_PER_WORD = 4;
/** Sets to a chunk: nothing is copied when the pool grows. */
const CHUNK_BITS = 18;
const CHUNK = 1 << CHUNK_BITS;

/** Some sets with what each costs beyond the worth of its nodes. */
export interface PricedSets {
  /** set numbers, cheapest first */
  readonly sets: readonly number[];
  /** the least of all reduced costs, of those not listed too */
  readonly least: number;
}

/**
 * Very many node sets of a small piece, each a bit mask and a cost: 8 bytes and 4 per 32 nodes, a
 * quarter of a list of nodes, and priced by looking bytes up.
 */
export class MaskPool {
  count = 0;
  private readonly words: number;
  private readonly mask: Uint32Array[] = [];
  private readonly cost: Float64Array[] = [];

  /** @param nodes nodes of the piece */
  constructor(private readonly nodes: number) {
    this.words = Math.ceil(nodes / 32);
  }

  /** Adds `path[0 … size−1]`, in any order. */
  add(path: ArrayLike<number>, size: number, cost: number): void {
    const within = this.count & (CHUNK - 1);
    if (within === 0) {
      this.mask.push(new Uint32Array(CHUNK * this.words));
      this.cost.push(new Float64Array(CHUNK));
    }
    const chunk = this.count >> CHUNK_BITS;
    const mask = this.mask[chunk];
    const at = within * this.words;
    for (let k = 0; k < size; k++) mask[at + (path[k] >> 5)] |= 1 << (path[k] & 31);
    this.cost[chunk][within] = cost;
    this.count++;
  }

  costOfSet(k: number): number {
    return this.cost[k >> CHUNK_BITS][k & (CHUNK - 1)];
  }

  /** Writes the nodes of a set, ascending, to `out`. @returns how many */
  writeNodes(k: number, out: Uint32Array): number {
    const mask = this.mask[k >> CHUNK_BITS];
    const at = (k & (CHUNK - 1)) * this.words;
    let size = 0;
    for (let w = 0; w < this.words; w++) {
      for (let rest = mask[at + w]; rest !== 0; rest &= rest - 1) {
        out[size++] = 32 * w + 31 - Math.clz32(rest & -rest);
      }
    }
    return size;
  }

  /** Nodes of a set, ascending. */
  nodesOf(k: number): number[] {
    const nodes = new Uint32Array(this.nodes);
    return [...nodes.subarray(0, this.writeNodes(k, nodes))];
  }

  /** Per byte of a mask and value of that byte: the sum of the prices of its nodes. */
  private sumsOfBytes(price: ArrayLike<number>): Float64Array {
    const bytes = this.words * BYTES_PER_WORD;
    const sums = new Float64Array(bytes << BYTE);
    for (let b = 0; b < bytes; b++) {
      for (let value = 1; value < 1 << BYTE; value++) {
        const low = 31 - Math.clz32(value & -value);
        const node = b * BYTE + low;
        const own = node < this.nodes ? price[node] : 0;
        sums[(b << BYTE) + value] = sums[(b << BYTE) + (value & (value - 1))] + own;
      }
    }
    return sums;
  }

  /** Cost less worth of the first `sets` sets of a chunk, into `reduced`. */
  private priceChunk(chunk: number, sets: number, sums: Float64Array, reduced: Float64Array): void {
    const mask = this.mask[chunk];
    reduced.set(this.cost[chunk]);
    for (let k = 0, at = 0; k < sets; k++) {
      for (let base = 0; base < sums.length; base += BYTES_PER_WORD << BYTE, at++) {
        const word = mask[at];
        reduced[k] -=
          sums[base + (word & 255)] +
          sums[base + 256 + ((word >>> 8) & 255)] +
          sums[base + 512 + ((word >>> 16) & 255)] +
          sums[base + 768 + (word >>> 24)];
      }
    }
  }

  /**
   * Sets whose cost exceeds the worth of their nodes by `most` at most, cheapest first; of more than
   * `room` the cheapest. Yields every some 5 ms. O(sets).
   * @param options.more what a set costs on top, ≥ 0; asked only of sets that are cheap enough without
   */
  *priced(
    price: ArrayLike<number>,
    options: {
      readonly most: number;
      readonly room: number;
      readonly more: (k: number) => number;
    },
  ): Generator<void, PricedSets, void> {
    const { most, room, more } = options;
    const sums = this.sumsOfBytes(price);
    const reduced = new Float64Array(CHUNK);
    const listed = new Map<number, number>();
    let [bar, least] = [most, Infinity];
    for (let chunk = 0; chunk < this.mask.length; chunk++) {
      const first = chunk << CHUNK_BITS;
      const sets = Math.min(CHUNK, this.count - first);
      this.priceChunk(chunk, sets, sums, reduced);
      for (let k = 0; k < sets; k++) {
        const cost = reduced[k] > bar ? reduced[k] : reduced[k] + more(first + k);
        if (cost < least) least = cost;
        if (cost > bar) continue;
        listed.set(first + k, cost);
        if (listed.size > 4 * room) bar = keepCheapest(listed, room);
      }
      yield;
    }
    if (listed.size > room) keepCheapest(listed, room);
    const sets = [...listed]
      .sort(([a, costA], [b, costB]) => costA - costB || a - b)
      .map(([k]) => k);
    return { sets, least };
  }

  /** The given sets as a pool of their own, in the order given. */
  poolOf(sets: readonly number[]): SetPool {
    const collector = new SetCollector();
    for (const k of sets) {
      const nodes = this.nodesOf(k);
      collector.add(nodes, nodes.length);
    }
    return collector.pool();
  }
}

/** Leaves the `room` cheapest. @returns the dearest of them */
function keepCheapest(reduced: Map<number, number>, room: number): number {
  const entries = [...reduced].sort((a, b) => a[1] - b[1] || a[0] - b[0]);
  for (const [k] of entries.slice(room)) reduced.delete(k);
  return entries[room - 1][1];
}
