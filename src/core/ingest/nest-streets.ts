import type { IssueLog } from "./issue-log.ts";
import type { PlainCompound } from "./plain-compound.ts";
import type { Community, Compound } from "./world.ts";

/** 街道 that compounds and layer name for each 社区, with how many compounds name it. */
function streetsByCommunity(
  compounds: readonly Compound[],
  communities: readonly Community[],
): Map<string, Map<string, number>> {
  const streets = new Map<string, Map<string, number>>();
  const add = (community: string, street: string, n: number) => {
    const named = streets.get(community) ?? new Map<string, number>();
    streets.set(community, named.set(street, (named.get(street) ?? 0) + n));
  };
  for (const { key, street } of communities) if (street !== null) add(key, street, 0);
  for (const { community, street } of compounds) {
    if (community !== null && street !== null) add(community, street, 1);
  }
  return streets;
}

/**
 * 社区 nest in 街道: a compound without 街道 takes the one its 社区 lies in, when only one is named
 * for it; a 社区 for which several are named is an issue. Parallel to `compounds`.
 */
export function nestStreets(
  compounds: readonly PlainCompound[],
  communities: readonly Community[],
  log: IssueLog,
): PlainCompound[] {
  const streets = streetsByCommunity(compounds, communities);
  const names = new Map(compounds.map((c) => [c.community, c.communityName]));
  for (const [key, named] of [...streets].sort(([p], [q]) => (p < q ? -1 : 1))) {
    if (named.size < 2) continue;
    const feature = { id: key, name: names.get(key) ?? key };
    log.add("warning", "community-in-streets", {
      feature,
      args: { streets: [...named.keys()].sort().join("、") },
    });
  }
  let derived = 0;
  const nested = compounds.map((compound) => {
    const named = compound.community === null ? undefined : streets.get(compound.community);
    if (compound.street !== null || named?.size !== 1) return compound;
    derived += 1;
    return { ...compound, street: [...named.keys()][0] };
  });
  if (derived > 0)
    log.add("info", "street-derived", { args: { n: derived, total: compounds.length } });
  return nested;
}
