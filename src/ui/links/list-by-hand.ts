import type { HandLinks, LinkPair, World } from "../../core/index.ts";

/** A pair that a person linked or cut. */
interface PairMade {
  readonly ids: LinkPair;
  readonly by: "linked" | "cut";
  /** compound indices */
  readonly pair: readonly [number, number];
}

/** What a person linked or cut, as pairs of compounds that the data have. */
export function listByHand(
  world: World,
  { recipe: { linksAdded, linksRemoved } }: { readonly recipe: HandLinks },
): PairMade[] {
  if (linksAdded.length + linksRemoved.length === 0) return [];
  const indexOf = new Map(world.compounds.map(({ id }, i) => [id, i]));
  return [
    ...linksAdded.map((ids) => ({ ids, by: "linked" as const })),
    ...linksRemoved.map((ids) => ({ ids, by: "cut" as const })),
  ].flatMap(({ ids, by }) => {
    const [a, b] = ids.map((id) => indexOf.get(id));
    return a === undefined || b === undefined ? [] : [{ ids, by, pair: [a, b] as const }];
  });
}
