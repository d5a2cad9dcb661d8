import { createRng, deriveSeed } from "../src/core/base/rng.ts";
import type { CityPlan } from "./city-plan.ts";
import { largestRing, uniteRings } from "./clipping.ts";
import { groupUnits } from "./group-units.ts";
import { nameCommunity, TOWNS } from "./place-names.ts";
import { centroid, type Ring } from "./ring.ts";
import type { UnitMap } from "./units.ts";

/** A 社区 of the demo city. */
export interface Community {
  /** 12 digits: county 532301, invented town number, village number */
  readonly code: string;
  /** without the ending 社区 */
  readonly baseName: string;
  readonly town: string;
  readonly units: readonly number[];
  readonly ring: Ring;
}

/** County code of the city whose published totals the demo follows. */
const COUNTY_CODE = "532301";
/** Town numbers start here to stay clear of the county's real ones. */
const FIRST_TOWN_NUMBER = 191;

/** Groups city units into 社区 of 8–25 compounds, inside one superblock wherever that is enough. */
export function drawCommunities(
  seed: number,
  plan: CityPlan,
  { map, city, counts }: { map: UnitMap; city: ReadonlySet<number>; counts: readonly number[] },
): Community[] {
  const groups = groupUnits(map, city, counts);
  const rng = createRng(deriveSeed(seed, 4));
  const used = new Set<string>();
  const numbers = new Map<number, number>();
  const drawn = groups.map((units) => {
    const ring = largestRing(uniteRings(units.map((unit) => map.units[unit]!.ring)))!;
    return { units, ring, town: townOf(plan, map, units[0]!) };
  });
  drawn.sort((a, b) => a.town - b.town || centroid(b.ring)[1] - centroid(a.ring)[1]);
  return drawn.map(({ units, ring, town }) => {
    const number = (numbers.get(town) ?? 0) + 1;
    numbers.set(town, number);
    const code = `${COUNTY_CODE}${FIRST_TOWN_NUMBER + town}${String(number).padStart(3, "0")}`;
    return { code, baseName: nameCommunity(rng, used), town: TOWNS[town]!, units, ring };
  });
}

function townOf(plan: CityPlan, map: UnitMap, index: number): number {
  const unit = map.units[index]!;
  const rail = plan.vLines.findIndex((line) => line.east === "railway");
  if (rail >= 0 && unit.row >= rail) return 2;
  return unit.column < plan.riverStrip ? 0 : 1;
}
