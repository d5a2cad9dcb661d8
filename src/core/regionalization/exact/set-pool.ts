/** Node sets side by side: set k is `node[start[k] … start[k+1]−1]`, ascending. */
export interface SetPool {
  readonly count: number;
  readonly start: Uint32Array;
  readonly node: Uint32Array;
}

function enlarge(array: Uint32Array, length: number): Uint32Array {
  if (length <= array.length) return array;
  const larger = new Uint32Array(Math.max(length, 2 * array.length));
  larger.set(array);
  return larger;
}

/** A {@link SetPool} that grows; amortised O(size of the set) per set. */
export class SetCollector {
  count = 0;
  private start: Uint32Array = new Uint32Array(64);
  private node: Uint32Array = new Uint32Array(256);

  /** Adds `path[0 … size−1]`, in any order. */
  add(path: ArrayLike<number>, size: number): void {
    const from = this.start[this.count];
    this.node = enlarge(this.node, from + size);
    const { node } = this;
    for (let k = 0; k < size; k++) {
      // Insertion: sets are small, and a sort of a view costs more than the set itself.
      let at = from + k;
      for (; at > from && node[at - 1] > path[k]; at--) node[at] = node[at - 1];
      node[at] = path[k];
    }
    this.count++;
    this.start = enlarge(this.start, this.count + 1);
    this.start[this.count] = from + size;
  }

  /** What was collected so far; later additions do not show in it. */
  pool(): SetPool {
    const { count } = this;
    const start = this.start.slice(0, count + 1);
    return { count, start, node: this.node.slice(0, start[count]) };
  }
}
