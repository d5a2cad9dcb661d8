import type { Piece } from "../piece.ts";

const BITS = 16;

/** Position of a cell on the Hilbert curve through a 2¹⁶ × 2¹⁶ grid (Hilbert 1891). */
function hilbertPosition(column: number, row: number): number {
  let x = column;
  let y = row;
  let position = 0;
  for (let side = 2 ** (BITS - 1); side >= 1; side /= 2) {
    const right = x & side ? 1 : 0;
    const upper = y & side ? 1 : 0;
    position += side * side * ((3 * right) ^ upper);
    if (upper === 0) {
      if (right === 1) {
        x = 2 ** BITS - 1 - x;
        y = 2 ** BITS - 1 - y;
      }
      const t = x;
      x = y;
      y = t;
    }
  }
  return position;
}

/**
 * Nodes of a piece along a Hilbert curve through their first members' centroids, ties by node: what
 * is near in the city is near in memory, and a stretch of the order is a blob on the map. O(n log n).
 * @returns a permutation of 0 … count−1
 */
export function hilbertOrder(piece: Piece): Uint32Array {
  const { count, memberStart, centroid } = piece;
  let [minX, minY, extent] = [Infinity, Infinity, 1];
  for (let k = 0; k < centroid.length; k += 2) {
    minX = Math.min(minX, centroid[k]);
    minY = Math.min(minY, centroid[k + 1]);
  }
  for (let k = 0; k < centroid.length; k += 2) {
    extent = Math.max(extent, centroid[k] - minX, centroid[k + 1] - minY);
  }
  const scale = (2 ** BITS - 1) / extent;
  const keys = new Float64Array(count);
  const shift = 2 ** Math.ceil(Math.log2(count + 1));
  for (let k = 0; k < count; k++) {
    const at = 2 * memberStart[k];
    const column = Math.floor((centroid[at] - minX) * scale);
    const row = Math.floor((centroid[at + 1] - minY) * scale);
    keys[k] = hilbertPosition(column, row) * shift + k;
  }
  keys.sort();
  return Uint32Array.from(keys, (key) => key % shift);
}
