/** Rows of numbers that begin with a pair (a, b); kept in chunks, so that growing copies nothing. */
export interface PairRows {
  count(): number;
  /** Appends the first `width` numbers of `row`. */
  add(row: Float64Array): void;
  /** Calls `read` for every row in the order of (a, b). */
  readSorted(
    units: number,
    read: (chunk: Float64Array, at: number, position: number) => void,
  ): void;
}

const CHUNK_BITS = 14;
const CHUNK_ROWS = 1 << CHUNK_BITS;
/** Place of a row in its chunk. */
const CHUNK_MASK = CHUNK_ROWS - 1;

/** Positions of the rows by a, then by b: counting sort, then insertion within each a. */
function sortPairs(a: Uint32Array, b: Uint32Array, units: number): Uint32Array {
  const start = new Uint32Array(units + 1);
  for (let r = 0; r < a.length; r++) start[a[r] + 1]++;
  for (let u = 0; u < units; u++) start[u + 1] += start[u];
  const fill = start.slice(0, units);
  const order = new Uint32Array(a.length);
  for (let r = 0; r < a.length; r++) {
    let at = fill[a[r]]++;
    for (; at > start[a[r]] && b[order[at - 1]] > b[r]; at--) order[at] = order[at - 1];
    order[at] = r;
  }
  return order;
}

/** @param width numbers per row */
export function createPairRows(width: number): PairRows {
  const chunks: Float64Array[] = [];
  let count = 0;
  return {
    count: () => count,
    add(row) {
      const at = (count & CHUNK_MASK) * width;
      if (at === 0) chunks.push(new Float64Array(CHUNK_ROWS * width));
      const chunk = chunks[chunks.length - 1];
      for (let c = 0; c < width; c++) chunk[at + c] = row[c];
      count++;
    },
    readSorted(units, read) {
      const a = new Uint32Array(count);
      const b = new Uint32Array(count);
      for (let r = 0; r < count; r++) {
        const chunk = chunks[r >> CHUNK_BITS];
        a[r] = chunk[(r & CHUNK_MASK) * width];
        b[r] = chunk[(r & CHUNK_MASK) * width + 1];
      }
      const order = sortPairs(a, b, units);
      for (let position = 0; position < count; position++) {
        const r = order[position];
        read(chunks[r >> CHUNK_BITS], (r & CHUNK_MASK) * width, position);
      }
    },
  };
}
