import type { CityPlan } from "./city-plan.ts";
import type { UnitMap } from "./units.ts";

/**
 * The least remoteness that lets a city grown outwards arrive at each unit: the highest value on
 * the easiest way there. Towns grown in this order have no detached parts.
 */
export function measureReach(plan: CityPlan, map: UnitMap): number[] {
  const pairs = [...map.borders, ...pairAcrossRiver(plan, map)];
  const start = map.units.reduce((a, b) => (b.remoteness < a.remoteness ? b : a));
  const reach = map.units.map(() => Number.POSITIVE_INFINITY);
  reach[start.index] = start.remoteness;
  for (let changed = true; changed; ) {
    changed = false;
    for (const [a, b] of pairs) {
      const through = Math.min(reach[a]!, reach[b]!);
      for (const unit of [a, b]) {
        const arrival = Math.max(through, map.units[unit]!.remoteness);
        if (arrival >= reach[unit]!) continue;
        reach[unit] = arrival;
        changed = true;
      }
    }
  }
  return reach;
}

function pairAcrossRiver(plan: CityPlan, map: UnitMap): [number, number][] {
  return plan.vLines.slice(1).map((_, row) => {
    return [map.at(plan.riverStrip - 1, row), map.at(plan.riverStrip + 1, row)];
  });
}
