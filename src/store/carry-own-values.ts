import { membersByDistrict, type Recipe, type Zoning } from "../core/index.ts";

type Places = Recipe["districtAssumptions"];

/** Values of single districts on a new zoning, and how many districts lost theirs. */
export interface CarriedValues {
  readonly places: Places;
  readonly dropped: number;
}

/**
 * A solve numbers districts anew, so a district's own values follow its members: they go to the
 * district of exactly the same compounds, and are dropped where there is none. O(n).
 */
export function carryOwnValues(places: Places, before: Zoning, after: Zoning): CarriedValues {
  if (Object.keys(places).length === 0) return { places, dropped: 0 };
  const textOf = (members: readonly number[]) => members.join(" ");
  const idOf = new Map(
    membersByDistrict(after).map((members, d) => [textOf(members), after.districts[d].id]),
  );
  const members = membersByDistrict(before);
  const position = new Map(before.districts.map(({ id }, d) => [id, d]));
  const carried: Record<string, Places[string]> = {};
  let dropped = 0;
  for (const [id, own] of Object.entries(places)) {
    const d = position.get(id);
    const next =
      d === undefined || members[d].length === 0 ? undefined : idOf.get(textOf(members[d]));
    if (next === undefined) dropped++;
    else carried[next] = own;
  }
  return { places: carried, dropped };
}
