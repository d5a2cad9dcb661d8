import type { Piece } from "../piece.ts";

/** Rules between pairs of nodes: span and never-together. */
export interface Reach {
  /** false when no pair of nodes is ever forbidden */
  readonly restricted: boolean;
  /** Whether `node` may share a district with all of `list[from … to−1]`. */
  admits(list: Int32Array, from: number, to: number, node: number): boolean;
}

/** O(1) per pair of compounds and per forbidden pair of the node. */
export function createReach(piece: Piece): Reach {
  const { memberStart, centroid, neverStart, never } = piece;
  const spanned = piece.rules.maxSpanM < Infinity;
  const most2 = piece.rules.maxSpanM ** 2;

  const near = (a: number, b: number): boolean => {
    for (let m = memberStart[a]; m < memberStart[a + 1]; m++) {
      for (let k = memberStart[b]; k < memberStart[b + 1]; k++) {
        const dx = centroid[2 * m] - centroid[2 * k];
        const dy = centroid[2 * m + 1] - centroid[2 * k + 1];
        if (dx * dx + dy * dy > most2) return false;
      }
    }
    return true;
  };
  const apart = (a: number, b: number): boolean => {
    for (let e = neverStart[a]; e < neverStart[a + 1]; e++) if (never[e] === b) return true;
    return false;
  };

  return {
    restricted: spanned || never.length > 0,
    admits(list, from, to, node) {
      const bound = neverStart[node + 1] > neverStart[node];
      for (let k = from; k < to; k++) {
        if (spanned && !near(list[k], node)) return false;
        if (bound && apart(node, list[k])) return false;
      }
      return true;
    },
  };
}
