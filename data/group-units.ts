import { listNeighbours } from "./city-extent.ts";
import type { UnitMap } from "./units.ts";

/** Compounds of a 社区: merging stops above `wanted`, goes on below `fewest`, never passes `most`. */
const SIZE = { fewest: 8, wanted: 14, usual: 22, most: 25 } as const;

class Group {
  readonly units: number[];
  compounds: number;

  constructor(unit: number, compounds: number) {
    this.units = [unit];
    this.compounds = compounds;
  }
}

/** Which groups are merged: those `below` a size, with a partner that `fits`, up to `most` together. */
interface MergeRule {
  readonly below: number;
  readonly most: number;
  fits(a: Group, b: Group): boolean;
}

/** Groups neighbouring city units: first inside superblocks, then the rest with any neighbour. */
export function groupUnits(
  map: UnitMap,
  city: ReadonlySet<number>,
  counts: readonly number[],
): number[][] {
  const neighbours = listNeighbours(map);
  const groupOf = new Map([...city].map((unit) => [unit, new Group(unit, counts[unit]!)]));
  const superblock = (group: Group) => map.units[group.units[0]!]!.superblock;
  const rules: MergeRule[] = [
    { below: SIZE.wanted, most: SIZE.usual, fits: (a, b) => superblock(a) === superblock(b) },
    { below: SIZE.fewest, most: SIZE.most, fits: () => true },
    { below: 1, most: Number.POSITIVE_INFINITY, fits: () => true },
  ];
  for (const rule of rules) mergeGroups(groupOf, neighbours, rule);
  return [...new Set(groupOf.values())].map((group) => group.units);
}

function bySize(a: Group, b: Group): number {
  return a.compounds - b.compounds || a.units[0]! - b.units[0]!;
}

/** Merges the smallest group with its smallest fitting neighbour until no rule applies. */
function mergeGroups(
  groupOf: Map<number, Group>,
  neighbours: readonly (readonly number[])[],
  rule: MergeRule,
): void {
  const waiting = new Set([...groupOf.values()].filter((group) => group.compounds < rule.below));
  while (waiting.size > 0) {
    const smallest = [...waiting].sort(bySize)[0]!;
    waiting.delete(smallest);
    const around = smallest.units.flatMap((unit) =>
      neighbours[unit]!.flatMap((next) => groupOf.get(next) ?? []),
    );
    const partner = [...new Set(around)]
      .filter((other) => other !== smallest)
      .filter((other) => smallest.compounds + other.compounds <= rule.most)
      .filter((other) => rule.fits(smallest, other))
      .sort(bySize)[0];
    if (!partner) continue;
    partner.units.push(...smallest.units);
    partner.compounds += smallest.compounds;
    for (const unit of smallest.units) groupOf.set(unit, partner);
    if (partner.compounds >= rule.below) waiting.delete(partner);
  }
}
