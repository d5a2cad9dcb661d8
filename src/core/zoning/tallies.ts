import type { World } from "../ingest/world.ts";
import type { ZoningDiff } from "./edit.ts";
import type { Zoning } from "./zoning.ts";

/** Sums of one district that limits are stated in. */
export interface Tally {
  readonly compounds: number;
  readonly households: number;
  readonly floorAreaM2: number;
}

/** Sums of every district, kept up to date move by move. Mutable by name and by purpose. */
export class Tallies {
  private readonly world: World;
  private readonly sums: {
    compounds: number;
    households: number;
    floorAreaM2: number;
  }[] = [];

  /** Tallies from scratch. O(n). */
  constructor(world: World, zoning: Zoning) {
    this.world = world;
    this.grow(zoning.districts.length);
    zoning.assignment.forEach((district, compound) => {
      if (district >= 0) this.add(district, compound, 1);
    });
  }

  /** @throws if there is no such district */
  of(district: number): Tally {
    const tally = this.sums[district];
    if (!tally) throw new Error(`no district at position ${district} of ${this.sums.length}`);
    return { ...tally };
  }

  /** Follows an edit. O(compounds moved). */
  apply(diff: ZoningDiff): void {
    for (const { at } of diff.districts) this.grow(at + 1);
    for (const move of diff.moves) {
      if (move.from >= 0) this.add(move.from, move.compound, -1);
      if (move.to >= 0) this.add(move.to, move.compound, 1);
    }
  }

  private grow(count: number): void {
    while (this.sums.length < count) {
      this.sums.push({ compounds: 0, households: 0, floorAreaM2: 0 });
    }
  }

  private add(district: number, compound: number, sign: 1 | -1): void {
    const tally = this.sums[district];
    const values = this.world.compounds[compound];
    tally.compounds += sign;
    tally.households += sign * values.households;
    tally.floorAreaM2 += sign * values.floorAreaM2;
  }
}
