import type { Plan } from "../regionalization/plan.ts";
import type { District } from "../zoning/zoning.ts";
import { matchDistricts } from "./match-districts.ts";
import type { Zoned } from "./overlap.ts";

/**
 * Districts of the second under the ids and names of those of the first that they are matched to;
 * the others keep their own, or the next free `P…` id where it is taken. Ids stay unique.
 */
export function carryIdentities(first: Zoned, second: Zoned): District[] {
  const { toFirst } = matchDistricts(first, second);
  const carried = [...toFirst].map((d) => (d < 0 ? null : first.zoning.districts[d]));
  const taken = new Set(carried.flatMap((district) => district?.id ?? []));
  let number = first.zoning.districts.length;
  return second.zoning.districts.map((own, d) => {
    const known = carried[d];
    if (known) return known;
    let { id } = own;
    while (taken.has(id)) id = `P${String(++number).padStart(3, "0")}`;
    taken.add(id);
    return { id, name: own.name };
  });
}

/**
 * A plan under the ids and names of the zoning it stands beside: of the scenario that candidates are
 * asked for, else of the plan of its recipe. Whoever makes candidates names them by this (S75).
 */
export function standBeside(base: Zoned, plan: Plan): Plan {
  const districts = carryIdentities(base, { world: base.world, zoning: plan.zoning });
  return { ...plan, zoning: { ...plan.zoning, districts } };
}
