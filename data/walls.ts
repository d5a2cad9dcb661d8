import { createRng, deriveSeed, type Rng } from "../src/core/base/rng.ts";
import { simplifyRing } from "./clipping.ts";
import { between, chance } from "./draws.ts";
import type { Dwelling } from "./housing-demand.ts";
import type { Parcel } from "./parcels.ts";
import { areaM2, centroid, distanceM, isInside, type Point, type Ring } from "./ring.ts";
import { bowWall, chamferCorner, edgeLengthM, notchCorner, recessGate } from "./wall-shapes.ts";

/** A walled compound on its final land. */
export interface Compound {
  readonly unit: number;
  readonly dwelling: Dwelling;
  readonly ring: Ring;
  readonly landM2: number;
  readonly centre: Point;
  /** middle of each gate */
  readonly gates: readonly Point[];
}

const FEWEST_VERTICES = 8;
const MOST_VERTICES = 40;

/** Turns housing parcels into compounds: gates set back, corners and walls as uneven as surveyed ones. */
export function wallIn(seed: number, parcels: readonly Parcel[]): Compound[] {
  const byBlock = new Map<number, Ring[]>();
  for (const parcel of parcels) {
    byBlock.set(parcel.block, [...(byBlock.get(parcel.block) ?? []), parcel.ring]);
  }
  return parcels.flatMap((parcel, index) => {
    if (!parcel.dwelling) return [];
    const rng = createRng(deriveSeed(seed, 80_000 + index));
    const neighbours = byBlock.get(parcel.block)!.filter((ring) => ring !== parcel.ring);
    return [wallParcel(rng, { parcel, dwelling: parcel.dwelling, neighbours })];
  });
}

interface Site {
  readonly parcel: Parcel;
  readonly dwelling: Dwelling;
  readonly neighbours: readonly Ring[];
}

function wallParcel(rng: Rng, { parcel, dwelling, neighbours }: Site): Compound {
  const gates: Point[] = [];
  let ring = simplifyRing(parcel.ring, 0.12);
  ring = shapeCorners(rng, ring, dwelling.managed);
  ring = openGates(rng, ring, { wanted: countGates(rng, dwelling), neighbours, gates });
  ring = bendWalls(rng, ring, dwelling.managed);
  const landM2 = areaM2(ring);
  return { unit: parcel.unit, dwelling, ring, landM2, centre: centroid(ring), gates };
}

function countGates(rng: Rng, { floorAreaM2 }: Dwelling): number {
  if (floorAreaM2 < 8_000) return 1;
  if (floorAreaM2 < 20_000) return 1 + rng.int(2);
  return floorAreaM2 < 60_000 ? 2 + rng.int(2) : 3 + rng.int(3);
}

function shapeCorners(rng: Rng, ring: Ring, managed: boolean): Ring {
  let shaped = ring;
  const size = Math.sqrt(areaM2(ring));
  const wanted = managed ? 2 : rng.int(3);
  for (let done = 0; done < wanted && shaped.length < 24; done++) {
    const corner = rng.int(shaped.length);
    const [x, y] = [between(rng, 0.08, 0.24) * size, between(rng, 0.06, 0.18) * size];
    const next = managed
      ? chamferCorner(shaped, corner, Math.min(9, x * 0.4))
      : notchCorner(shaped, corner, { alongM: x, acrossM: y });
    shaped = next ?? shaped;
  }
  return shaped;
}

interface GateOrder {
  readonly wanted: number;
  readonly neighbours: readonly Ring[];
  /** filled with the middles of the gates made */
  readonly gates: Point[];
}

function openGates(rng: Rng, ring: Ring, { wanted, neighbours, gates }: GateOrder): Ring {
  let walled = ring;
  const tries = ring
    .map((from, i) => ({ from, to: ring[(i + 1) % ring.length]! }))
    .map((edge) => ({ ...edge, order: distanceM(edge.from, edge.to) * between(rng, 0.5, 1) }))
    .sort((a, b) => b.order - a.order);
  // A compound walled in on all sides opens its gate towards a neighbour.
  for (const anywhere of [false, true]) {
    for (const { from, to } of tries) {
      if (gates.length >= (anywhere ? 1 : wanted)) break;
      const edge = walled.findIndex((p, i) => p === from && walled[(i + 1) % walled.length] === to);
      if (edge < 0 || (!anywhere && facesNeighbour(from, to, neighbours))) continue;
      const opened = openGate(rng, walled, edge);
      if (!opened) continue;
      walled = opened.ring;
      gates.push(opened.gate);
    }
  }
  return walled;
}

function facesNeighbour(from: Point, to: Point, neighbours: readonly Ring[]): boolean {
  const length = distanceM(from, to);
  const [nx, ny] = [(to[1] - from[1]) / length, (from[0] - to[0]) / length];
  const outside: Point = [(from[0] + to[0]) / 2 + nx * 2.6, (from[1] + to[1]) / 2 + ny * 2.6];
  return neighbours.some((ring) => isInside(ring, outside));
}

function openGate(rng: Rng, ring: Ring, edge: number): { ring: Ring; gate: Point } | null {
  const length = edgeLengthM(ring, edge);
  const widthM = Math.min(between(rng, 6, 13), length * 0.4);
  const depthM = Math.min(between(rng, 1.5, 4.5), widthM * 0.4);
  return recessGate(ring, edge, { share: between(rng, 0.3, 0.7), widthM, depthM });
}

function bendWalls(rng: Rng, ring: Ring, managed: boolean): Ring {
  let bent = ring;
  const wanted = managed ? 0 : 1 + rng.int(3);
  for (let done = 0; done < 40; done++) {
    if (bent.length >= MOST_VERTICES || (done >= wanted && bent.length >= FEWEST_VERTICES)) break;
    const lengths = bent.map((_, i) => edgeLengthM(bent, i));
    const longest = lengths.indexOf(Math.max(...lengths));
    const edge = chance(rng, 0.6) ? longest : rng.int(bent.length);
    const inwardM = Math.min(between(rng, 0.3, 1.4), lengths[edge]! * 0.04);
    bent = bowWall(bent, edge, { share: between(rng, 0.3, 0.7), inwardM }) ?? bent;
  }
  return bent;
}
