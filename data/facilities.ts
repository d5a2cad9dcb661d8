import type { Rng } from "../src/core/base/rng.ts";
import type { Block } from "./blocks.ts";
import { chance, pickWeighted } from "./draws.ts";

/** What land without housing serves. */
export type Facility = "park" | "school" | "hospital" | "market" | "office" | "industry" | "shops";

const FACILITIES: Readonly<Record<"core" | "middle" | "edge", readonly [Facility, number][]>> = {
  core: [
    ["market", 3],
    ["office", 4],
    ["school", 3],
    ["park", 2],
    ["hospital", 1],
  ],
  middle: [
    ["school", 4],
    ["office", 4],
    ["park", 3],
    ["hospital", 1],
    ["market", 2],
    ["industry", 1],
  ],
  edge: [
    ["industry", 5],
    ["park", 3],
    ["school", 2],
    ["office", 1],
  ],
};

/** Where in the city a block lies. */
export function zoneOf(block: Block): "core" | "middle" | "edge" {
  if (block.remoteness < 0.3) return "core";
  return block.remoteness < 0.7 ? "middle" : "edge";
}

const FACILITY_SHARE = { core: 0.2, middle: 0.24, edge: 0.3 };
/** Blocks below this size hold no housing, m². */
const SMALLEST_HOUSING_M2 = 2_500;

/** What a block serves instead of housing, or null when it is for housing. */
export function drawFacility(rng: Rng, block: Block): Facility | null {
  const zone = zoneOf(block);
  const drawn = pickWeighted(rng, FACILITIES[zone]);
  const wanted = chance(rng, FACILITY_SHARE[zone]);
  if (block.areaM2 < SMALLEST_HOUSING_M2) return "park";
  return wanted ? drawn : null;
}
