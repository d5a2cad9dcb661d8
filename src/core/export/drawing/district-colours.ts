import Flatbush from "flatbush";
import type { World } from "../../ingest/world.ts";
import type { Zoning } from "../../zoning/zoning.ts";
import { DISTRICT_COLOURS } from "./paper-colours.ts";

/** Farther apart than this, two districts do not look like neighbours; m. */
const REACH_M = 90;

/** Pairs of compounds whose boxes lie within sight of each other, flat: a0, b0, a1, b1, … (a < b). */
export function findNearPairs(world: World): Uint32Array {
  const { count, bounds } = world.shapes;
  if (count === 0) return new Uint32Array();
  const index = new Flatbush(count);
  for (let i = 0; i < count; i++) {
    index.add(bounds[4 * i], bounds[4 * i + 1], bounds[4 * i + 2], bounds[4 * i + 3]);
  }
  index.finish();
  const pairs: number[] = [];
  for (let i = 0; i < count; i++) {
    const [minX, minY, maxX, maxY] = bounds.subarray(4 * i, 4 * i + 4);
    const near = index.search(minX - REACH_M, minY - REACH_M, maxX + REACH_M, maxY + REACH_M);
    for (const j of near) if (j > i) pairs.push(i, j);
  }
  return Uint32Array.from(pairs);
}

function neighbourSets(pairs: Uint32Array, zoning: Zoning): Set<number>[] {
  const sets = zoning.districts.map(() => new Set<number>());
  for (let k = 0; k < pairs.length; k += 2) {
    const a = zoning.assignment[pairs[k]];
    const b = zoning.assignment[pairs[k + 1]];
    if (a < 0 || b < 0 || a === b) continue;
    sets[a].add(b);
    sets[b].add(a);
  }
  return sets;
}

/**
 * A colour number for each district so that neighbours differ wherever eight colours allow it.
 * Districts with most neighbours choose first (Welsh & Powell 1967) and take the colour least used
 * so far. A district keeps its `previous` colour (by id) unless an earlier one has taken it.
 */
export function colourDistricts(
  pairs: Uint32Array,
  zoning: Zoning,
  previous: ReadonlyMap<string, number>,
): number[] {
  const neighbours = neighbourSets(pairs, zoning);
  const colours = zoning.districts.map(() => -1);
  const used = DISTRICT_COLOURS.map(() => 0);
  const order = zoning.districts
    .map((_, d) => d)
    .sort((a, b) => neighbours[b].size - neighbours[a].size || a - b);
  for (const d of order) {
    const clashes = DISTRICT_COLOURS.map(() => 0);
    for (const n of neighbours[d]) if (colours[n] >= 0) clashes[colours[n]]++;
    const kept = previous.get(zoning.districts[d].id);
    const free = kept !== undefined && clashes[kept] === 0 ? kept : leastUsed(clashes, used);
    colours[d] = free;
    used[free]++;
  }
  return colours;
}

function leastUsed(clashes: readonly number[], used: readonly number[]): number {
  let best = 0;
  for (let c = 1; c < clashes.length; c++) {
    const better = clashes[c] - clashes[best] || used[c] - used[best];
    if (better < 0) best = c;
  }
  return best;
}
