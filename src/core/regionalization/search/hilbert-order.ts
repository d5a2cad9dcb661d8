import type { Piece } from "../piece.ts";

/** Levels of the curve: 2¹⁵ × 2¹⁵ cells, so that a position fits a small integer. */
const LEVELS = 15;
const CELLS = 2 ** LEVELS;
/** Positions worked out between two yields. */
const SLICE = 2 ** 16;

/** Position of a cell on the Hilbert curve (Hilbert 1891), 0 … CELLS² − 1. */
function hilbertPosition(column: number, row: number): number {
  let x = column;
  let y = row;
  let position = 0;
  for (let level = LEVELS - 1; level >= 0; level--) {
    const right = (x >> level) & 1;
    const upper = (y >> level) & 1;
    position = (position << 2) | ((3 * right) ^ upper);
    if (upper === 1) continue;
    const a = right === 1 ? CELLS - 1 - x : x;
    const b = right === 1 ? CELLS - 1 - y : y;
    x = b;
    y = a;
  }
  return position;
}

/**
 * Nodes of a piece along a Hilbert curve through their first members' centroids, ties by node: what
 * is near in the city is near in memory, and a stretch of the order is a blob on the map. O(n log n).
 * Yields what each part of the work cost. @returns a permutation of 0 … count−1
 */
export function* hilbertOrder(piece: Piece): Generator<number, Uint32Array> {
  const { count, memberStart, centroid } = piece;
  let [minX, minY, extent] = [Infinity, Infinity, 1];
  for (let k = 0; k < centroid.length; k += 2) {
    minX = Math.min(minX, centroid[k]);
    minY = Math.min(minY, centroid[k + 1]);
  }
  for (let k = 0; k < centroid.length; k += 2) {
    extent = Math.max(extent, centroid[k] - minX, centroid[k + 1] - minY);
  }
  const scale = (CELLS - 1) / extent;
  const keys = new Float64Array(count);
  const shift = 2 ** Math.ceil(Math.log2(count + 1));
  for (let k = 0; k < count; k++) {
    const at = 2 * memberStart[k];
    const column = Math.floor((centroid[at] - minX) * scale);
    const row = Math.floor((centroid[at + 1] - minY) * scale);
    keys[k] = hilbertPosition(column, row) * shift + k;
    if (k % SLICE === SLICE - 1) yield SLICE;
  }
  keys.sort();
  yield count;
  const order = new Uint32Array(count);
  for (let k = 0; k < count; k++) order[k] = keys[k] - Math.floor(keys[k] / shift) * shift;
  return order;
}
