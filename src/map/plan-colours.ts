import {
  colourDistricts,
  findNearPairs,
  type PairReport,
  type World,
  type Zoning,
} from "../core/index.ts";

/**
 * Colour numbers of several plans by district position: districts of later plans keep the colour of
 * the district of the first that they are matched to, where their neighbours allow it.
 * @param matched of the second plan on
 */
export function colourPlans(
  world: World,
  zonings: readonly Zoning[],
  matched: readonly PairReport["matched"][],
): (readonly number[])[] {
  const pairs = findNearPairs(world);
  const [first] = zonings;
  const own = colourDistricts(pairs, first, new Map());
  const colourOf = new Map(first.districts.map(({ id }, d) => [id, own[d]]));
  return zonings.map((zoning, k) => {
    if (k === 0) return own;
    const kept = (matched[k - 1] ?? []).flatMap((one): [string, number][] => {
      const colour = colourOf.get(one.first);
      return colour === undefined ? [] : [[one.second, colour]];
    });
    return colourDistricts(pairs, zoning, new Map(kept));
  });
}
