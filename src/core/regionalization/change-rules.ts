import { type Bonds, resolveBonds } from "./bonds.ts";
import type { PlanRules } from "./plan-rules.ts";
import { joinUp, judgePlaceable, type Problem } from "./problem.ts";

/** Who is in a group or in a kept district. */
function bound({ groups, kept }: Bonds): number[] {
  return [...groups, ...kept].flatMap(({ members }) => members);
}

/** Who can be placed; the same array where the rules change nothing about it. */
function placeableUnder(before: Problem, bonds: Bonds): Uint8Array {
  const judge = judgePlaceable(before, bonds);
  const changed = [...bound(before.bonds), ...bound(bonds)].filter(
    (i) => judge(i) !== before.placeable[i],
  );
  if (changed.length === 0) return before.placeable;
  const placeable = before.placeable.slice();
  for (const i of changed) placeable[i] = judge(i);
  return placeable;
}

/**
 * The problem under other rules, equal to one set up anew with them (SPEC R52). Costs the rules and a
 * few passes over flat arrays; components, objective and issues are found anew only where the rules
 * change who can be placed, who is linked or how many districts are wanted.
 * @param before with the objective that its parameters name
 */
export function changeRules(before: Problem, rules: PlanRules): Problem {
  const { world, given, parameters, participant, cell } = before;
  const bonds = resolveBonds({ world, graph: given, parameters, rules, participant, cell });
  const placeable = placeableUnder(before, bonds);
  const parts = { ...before, rules, bonds, graph: bonds.graph, placeable };
  const stands =
    placeable === before.placeable &&
    bonds.graph === before.graph &&
    bonds.kept.length === before.bonds.kept.length;
  if (!stands) return joinUp(parts);
  const ofLimits = before.issues.slice(before.bonds.issues.length);
  return { ...parts, issues: [...bonds.issues, ...ofLimits] };
}
