import { membersByDistrict } from "../zoning/members.ts";
import { checkDistrict } from "./evaluate-zoning.ts";
import type { Piece } from "./piece.ts";
import type { Problem } from "./problem.ts";

/**
 * Districts of the problem's start that may stand as they are: every limit and rule holds and every
 * member can be placed. The others are taken apart. [] without a start. O(n).
 */
export function startDistricts(problem: Problem): number[][] {
  const { start, placeable } = problem;
  if (start === null) return [];
  return membersByDistrict(start).filter(
    (members) =>
      members.length > 0 &&
      members.every((i) => placeable[i] === 1) &&
      checkDistrict(problem, members).length === 0,
  );
}

/**
 * The start as the pieces see it: district per node, −1 = left out; undefined for every piece
 * without a start. O(n).
 */
export function startNodes(
  problem: Problem,
  pieces: readonly Piece[],
): readonly (Int32Array | undefined)[] {
  if (problem.start === null) return pieces.map(() => undefined);
  const of = new Int32Array(problem.world.compounds.length).fill(-1);
  startDistricts(problem).forEach((members, district) => {
    for (const i of members) of[i] = district;
  });
  return pieces.map(({ count, member, memberStart }) =>
    Int32Array.from({ length: count }, (_, node) => of[member[memberStart[node]]]),
  );
}
