import type { Piece } from "../piece.ts";

/** Entries from which the built-in sort is the quicker one. */
const LONG_ROW = 32;

/** Ascending, by insertion up to a length that is rarely passed. */
function sortPart(entry: Uint32Array, from: number, to: number): void {
  if (to - from > LONG_ROW) {
    entry.subarray(from, to).sort();
    return;
  }
  for (let k = from + 1; k < to; k++) {
    const own = entry[k];
    let at = k;
    for (; at > from && entry[at - 1] > own; at--) entry[at] = entry[at - 1];
    entry[at] = own;
  }
}

/** Rows of a CSR table in a new order of nodes, entries renumbered and ascending. */
function reorderRows(
  start: Uint32Array,
  entry: Uint32Array,
  order: Uint32Array,
  position: Uint32Array,
): { start: Uint32Array; entry: Uint32Array } {
  const newStart = new Uint32Array(order.length + 1);
  const newEntry = new Uint32Array(entry.length);
  let end = 0;
  for (let k = 0; k < order.length; k++) {
    const from = end;
    for (let e = start[order[k]]; e < start[order[k] + 1]; e++)
      newEntry[end++] = position[entry[e]];
    // Rows are short: a view and a call for each would take longer than the sorting.
    sortPart(newEntry, from, end);
    newStart[k + 1] = end;
  }
  return { start: newStart, entry: newEntry };
}

/** Members and their centroids in a new order of nodes. */
function reorderMembers(piece: Piece, order: Uint32Array) {
  const memberStart = new Uint32Array(order.length + 1);
  const member = new Uint32Array(piece.member.length);
  const centroid = new Float64Array(piece.centroid.length);
  let end = 0;
  for (let k = 0; k < order.length; k++) {
    for (let m = piece.memberStart[order[k]]; m < piece.memberStart[order[k] + 1]; m++) {
      member[end] = piece.member[m];
      centroid[2 * end] = piece.centroid[2 * m];
      centroid[2 * end + 1] = piece.centroid[2 * m + 1];
      end++;
    }
    memberStart[k + 1] = end;
  }
  return { memberStart, member, centroid };
}

function pick(column: Float64Array, order: Uint32Array): Float64Array {
  const picked = new Float64Array(order.length);
  for (let k = 0; k < order.length; k++) picked[k] = column[order[k]];
  return picked;
}

/**
 * The same piece with node k being what was node `order[k]`. O(n + links); yields what each part of
 * the work cost, so that it can be interrupted.
 */
export function* reorderPiece(piece: Piece, order: Uint32Array): Generator<number, Piece> {
  const { count, rules } = piece;
  const position = new Uint32Array(count);
  for (let k = 0; k < count; k++) position[order[k]] = k;
  const rows = reorderRows(piece.offset, piece.neighbor, order, position);
  yield count;
  const never = reorderRows(piece.neverStart, piece.never, order, position);
  yield count;
  const members = reorderMembers(piece, order);
  yield count;
  const households = pick(piece.households, order);
  const floorAreaM2 = pick(piece.floorAreaM2, order);
  yield count;
  const threshold = pick(piece.threshold, order);
  const size = Int32Array.from(pick(Float64Array.from(piece.size), order));
  yield count;
  return {
    count,
    ...members,
    offset: rows.start,
    neighbor: rows.entry,
    neverStart: never.start,
    never: never.entry,
    households,
    floorAreaM2,
    threshold,
    size,
    rules,
  };
}
