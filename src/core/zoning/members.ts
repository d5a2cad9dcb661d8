import type { Zoning } from "./zoning.ts";

/** Compound indices of each district, ascending; same order as `zoning.districts`. O(n). */
export function membersByDistrict(zoning: Zoning): number[][] {
  const members: number[][] = zoning.districts.map(() => []);
  zoning.assignment.forEach((district, compound) => {
    if (district >= 0) members[district].push(compound);
  });
  return members;
}
