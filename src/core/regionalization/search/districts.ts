import type { ObjectiveKernel } from "../kernel.ts";
import type { Piece } from "../piece.ts";

/**
 * A zoning of one piece under change: for every district its sums and its nodes as a linked list.
 * Slots of dissolved districts are used again; nothing is allocated after construction.
 */
export class Districts {
  readonly piece: Piece;
  readonly kernel: ObjectiveKernel;
  /** per node: district slot, −1 = left out */
  readonly of: Int32Array;
  /** per slot: first node, −1 = empty slot */
  readonly head: Int32Array;
  readonly next: Int32Array;
  readonly previous: Int32Array;
  /** per slot: nodes, and the sums of {@link Piece} */
  readonly nodes: Int32Array;
  readonly households: Float64Array;
  readonly floorAreaM2: Float64Array;
  readonly threshold: Float64Array;
  readonly size: Int32Array;
  /** per slot: running sums of the objective, `kernel.moments` each */
  readonly moments: Float64Array;
  /** per slot: value under the guide in force */
  readonly value: Float64Array;
  /** number of districts */
  count = 0;
  householdsLeftOut = 0;
  /** sum of `value` over the districts */
  total = 0;
  private readonly free: Int32Array;
  private freeCount: number;

  /** Everything starts left out. */
  constructor(piece: Piece, kernel: ObjectiveKernel) {
    const n = piece.count;
    this.piece = piece;
    this.kernel = kernel;
    this.of = new Int32Array(n).fill(-1);
    this.head = new Int32Array(n).fill(-1);
    this.next = new Int32Array(n);
    this.previous = new Int32Array(n);
    this.nodes = new Int32Array(n);
    this.households = new Float64Array(n);
    this.floorAreaM2 = new Float64Array(n);
    this.threshold = new Float64Array(n);
    this.size = new Int32Array(n);
    this.moments = new Float64Array(n * kernel.moments);
    this.value = new Float64Array(n);
    this.free = new Int32Array(n);
    this.freeCount = n;
    this.clear();
  }

  /** Leaves everything out. */
  clear(): void {
    const n = this.piece.count;
    this.of.fill(-1);
    this.head.fill(-1);
    for (let k = 0; k < n; k++) this.free[k] = n - 1 - k;
    this.freeCount = n;
    this.count = 0;
    this.total = 0;
    this.householdsLeftOut = this.piece.households.reduce((sum, h) => sum + h, 0);
  }

  /** An empty district; its value is set by the caller when its nodes are in. */
  open(): number {
    const d = this.free[--this.freeCount];
    this.nodes[d] = 0;
    this.households[d] = 0;
    this.floorAreaM2[d] = 0;
    this.threshold[d] = 0;
    this.size[d] = 0;
    this.value[d] = 0;
    const k = this.kernel.moments;
    for (let m = d * k; m < d * k + k; m++) this.moments[m] = 0;
    this.count++;
    return d;
  }

  /** Leaves all nodes of a district out and gives its slot back. */
  dissolve(d: number): void {
    for (let node = this.head[d]; node >= 0; node = this.next[node]) this.of[node] = -1;
    this.householdsLeftOut += this.households[d];
    this.close(d);
  }

  /** Gives the slot of an emptied district back. */
  close(d: number): void {
    this.total -= this.value[d];
    this.head[d] = -1;
    this.free[this.freeCount++] = d;
    this.count--;
  }

  /** Puts a node that is left out into a district. */
  add(node: number, d: number): void {
    const { piece, head } = this;
    this.of[node] = d;
    const first = head[d];
    this.next[node] = first;
    this.previous[node] = -1;
    if (first >= 0) this.previous[first] = node;
    head[d] = node;
    this.nodes[d]++;
    this.households[d] += piece.households[node];
    this.floorAreaM2[d] += piece.floorAreaM2[node];
    this.threshold[d] += piece.threshold[node];
    this.size[d] += piece.size[node];
    this.householdsLeftOut -= piece.households[node];
    const k = this.kernel.moments;
    for (let m = 0; m < k; m++) this.moments[d * k + m] += this.kernel.momentOf[node * k + m];
  }

  /** Takes a node out of its district. */
  remove(node: number): void {
    const { piece } = this;
    const d = this.of[node];
    const after = this.next[node];
    const before = this.previous[node];
    if (before >= 0) this.next[before] = after;
    else this.head[d] = after;
    if (after >= 0) this.previous[after] = before;
    this.of[node] = -1;
    this.nodes[d]--;
    this.households[d] -= piece.households[node];
    this.floorAreaM2[d] -= piece.floorAreaM2[node];
    this.threshold[d] -= piece.threshold[node];
    this.size[d] -= piece.size[node];
    this.householdsLeftOut += piece.households[node];
    const k = this.kernel.moments;
    for (let m = 0; m < k; m++) this.moments[d * k + m] -= this.kernel.momentOf[node * k + m];
  }

  /** Changes the value of a district and the total with it. */
  setValue(d: number, value: number): void {
    this.total += value - this.value[d];
    this.value[d] = value;
  }

  /** Writes the nodes of a district to `out` from `at` on. @returns the end */
  list(d: number, out: Int32Array, at: number): number {
    let end = at;
    for (let node = this.head[d]; node >= 0; node = this.next[node]) out[end++] = node;
    return end;
  }
}
