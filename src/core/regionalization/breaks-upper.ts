import type { World } from "../ingest/world.ts";
import type { Limits } from "../zoning/limits.ts";

const isAbove = (value: number, limit: number | null) => limit !== null && value > limit;

/** Greatest distance between the centroids of `members`, m. O(members²). */
function spanM({ shapes: { centroid } }: World, members: readonly number[]): number {
  let max2 = 0;
  members.forEach((a, k) => {
    for (const b of members.slice(k + 1)) {
      const dx = centroid[2 * a] - centroid[2 * b];
      const dy = centroid[2 * a + 1] - centroid[2 * b + 1];
      max2 = Math.max(max2, dx * dx + dy * dy);
    }
  });
  return Math.sqrt(max2);
}

/** The upper limit that `members` together break, null when none: no district can hold them all. */
export function breaksUpper(
  world: World,
  limits: Limits,
  members: readonly number[],
): "max-households" | "max-floor-area" | "max-compounds" | "max-span" | null {
  const sum = (of: (i: number) => number) => members.reduce((s, i) => s + of(i), 0);
  const households = sum((i) => world.compounds[i].households);
  if (isAbove(households, limits.maxHouseholds)) return "max-households";
  const floorAreaM2 = sum((i) => world.compounds[i].floorAreaM2);
  if (isAbove(floorAreaM2, limits.maxFloorAreaM2)) return "max-floor-area";
  if (isAbove(members.length, limits.maxCompounds)) return "max-compounds";
  if (limits.maxSpanM === null || members.length === 1) return null;
  return isAbove(spanM(world, members), limits.maxSpanM) ? "max-span" : null;
}
