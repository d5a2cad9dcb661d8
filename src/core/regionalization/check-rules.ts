import type { Violation } from "../zoning/violation.ts";
import type { Bonds } from "./bonds.ts";
import type { Problem } from "./problem.ts";

/** Members that a must-together group has outside the district. */
function missingMembers({ groups, groupOf }: Bonds, members: readonly number[]): number {
  const inside = new Map<number, number>();
  for (const i of members) {
    if (groupOf[i] >= 0) inside.set(groupOf[i], (inside.get(groupOf[i]) ?? 0) + 1);
  }
  return [...inside].reduce((sum, [g, count]) => sum + groups[g].members.length - count, 0);
}

function pairsInside({ never }: Bonds, members: readonly number[]): number {
  const own = new Set(members);
  let pairs = 0;
  for (const i of members) {
    for (let k = never.start[i]; k < never.start[i + 1]; k++) {
      if (never.other[k] > i && own.has(never.other[k])) pairs++;
    }
  }
  return pairs;
}

/** Members that are not the kept district's, and its own that are missing. */
function foreignMembers({ kept, keptOf }: Bonds, members: readonly number[]): number {
  const touched = new Set(members.map((i) => keptOf[i]).filter((k) => k >= 0));
  return [...touched].reduce((sum, k) => {
    const inside = members.filter((i) => keptOf[i] === k).length;
    return sum + (kept[k].members.length - inside) + (members.length - inside);
  }, 0);
}

/** Anchors beyond what one lock brought together itself. */
function anchorsOf({ bonds, participant }: Problem, members: readonly number[]): number {
  const anchors = members.filter((i) => participant[i] === 2);
  const lockOf = (i: number) => (bonds.groupOf[i] < 0 ? null : bonds.groups[bonds.groupOf[i]].lock);
  const own = anchors.map((i) => (lockOf(i)?.compounds.includes(i) ? lockOf(i)?.id : `#${i}`));
  return new Set(own).size;
}

/**
 * Rules that one district breaks: must-together groups it parts, never-together pairs it holds, kept
 * districts it changes (`value` counts compounds or pairs, `limit` 0), anchors beyond the first
 * (`limit` 1). O(members + their pairs).
 */
export function checkRules(problem: Problem, members: readonly number[]): Violation[] {
  const { bonds, parameters } = problem;
  const violations: Violation[] = [];
  const add = (rule: Violation["rule"], value: number, limit: number) => {
    if (value > limit) violations.push({ rule, value, limit });
  };
  add("must-together", missingMembers(bonds, members), 0);
  add("never-together", pairsInside(bonds, members), 0);
  add("locked", foreignMembers(bonds, members), 0);
  const isKept = bonds.keptOf[members[0]] >= 0;
  if (parameters.anchorsAsSeeds && !isKept) add("anchors", anchorsOf(problem, members), 1);
  return violations;
}
