import type { CutTable, LinkTable } from "./graph.ts";

/** Rows of two tables merged into one: `source` 0 is the old table, 1 the fresh one. */
export interface Piece {
  readonly source: 0 | 1;
  readonly start: number;
  readonly end: number;
}

type Pairs = Pick<CutTable, "count" | "a" | "b">;
type Column = Float64Array | Uint32Array | Int32Array | Uint8Array;

/** First row of `table` at or after the pair (a, b); `table.count` when there is none. */
export function findRow({ count, a, b }: Pairs, atA: number, atB: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (a[middle] < atA || (a[middle] === atA && b[middle] < atB)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The pieces that, one after the other, are the old rows without those in `dropped` and the fresh
 * rows, in the order of (a, b). O((dropped + fresh) · log rows).
 * @param dropped rows of `old`, ascending
 */
export function planSplice(old: Pairs, dropped: readonly number[], fresh: Pairs): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  let row = 0;
  const keepUntil = (end: number) => {
    if (end > start) pieces.push({ source: 0, start, end });
    start = Math.max(start, end);
  };
  for (let d = 0; d <= dropped.length; d++) {
    const until = d < dropped.length ? dropped[d] : old.count;
    for (; row < fresh.count; row++) {
      const at = findRow(old, fresh.a[row], fresh.b[row]);
      if (at > until) break;
      keepUntil(at);
      pieces.push({ source: 1, start: row, end: row + 1 });
    }
    keepUntil(until);
    start = Math.max(start, until + 1);
  }
  return pieces;
}

function countRows(pieces: readonly Piece[]): number {
  return pieces.reduce((rows, { start, end }) => rows + end - start, 0);
}

/** One column of the merged table, copied in blocks; `width` numbers per row. */
function spliceColumn<C extends Column>(
  [old, fresh]: readonly [C, C],
  pieces: readonly Piece[],
  width = 1,
): C {
  const Numbers = old.constructor as new (length: number) => C;
  const column = new Numbers(width * countRows(pieces));
  let at = 0;
  for (const { source, start, end } of pieces) {
    column.set((source === 0 ? old : fresh).subarray(width * start, width * end), at);
    at += width * (end - start);
  }
  return column;
}

type Met = Pick<LinkTable, "barrierStart" | "barriers">;

function countMet(tables: readonly [Met, Met], pieces: readonly Piece[]): number {
  return pieces.reduce((met, { source, start, end }) => {
    const { barrierStart } = tables[source];
    return met + barrierStart[end] - barrierStart[start];
  }, 0);
}

function spliceMet(
  tables: readonly [Met, Met],
  pieces: readonly Piece[],
  renumber: (barrier: number) => number,
): Met {
  const barrierStart = new Uint32Array(countRows(pieces) + 1);
  const barriers = new Uint32Array(countMet(tables, pieces));
  let row = 0;
  let met = 0;
  for (const { source, start, end } of pieces) {
    const from = tables[source];
    const first = from.barrierStart[start];
    const last = from.barrierStart[end];
    for (let r = start; r < end; r++) barrierStart[++row] = met + from.barrierStart[r + 1] - first;
    barriers.set(from.barriers.subarray(first, last), met);
    if (source === 0) {
      for (let k = met; k < met + last - first; k++) barriers[k] = renumber(barriers[k]);
    }
    met += last - first;
  }
  return { barrierStart, barriers };
}

/** The merged links; barriers of old rows are renumbered. O(links), in blocks. */
export function spliceLinks(
  old: LinkTable,
  fresh: LinkTable,
  { pieces, renumber }: { pieces: readonly Piece[]; renumber: (barrier: number) => number },
): LinkTable {
  return {
    count: countRows(pieces),
    a: spliceColumn([old.a, fresh.a], pieces),
    b: spliceColumn([old.b, fresh.b], pieces),
    gapM: spliceColumn([old.gapM, fresh.gapM], pieces),
    wallM: spliceColumn([old.wallM, fresh.wallM], pieces),
    needsCrossing: spliceColumn([old.needsCrossing, fresh.needsCrossing], pieces),
    penalised: spliceColumn([old.penalised, fresh.penalised], pieces),
    byHand: spliceColumn([old.byHand, fresh.byHand], pieces),
    connection: spliceColumn([old.connection, fresh.connection], pieces, 4),
    ...spliceMet([old, fresh], pieces, renumber),
  };
}

/** The merged cuts; barriers of old rows are renumbered. O(cuts), in blocks. */
export function spliceCuts(
  old: CutTable,
  fresh: CutTable,
  { pieces, renumber }: { pieces: readonly Piece[]; renumber: (barrier: number) => number },
): CutTable {
  const barrier = spliceColumn([old.barrier, fresh.barrier], pieces);
  let at = 0;
  for (const { source, start, end } of pieces) {
    const last = at + end - start;
    if (source === 0) {
      for (let c = at; c < last; c++) barrier[c] = barrier[c] < 0 ? -1 : renumber(barrier[c]);
    }
    at = last;
  }
  return {
    count: countRows(pieces),
    a: spliceColumn([old.a, fresh.a], pieces),
    b: spliceColumn([old.b, fresh.b], pieces),
    gapM: spliceColumn([old.gapM, fresh.gapM], pieces),
    barrier,
    connection: spliceColumn([old.connection, fresh.connection], pieces, 4),
  };
}
