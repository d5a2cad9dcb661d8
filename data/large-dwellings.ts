import type { Rng } from "../src/core/base/rng.ts";
import type { Block } from "./blocks.ts";
import { between } from "./draws.ts";
import type { Dwelling } from "./housing-demand.ts";

/** Floor area on a block's land above which it holds no large compound. */
const DENSEST_RATIO = 1.9;

/** A dwelling as asked for, and as built where the block made it denser. */
export interface Fit {
  readonly asked: Dwelling;
  readonly built: Dwelling;
}

/** Gives each large dwelling the block that fits it best: new estates outward, old yards inward. */
export function reserveLarge(
  rng: Rng,
  housing: readonly Block[],
  dwellings: readonly Dwelling[],
): Map<Block, Fit> {
  const near = nearestHousing(housing, dwellings);
  const large = dwellings
    .filter((d) => d.landM2 > (d.managed ? 26_000 : 18_000))
    .sort((a, b) => b.landM2 - a.landM2);
  const reserved = new Map<Block, Fit>();
  for (const asked of large) {
    const free = near.filter((block) => !reserved.has(block));
    const roomy = free.filter((block) => block.areaM2 >= asked.landM2);
    const dense = free.filter((block) => asked.floorAreaM2 / block.areaM2 < DENSEST_RATIO);
    const block = bestBlock(rng, roomy.length > 0 ? roomy : dense, asked);
    if (!block) continue;
    const built = { ...asked, landM2: Math.min(asked.landM2, block.areaM2) };
    reserved.set(block, { asked, built });
  }
  return reserved;
}

/** The most central blocks that hold all dwellings, with a little to choose from. */
function nearestHousing(housing: readonly Block[], dwellings: readonly Dwelling[]): Block[] {
  let rest = 1.03 * dwellings.reduce((sum, d) => sum + d.landM2, 0);
  return housing.filter((block) => {
    rest -= block.areaM2;
    return rest + block.areaM2 > 0;
  });
}

function bestBlock(rng: Rng, free: readonly Block[], dwelling: Dwelling): Block | null {
  let best: Block | null = null;
  let bestScore = Number.POSITIVE_INFINITY;
  for (const block of free) {
    const slack = Math.min(1, block.areaM2 / dwelling.landM2 - 1);
    const place = block.remoteness - (dwelling.managed ? 1.1 : 0.5);
    const score = slack + 1.3 * Math.abs(place) + between(rng, 0, 0.5);
    if (score < bestScore) [best, bestScore] = [block, score];
  }
  return best;
}
