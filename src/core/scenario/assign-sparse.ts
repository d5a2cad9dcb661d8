/** Pairs of rows and columns that have a worth, in CSR form by row. */
export interface Worths {
  readonly rows: number;
  readonly columns: number;
  /** pairs of row r: `start[r] … start[r+1]-1` */
  readonly start: Int32Array;
  /** ascending within a row */
  readonly column: Int32Array;
  /** > 0 */
  readonly worth: Float64Array;
}

/** The open row of an augmenting path with what the search keeps. */
interface Search {
  readonly distance: Float64Array;
  /** row from which a column was reached */
  readonly from: Int32Array;
  readonly done: Uint8Array;
  /** columns reached, in the order reached */
  readonly reached: number[];
}

/**
 * Rows to columns, each at most once, of the greatest total worth; −1: to none. Pairs without worth
 * are never made. The Hungarian method (Kuhn 1955; Munkres 1957) by shortest augmenting paths with
 * potentials (Jonker & Volgenant 1987), over the worths that there are and not a full matrix, so
 * that pieces which share nothing cost nothing: O(rows × pairs reached). Same input, same answer.
 * A row may stay alone at worth 0, as if it had a column of its own.
 */
export function assignSparse(worths: Worths): Int32Array {
  const { rows, columns, start, column, worth } = worths;
  const columnOf = new Int32Array(rows).fill(-1);
  const rowOf = new Int32Array(columns).fill(-1);
  const potential = new Float64Array(columns);
  const price = new Float64Array(rows);
  for (let r = 0; r < rows; r++) {
    for (let e = start[r]; e < start[r + 1]; e++) price[r] = Math.max(price[r], worth[e]);
  }
  const search: Search = {
    distance: new Float64Array(columns).fill(Infinity),
    from: new Int32Array(columns).fill(-1),
    done: new Uint8Array(columns),
    reached: [],
  };
  /** Relaxes the pairs of `row`, itself `base` away. */
  const relax = (row: number, base: number): void => {
    for (let e = start[row]; e < start[row + 1]; e++) {
      const c = column[e];
      if (search.done[c]) continue;
      const reach = base + price[row] - worth[e] - potential[c];
      if (reach >= search.distance[c]) continue;
      if (search.distance[c] === Infinity) search.reached.push(c);
      search.distance[c] = reach;
      search.from[c] = row;
    }
  };
  const nearest = (): number => {
    let best = -1;
    for (const c of search.reached) {
      if (search.done[c]) continue;
      if (best < 0 || search.distance[c] < search.distance[best]) best = c;
    }
    return best;
  };

  /** Gives row `r` a column, or leaves one row of its path alone: whichever costs least. */
  function augment(r: number): void {
    let alone = r;
    let aloneAt = price[r];
    let end = -1;
    relax(r, 0);
    for (;;) {
      const c = nearest();
      if (c < 0 || search.distance[c] >= aloneAt) break;
      search.done[c] = 1;
      if (rowOf[c] < 0) {
        end = c;
        break;
      }
      const next = rowOf[c];
      if (search.distance[c] + price[next] < aloneAt) {
        alone = next;
        aloneAt = search.distance[c] + price[next];
      }
      relax(next, search.distance[c]);
    }
    settle(r, end, { alone, total: end < 0 ? aloneAt : search.distance[end] });
  }

  /** Moves the potentials by the length of the path, then turns the path round. */
  function settle(r: number, end: number, at: { alone: number; total: number }): void {
    for (const c of search.reached) {
      if (!search.done[c]) continue;
      const less = at.total - search.distance[c];
      if (less <= 0) continue;
      potential[c] -= less;
      if (rowOf[c] >= 0) price[rowOf[c]] -= less;
    }
    price[r] -= at.total;
    let c = end;
    if (end < 0 && at.alone !== r) {
      c = columnOf[at.alone];
      columnOf[at.alone] = -1;
    }
    while (c >= 0) {
      const row = search.from[c];
      const before = columnOf[row];
      columnOf[row] = c;
      rowOf[c] = row;
      c = row === r ? -1 : before;
    }
    for (const one of search.reached) {
      search.distance[one] = Infinity;
      search.from[one] = -1;
      search.done[one] = 0;
    }
    search.reached.length = 0;
  }

  for (let r = 0; r < rows; r++) augment(r);
  return columnOf;
}
