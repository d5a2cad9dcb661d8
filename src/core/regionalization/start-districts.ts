import { membersByDistrict } from "../zoning/members.ts";
import { checkDistrict } from "./evaluate-zoning.ts";
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
