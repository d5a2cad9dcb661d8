import type { Piece } from "../piece.ts";

/** Sums of a node set under construction, one entry per depth, so that leaving a node is free. */
export interface Sums {
  readonly households: Float64Array;
  readonly floorAreaM2: Float64Array;
  readonly threshold: Float64Array;
  readonly size: Int32Array;
}

/** Entry `depth` is the sum of the first `depth` nodes; entry 0 is 0. */
export function createSums(depth: number): Sums {
  return {
    households: new Float64Array(depth + 1),
    floorAreaM2: new Float64Array(depth + 1),
    threshold: new Float64Array(depth + 1),
    size: new Int32Array(depth + 1),
  };
}

/** Writes the sums of the first `depth` nodes and `node` to entry `depth + 1`. */
export function pushNode(sums: Sums, piece: Piece, depth: number, node: number): void {
  sums.households[depth + 1] = sums.households[depth] + piece.households[node];
  sums.floorAreaM2[depth + 1] = sums.floorAreaM2[depth] + piece.floorAreaM2[node];
  sums.threshold[depth + 1] = sums.threshold[depth] + piece.threshold[node];
  sums.size[depth + 1] = sums.size[depth] + piece.size[node];
}

/** Upper limits on sums are monotone: a set that breaks one has no superset that meets it. */
export function withinUpper(sums: Sums, { rules }: Piece, depth: number): boolean {
  return (
    sums.households[depth] <= rules.maxHouseholds &&
    sums.floorAreaM2[depth] <= rules.maxFloorAreaM2 &&
    sums.size[depth] <= rules.maxCompounds
  );
}

/** Whether the first `depth` nodes meet every minimum. */
export function reachesLower(sums: Sums, { rules }: Piece, depth: number): boolean {
  return (
    sums.households[depth] >= rules.minHouseholds &&
    sums.floorAreaM2[depth] >= rules.minFloorAreaM2 &&
    sums.threshold[depth] >= rules.minThreshold
  );
}

/** The same for the first `depth` nodes less one of them. */
export function reachesWithout(sums: Sums, piece: Piece, depth: number, node: number): boolean {
  const { rules } = piece;
  return (
    sums.households[depth] - piece.households[node] >= rules.minHouseholds &&
    sums.floorAreaM2[depth] - piece.floorAreaM2[node] >= rules.minFloorAreaM2 &&
    sums.threshold[depth] - piece.threshold[node] >= rules.minThreshold
  );
}

/** Whether any member of node `a` is farther than the span limit from any member of node `b`. */
function tooFar(piece: Piece, a: number, b: number): boolean {
  const { memberStart, centroid, rules } = piece;
  for (let i = memberStart[a]; i < memberStart[a + 1]; i++) {
    for (let j = memberStart[b]; j < memberStart[b + 1]; j++) {
      const dx = centroid[2 * i] - centroid[2 * j];
      const dy = centroid[2 * i + 1] - centroid[2 * j + 1];
      if (Math.sqrt(dx * dx + dy * dy) > rules.maxSpanM) return true;
    }
  }
  return false;
}

/** Whether `node`, with `path[0 … depth−1]` and itself, stays within the span limit. */
export function withinSpan(
  piece: Piece,
  path: ArrayLike<number>,
  depth: number,
  node: number,
): boolean {
  if (piece.rules.maxSpanM === Infinity) return true;
  if (tooFar(piece, node, node)) return false;
  for (let k = 0; k < depth; k++) if (tooFar(piece, node, path[k])) return false;
  return true;
}
