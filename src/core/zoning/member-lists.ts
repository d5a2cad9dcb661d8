import type { World } from "../ingest/world.ts";

const FIRST_ROOM = 64;

function grown<T extends Int32Array | Float64Array>(from: T, into: T): T {
  into.set(from);
  return into;
}

/**
 * Members and sums of every district under change. A compound changes district in O(1), whatever the
 * number of compounds and districts, without allocating; positions of districts are never reused.
 */
export class MemberLists {
  /** length n: district of each compound, −1 = none */
  readonly of: Int32Array;
  /** per district: number of members, and their sums */
  size: Int32Array;
  households: Float64Array;
  floorAreaM2: Float64Array;
  private readonly ownHouseholds: Float64Array;
  private readonly ownFloorAreaM2: Float64Array;
  private head: Int32Array;
  private readonly next: Int32Array;
  private readonly previous: Int32Array;

  /** Nobody is in a district yet. O(n). */
  constructor({ compounds }: World) {
    const n = compounds.length;
    this.of = new Int32Array(n).fill(-1);
    this.next = new Int32Array(n).fill(-1);
    this.previous = new Int32Array(n).fill(-1);
    this.ownHouseholds = Float64Array.from(compounds, (c) => c.households);
    this.ownFloorAreaM2 = Float64Array.from(compounds, (c) => c.floorAreaM2);
    this.head = new Int32Array(FIRST_ROOM).fill(-1);
    this.size = new Int32Array(FIRST_ROOM);
    this.households = new Float64Array(FIRST_ROOM);
    this.floorAreaM2 = new Float64Array(FIRST_ROOM);
  }

  /** Makes room for `count` districts, doubling so that the room for one more costs O(1). */
  reserve(count: number): void {
    if (count <= this.head.length) return;
    const room = Math.max(count, 2 * this.head.length);
    this.head = grown(this.head, new Int32Array(room).fill(-1));
    this.size = grown(this.size, new Int32Array(room));
    this.households = grown(this.households, new Float64Array(room));
    this.floorAreaM2 = grown(this.floorAreaM2, new Float64Array(room));
  }

  /** Puts a compound into district `to`, −1 = none. */
  place(compound: number, to: number): void {
    const from = this.of[compound];
    if (from >= 0) this.unlink(compound, from);
    this.of[compound] = to;
    if (to >= 0) this.link(compound, to);
  }

  /** Writes the members of a district to `out`, in no particular order. @returns how many */
  list(district: number, out: Int32Array): number {
    let end = 0;
    for (let i = this.head[district]; i >= 0; i = this.next[i]) out[end++] = i;
    return end;
  }

  private link(compound: number, to: number): void {
    const first = this.head[to];
    this.next[compound] = first;
    this.previous[compound] = -1;
    if (first >= 0) this.previous[first] = compound;
    this.head[to] = compound;
    this.size[to]++;
    this.households[to] += this.ownHouseholds[compound];
    this.floorAreaM2[to] += this.ownFloorAreaM2[compound];
  }

  private unlink(compound: number, from: number): void {
    const after = this.next[compound];
    const before = this.previous[compound];
    if (before >= 0) this.next[before] = after;
    else this.head[from] = after;
    if (after >= 0) this.previous[after] = before;
    this.size[from]--;
    this.households[from] -= this.ownHouseholds[compound];
    this.floorAreaM2[from] -= this.ownFloorAreaM2[compound];
  }
}
