import type { Districts } from "./districts.ts";
import type { Reach } from "./reach.ts";

/** Whether the district in `list[0 … count−1]` keeps every rule, connection included. */
function isAdmissible(districts: Districts, reach: Reach, list: Int32Array, count: number) {
  const { piece, of } = districts;
  const { rules } = piece;
  const d = of[list[0]];
  if (
    districts.households[d] < rules.minHouseholds ||
    districts.households[d] > rules.maxHouseholds ||
    districts.floorAreaM2[d] < rules.minFloorAreaM2 ||
    districts.floorAreaM2[d] > rules.maxFloorAreaM2 ||
    districts.threshold[d] < rules.minThreshold ||
    districts.size[d] > rules.maxCompounds
  ) {
    return false;
  }
  for (let k = 1; reach.restricted && k < count; k++) {
    if (!reach.admits(list, 0, k, list[k])) return false;
  }
  if (countReached(districts, list[0]) !== count) return false;
  return districts.kernel.admits?.(list, 0, count) ?? true;
}

function countReached({ piece, of }: Districts, root: number): number {
  const seen = new Set([root]);
  for (const node of seen) {
    for (let e = piece.offset[node]; e < piece.offset[node + 1]; e++) {
      if (of[piece.neighbor[e]] === of[root]) seen.add(piece.neighbor[e]);
    }
  }
  return seen.size;
}

/**
 * Takes over the districts of a given zoning that keep every rule; the nodes of the others stay out.
 * @param start per node: any number ≥ 0 for its district, −1 = left out
 */
export function adoptStart(districts: Districts, reach: Reach, start: Int32Array): void {
  const slotOf = new Map<number, number>();
  for (let node = 0; node < start.length; node++) {
    if (start[node] < 0) continue;
    const slot = slotOf.get(start[node]) ?? districts.open();
    slotOf.set(start[node], slot);
    districts.add(node, slot);
  }
  const list = new Int32Array(start.length);
  for (const slot of slotOf.values()) {
    const count = districts.list(slot, list, 0);
    if (!isAdmissible(districts, reach, list, count)) districts.dissolve(slot);
  }
}
