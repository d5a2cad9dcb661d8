import { LEFT_OUT_REASONS, type Zoning } from "../zoning/zoning.ts";
import { checkDistrict, zoningLevels } from "./evaluate-zoning.ts";
import { nameDistricts, orderDistricts } from "./name-districts.ts";
import type { Problem } from "./problem.ts";

/** Every compound a district of its own, and who cannot be one. */
export interface AloneBaseline {
  readonly zoning: Zoning;
  /** households left out, then the objective's levels */
  readonly levels: readonly number[];
  /** compounds that break a limit or rule alone, ascending; they are left out */
  readonly cannot: readonly number[];
}

/**
 * Baseline of one compound at a time: every participant that meets every limit and rule alone is a
 * district of its own; kept districts stay. Those that cannot stand alone are left out, or with
 * `regardless` counted as alone all the same, limits or not: what the city costs when nobody joins
 * anybody. O(n).
 */
export function zoneAlone(
  problem: Problem,
  { regardless = false }: { readonly regardless?: boolean } = {},
): AloneBaseline {
  const { participant, bonds, world } = problem;
  const free = [...participant.keys()].filter((i) => participant[i] && bonds.keptOf[i] < 0);
  const cannot = free.filter((i) => checkDistrict(problem, [i]).length > 0);
  const out = new Set(regardless ? [] : cannot);
  const ordered = orderDistricts(problem, [
    ...free.filter((i) => !out.has(i)).map((i) => [i]),
    ...bonds.kept.map(({ members }) => members),
  ]);
  const assignment = new Int32Array(world.compounds.length).fill(-1);
  ordered.forEach((members, district) => {
    for (const i of members) assignment[i] = district;
  });
  const reasonOf = (i: number) => {
    if (assignment[i] >= 0) return "none";
    return participant[i] ? "not-placed" : "not-aged";
  };
  const zoning = {
    districts: nameDistricts(problem, ordered),
    assignment,
    reason: Uint8Array.from(assignment, (_, i) => LEFT_OUT_REASONS.indexOf(reasonOf(i))),
  };
  return { zoning, levels: zoningLevels(problem, zoning), cannot };
}
