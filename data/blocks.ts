import { createRng, deriveSeed, type Rng } from "../src/core/base/rng.ts";
import type { CityPlan } from "./city-plan.ts";
import { simplifyRing } from "./clipping.ts";
import { cutRing } from "./cut.ts";
import { between, chance } from "./draws.ts";
import type { StreetClass } from "./grid-lines.ts";
import { areaM2, centroid, longFrame, type Point, type Ring } from "./ring.ts";
import type { Unit } from "./units.ts";

/** Land between streets. */
export interface Block {
  readonly unit: number;
  readonly ring: Ring;
  readonly areaM2: number;
  readonly centre: Point;
  /** at the block's own centre, and no less than what it takes to reach its unit */
  readonly remoteness: number;
}

/** A street within a unit, made when its land was cut into blocks or plots. */
export interface LocalStreet {
  readonly unit: number;
  readonly line: readonly Point[];
  readonly streetClass: StreetClass;
  readonly widthM: number;
}

/** Blocks and the streets between them. */
export interface BlockPlan {
  readonly blocks: readonly Block[];
  readonly streets: readonly LocalStreet[];
}

/** Walls follow a curved street to within this much, metres. */
const FRONTAGE_TOLERANCE_M = 1.2;

/** Cuts the land of every unit by local streets: fine in the old town, coarse at the edge. */
export function cutBlocks(
  seed: number,
  plan: CityPlan,
  { units, reach }: { units: readonly Unit[]; reach: readonly number[] },
): BlockPlan {
  const blocks: Block[] = [];
  const streets: LocalStreet[] = [];
  for (const unit of units) {
    const rng = createRng(deriveSeed(seed, 20_000 + unit.index));
    const queue = unit.land.map((piece) => simplifyRing(piece, FRONTAGE_TOLERANCE_M));
    for (let piece = queue.pop(); piece; piece = queue.pop()) {
      const parts = splitPiece(rng, piece, unit);
      if (parts) {
        queue.push(parts.near, parts.far);
        streets.push(parts.street);
      } else if (areaM2(piece) > 300) {
        const centre = centroid(piece);
        blocks.push({
          unit: unit.index,
          ring: piece,
          areaM2: areaM2(piece),
          centre,
          remoteness: Math.max(reach[unit.index]!, plan.remoteness(centre)),
        });
      }
    }
  }
  return { blocks, streets };
}

/** Block size wanted at a remoteness, m². */
function wantedBlockM2(remoteness: number): number {
  if (remoteness < 0.25) return 17_000;
  return remoteness < 0.6 ? 31_000 : 72_000;
}

function splitPiece(rng: Rng, piece: Ring, unit: Unit) {
  const area = areaM2(piece);
  const frame = longFrame(piece);
  const tooLong = frame.lengthM > 2.6 * frame.widthM && area > 6_000;
  if (area < wantedBlockM2(unit.remoteness) * between(rng, 1, 1.65) && !tooLong) return null;
  const alley = unit.remoteness < 0.25 && chance(rng, 0.35);
  const widthM = alley ? between(rng, 7, 9) : between(rng, 13, 19);
  const cut = cutRing(piece, frame, {
    fraction: between(rng, 0.42, 0.58),
    widthM,
    stepM: 0,
    tilt: between(rng, -0.05, 0.05),
  });
  if (!cut) return null;
  const streetClass: StreetClass = alley ? "巷道" : "支路";
  const street: LocalStreet = { unit: unit.index, line: cut.middle, streetClass, widthM };
  return { near: cut.near, far: cut.far, street };
}
