import type { Piece } from "./piece.ts";

/** Most districts that the minimums allow in a piece. */
function mostDistricts({ count, households, floorAreaM2, threshold, rules }: Piece): number {
  const room = (column: Float64Array, min: number) =>
    min > 0 ? Math.floor(column.reduce((sum, value) => sum + value, 0) / min) : count;
  return Math.min(
    count,
    room(households, rules.minHouseholds),
    room(floorAreaM2, rules.minFloorAreaM2),
    room(threshold, rules.minThreshold),
  );
}

/**
 * Shares a wanted number of districts out to the pieces: one each, then always to the one with most
 * households per district (D'Hondt), within what the minimums allow. O(pieces × wanted).
 */
export function shareWanted(pieces: readonly Piece[], wanted: number): number[] {
  const households = pieces.map((piece) => piece.households.reduce((sum, h) => sum + h, 1));
  const most = pieces.map(mostDistricts);
  const counts = most.map((count) => Math.min(1, count));
  let given = counts.reduce((sum, count) => sum + count, 0);
  for (; given < wanted; given++) {
    let next = -1;
    for (let p = 0; p < pieces.length; p++) {
      if (counts[p] >= most[p]) continue;
      if (next < 0 || households[p] * (counts[next] + 1) > households[next] * (counts[p] + 1)) {
        next = p;
      }
    }
    if (next < 0) break;
    counts[next]++;
  }
  return counts;
}
