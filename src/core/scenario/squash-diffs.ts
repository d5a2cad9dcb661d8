import type { DistrictChange, Move, ZoningDiff } from "../zoning/edit.ts";
import type { District, Zoning } from "../zoning/zoning.ts";

/**
 * One diff with the effect of `diffs` in order; compounds that end where they began are not in it.
 * @throws when `diffs` is empty
 */
export function squashDiffs(diffs: readonly ZoningDiff[]): ZoningDiff {
  if (diffs.length === 0) throw new Error("nothing to squash: no diffs given");
  const moves = new Map<number, Move>();
  for (const move of diffs.flatMap((diff) => diff.moves)) {
    const before = moves.get(move.compound) ?? move;
    moves.set(move.compound, { ...move, from: before.from, reasonFrom: before.reasonFrom });
  }
  return {
    moves: [...moves.values()]
      .filter((move) => move.from !== move.to || move.reasonFrom !== move.reasonTo)
      .sort((a, b) => a.compound - b.compound),
    districts: squashDistricts(diffs.flatMap((diff) => diff.districts)),
  };
}

function isSameDistrict(a: District | null, b: District | null): boolean {
  return a === b || (a?.id === b?.id && a?.name === b?.name);
}

/** One change per position with the effect of all of them in order; what came to nothing is left out. */
function squashDistricts(changes: readonly DistrictChange[]): DistrictChange[] {
  const byPosition = new Map<number, DistrictChange>();
  for (const change of changes) {
    const before = byPosition.get(change.at)?.before;
    byPosition.set(change.at, before === undefined ? change : { ...change, before });
  }
  return [...byPosition.values()]
    .filter(({ before, after }) => !isSameDistrict(before, after))
    .sort((a, b) => a.at - b.at);
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
  return { moves, districts: diffDistricts(before.districts, after.districts) };
}

function diffDistricts(before: readonly District[], after: readonly District[]): DistrictChange[] {
  const length = Math.max(before.length, after.length);
  const changes = Array.from({ length }, (_, at) => ({
    at,
    before: before[at] ?? null,
    after: after[at] ?? null,
  }));
  return changes.filter((change) => !isSameDistrict(change.before, change.after));
}
