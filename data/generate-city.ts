import type { BlockPlan } from "./blocks.ts";
import { cutBlocks } from "./blocks.ts";
import { scaleTotals } from "./calibration.ts";
import { findCityUnits } from "./city-extent.ts";
import { drawCityFiles } from "./city-files.ts";
import { type CityPlan, planCity } from "./city-plan.ts";
import { type Community, drawCommunities } from "./communities.ts";
import type { CityFile } from "./feature-file.ts";
import { drawDwellings } from "./housing-demand.ts";
import { assignLand, type BlockUse } from "./land-use.ts";
import { writeLedger } from "./ledger.ts";
import { cutParcels } from "./parcels.ts";
import { measureReach } from "./reach.ts";
import { drawGridStreets, drawSideStreets, placeBridges } from "./streets.ts";
import { buildUnits, type UnitMap } from "./units.ts";
import { type Compound, wallIn } from "./walls.ts";

export type { CityFile } from "./feature-file.ts";

/** Which demo city to make. */
export interface CityOptions {
  /** any safe integer; equal seeds give equal bytes */
  readonly seed: number;
  /** 20 … 20 000; the published totals hold at 738 and scale in proportion */
  readonly compounds: number;
}

interface Ground {
  readonly plan: CityPlan;
  readonly map: UnitMap;
  readonly blockPlan: BlockPlan;
  readonly uses: readonly BlockUse[];
}

const FEWEST_COMPOUNDS = 20;
const MOST_COMPOUNDS = 20_000;
/** Each time the land is too small, the city is planned this much wider. */
const WIDEN = 1.04;
const MOST_PLANS = 40;

/**
 * The files of a synthetic city in the image of a hill-country town: compounds with their ledger,
 * barriers, crossings, 社区 and a background. Throws on a count outside 20 … 20 000.
 */
export function generateCity({ seed, compounds: count }: CityOptions): readonly CityFile[] {
  if (!Number.isInteger(count) || count < FEWEST_COMPOUNDS || count > MOST_COMPOUNDS) {
    throw new Error(`compounds must be ${FEWEST_COMPOUNDS}–${MOST_COMPOUNDS}, got ${count}`);
  }
  const totals = scaleTotals(count);
  const { plan, map, blockPlan, uses } = findGround(seed, count);
  const city = findCityUnits(map, uses);
  const { parcels, lanes } = cutParcels(seed, uses);
  const walled = wallIn(seed, parcels);
  const communities = drawCommunities(seed, plan, { map, city, counts: countByUnit(map, walled) });
  const communityOf = new Map(communities.flatMap((c) => c.units.map((unit) => [unit, c])));
  const compounds = sortCompounds(walled, communityOf);
  const bridges = placeBridges(seed, plan, { map, city });
  const used = new Set<string>();
  const streets = [
    ...drawGridStreets(seed, plan, { map, city, bridges, used }),
    ...drawSideStreets(seed, [...blockPlan.streets, ...lanes], { communityOf, used }),
  ];
  const rows = writeLedger(seed, compounds, { plan, totals, communityOf, streets });
  return drawCityFiles(
    { seed, compounds: count },
    {
      plan,
      communities,
      compounds,
      rows,
      streets,
      bridges,
      uses,
      parcels,
      city,
      blocks: blockPlan.blocks,
    },
  );
}

/** Plans wider and wider cities until every dwelling has land. */
function findGround(seed: number, count: number): Ground {
  const dwellings = drawDwellings(seed, scaleTotals(count));
  for (let attempt = 0, stretch = 1; attempt < MOST_PLANS; attempt++, stretch *= WIDEN) {
    const plan = planCity(seed, count, stretch);
    const map = buildUnits(seed, plan);
    const reach = measureReach(plan, map);
    const blockPlan = cutBlocks(seed, plan, { units: map.units, reach });
    const uses = assignLand(seed, blockPlan.blocks, dwellings);
    if (uses) return { plan, map, blockPlan, uses };
  }
  throw new Error(`no land for ${count} compounds after ${MOST_PLANS} plans (seed ${seed})`);
}

function countByUnit(map: UnitMap, compounds: readonly Compound[]): number[] {
  const counts = map.units.map(() => 0);
  for (const compound of compounds) counts[compound.unit]!++;
  return counts;
}

/** By 社区, then from north to south, so that numbers run as a clerk would give them. */
function sortCompounds(
  compounds: readonly Compound[],
  communityOf: ReadonlyMap<number, Community>,
): Compound[] {
  const codeOf = (compound: Compound) => Number(communityOf.get(compound.unit)!.code);
  return [...compounds].sort((a, b) => codeOf(a) - codeOf(b) || b.centre[1] - a.centre[1]);
}
