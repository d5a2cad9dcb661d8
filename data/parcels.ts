import { createRng, deriveSeed, type Rng } from "../src/core/base/rng.ts";
import type { LocalStreet } from "./blocks.ts";
import { cutRing } from "./cut.ts";
import { between, chance, pickWeighted, shuffle } from "./draws.ts";
import type { Facility } from "./facilities.ts";
import type { Dwelling } from "./housing-demand.ts";
import type { BlockUse, Plot } from "./land-use.ts";
import { longFrame, type Ring } from "./ring.ts";

/** A plot with its place. */
export interface Parcel {
  readonly unit: number;
  /** position of its block in the land use */
  readonly block: number;
  readonly ring: Ring;
  readonly dwelling: Dwelling | null;
  readonly facility: Facility;
}

/** All parcels and the lanes between them that are wide enough to have a name. */
export interface ParcelPlan {
  readonly parcels: readonly Parcel[];
  readonly lanes: readonly LocalStreet[];
}

/** Lanes at least this wide are streets of class 巷道, metres. */
const NAMED_LANE_M = 5;

/** Cuts every block into its plots; neighbours share a wall or leave a lane of 3–12 m. */
export function cutParcels(seed: number, uses: readonly BlockUse[]): ParcelPlan {
  const parcels: Parcel[] = [];
  const lanes: LocalStreet[] = [];
  uses.forEach(({ block, plots }, index) => {
    const rng = createRng(deriveSeed(seed, 40_000 + index));
    const place = (ring: Ring, plot: Plot) =>
      parcels.push({
        unit: block.unit,
        block: index,
        ring,
        dwelling: plot.dwelling,
        facility: plot.facility,
      });
    const addLane = (line: LocalStreet["line"], widthM: number) => {
      lanes.push({ unit: block.unit, line, streetClass: "巷道", widthM });
    };
    divide(rng, block.ring, { plots, place, addLane });
  });
  return { parcels, lanes };
}

interface Division {
  readonly plots: readonly Plot[];
  readonly place: (ring: Ring, plot: Plot) => void;
  readonly addLane: (line: LocalStreet["line"], widthM: number) => void;
}

function divide(rng: Rng, ring: Ring, { plots, place, addLane }: Division): void {
  if (plots.length === 1) {
    place(ring, plots[0]!);
    return;
  }
  const [nearPlots, farPlots] = balance(rng, plots);
  const share = (part: readonly Plot[]) => part.reduce((sum, plot) => sum + plot.share, 0);
  const frame = longFrame(ring);
  const widthM = drawLaneWidth(rng, plots.length, frame.widthM);
  const stepM = chance(rng, 0.55) ? between(rng, 0.02, 0.075) * frame.lengthM : 0;
  const cut = cutRing(ring, frame, {
    fraction: share(nearPlots) / share(plots),
    widthM,
    stepM: Math.min(stepM, 9) * (chance(rng, 0.5) ? 1 : -1),
    tilt: between(rng, -0.045, 0.045),
  });
  if (!cut) throw new Error(`a block cannot be cut into ${plots.length} plots`);
  if (widthM >= NAMED_LANE_M) addLane(cut.middle, widthM);
  divide(rng, cut.near, { plots: nearPlots, place, addLane });
  divide(rng, cut.far, { plots: farPlots, place, addLane });
}

/** Two groups of nearly equal land, largest plots first. */
function balance(rng: Rng, plots: readonly Plot[]): [Plot[], Plot[]] {
  const groups: [Plot[], Plot[]] = [[], []];
  const sums = [0, 0];
  for (const plot of [...plots].sort((a, b) => b.share - a.share)) {
    const to = sums[0]! <= sums[1]! ? 0 : 1;
    groups[to].push(plot);
    sums[to] = sums[to]! + plot.share;
  }
  return chance(rng, 0.5) ? [shuffle(rng, groups[0]), groups[1]] : [groups[1], groups[0]];
}

function drawLaneWidth(rng: Rng, plots: number, acrossM: number): number {
  if (plots > 5) return between(rng, 5, 9);
  const narrow = Math.min(1, acrossM / 70);
  const kind = pickWeighted<[number, number]>(rng, [
    [[0.4, 1.6], 0.34],
    [[3.2, 5], 0.36],
    [[5, 8], 0.22],
    [[8, 12], 0.08],
  ]);
  return Math.max(0.4, between(rng, ...kind) * narrow);
}
