import type { Move, ZoningDiff } from "../zoning/edit.ts";
import type { Zoning } from "../zoning/zoning.ts";

/**
 * One diff with the effect of `diffs` in order; compounds that end where they began are not in it.
 * @throws when `diffs` is empty
 */
export function squashDiffs(diffs: readonly ZoningDiff[]): ZoningDiff {
  const first = diffs[0];
  const last = diffs.at(-1);
  if (!first || !last) throw new Error("nothing to squash: no diffs given");
  const moves = new Map<number, Move>();
  for (const move of diffs.flatMap((diff) => diff.moves)) {
    const before = moves.get(move.compound) ?? move;
    moves.set(move.compound, { ...move, from: before.from, reasonFrom: before.reasonFrom });
  }
  return {
    moves: [...moves.values()]
      .filter((move) => move.from !== move.to || move.reasonFrom !== move.reasonTo)
      .sort((a, b) => a.compound - b.compound),
    districtsBefore: first.districtsBefore,
    districtsAfter: last.districtsAfter,
  };
}

/**
 * The diff that turns `before` into `after`, e.g. one plan into the next.
 * @throws when the two are not about equally many compounds
 */
export function diffZonings(before: Zoning, after: Zoning): ZoningDiff {
  const count = before.assignment.length;
  if (after.assignment.length !== count)
    throw new Error(`zonings of ${count} and ${after.assignment.length} compounds differ in data`);
  const moves: Move[] = [];
  for (let compound = 0; compound < count; compound++) {
    const from = before.assignment[compound];
    const to = after.assignment[compound];
    const reasonFrom = before.reason[compound];
    const reasonTo = after.reason[compound];
    if (from !== to || reasonFrom !== reasonTo)
      moves.push({ compound, from, to, reasonFrom, reasonTo });
  }
  return { moves, districtsBefore: before.districts, districtsAfter: after.districts };
}
