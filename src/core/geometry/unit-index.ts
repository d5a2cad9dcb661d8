import Flatbush from "flatbush";
import { crossesRingOddly } from "./point-in-rings.ts";
import type { PolygonSet } from "./polygon-set.ts";
import { segmentDistance2 } from "./segment-distance.ts";

/** A stretch of a path, m. */
export interface Stretch {
  readonly fromX: number;
  readonly fromY: number;
  readonly toX: number;
  readonly toY: number;
}

/** Which units of a polygon set lie under a point, along a path or in a ring; built once, O(n log n). */
export class UnitIndex {
  private readonly set: PolygonSet;
  private readonly boxes: Flatbush | null;
  private readonly middles: Flatbush | null;

  constructor(set: PolygonSet) {
    this.set = set;
    const { count, bounds, centroid } = set;
    if (count === 0) {
      this.boxes = null;
      this.middles = null;
      return;
    }
    this.boxes = new Flatbush(count);
    this.middles = new Flatbush(count);
    for (let u = 0; u < count; u++) {
      this.boxes.add(bounds[4 * u], bounds[4 * u + 1], bounds[4 * u + 2], bounds[4 * u + 3]);
      this.middles.add(centroid[2 * u], centroid[2 * u + 1]);
    }
    this.boxes.finish();
    this.middles.finish();
  }

  /** The unit that covers the point, of several the smallest; null: none. */
  at(x: number, y: number): number | null {
    const { areaM2 } = this.set;
    const around = this.boxes?.search(x, y, x, y, (u) => this.covers(u, x, y)) ?? [];
    if (around.length === 0) return null;
    return around
      .sort((a, b) => a - b)
      .reduce((least, u) => (areaM2[u] < areaM2[least] ? u : least));
  }

  /** Units within `radiusM` of a stretch, ascending; a point is a stretch of length 0. */
  along({ fromX, fromY, toX, toY }: Stretch, radiusM: number): number[] {
    const near = this.boxes?.search(
      Math.min(fromX, toX) - radiusM,
      Math.min(fromY, toY) - radiusM,
      Math.max(fromX, toX) + radiusM,
      Math.max(fromY, toY) + radiusM,
      (u) =>
        this.covers(u, fromX, fromY) ||
        this.covers(u, toX, toY) ||
        this.comesNear(u, { fromX, fromY, toX, toY }, radiusM),
    );
    return (near ?? []).sort((a, b) => a - b);
  }

  /** Units whose centroid lies in the box around a disc, ascending. */
  near(x: number, y: number, radiusM: number): number[] {
    const found = this.middles?.search(x - radiusM, y - radiusM, x + radiusM, y + radiusM) ?? [];
    return found.sort((a, b) => a - b);
  }

  /** Units whose centroid lies in an open flat ring (even-odd), ascending. */
  within(ring: Float64Array): number[] {
    const corners = ring.length / 2;
    if (corners < 3) return [];
    const [minX, minY, maxX, maxY] = boxAround(ring);
    const { centroid } = this.set;
    const inside = (u: number) =>
      crossesRingOddly(ring, 0, corners, centroid[2 * u], centroid[2 * u + 1]);
    return (this.middles?.search(minX, minY, maxX, maxY, inside) ?? []).sort((a, b) => a - b);
  }

  private covers(unit: number, x: number, y: number): boolean {
    const { unitStart, polyStart, ringStart, xy } = this.set;
    let odd = false;
    const end = polyStart[unitStart[unit + 1]];
    for (let ring = polyStart[unitStart[unit]]; ring < end; ring++)
      if (crossesRingOddly(xy, ringStart[ring], ringStart[ring + 1], x, y)) odd = !odd;
    return odd;
  }

  private comesNear(unit: number, { fromX, fromY, toX, toY }: Stretch, radiusM: number): boolean {
    const { unitStart, polyStart, ringStart, xy } = this.set;
    const end = polyStart[unitStart[unit + 1]];
    for (let ring = polyStart[unitStart[unit]]; ring < end; ring++) {
      let last = ringStart[ring + 1] - 1;
      for (let k = ringStart[ring]; k < ringStart[ring + 1]; last = k++) {
        const distance2 = segmentDistance2(
          fromX,
          fromY,
          toX,
          toY,
          xy[2 * last],
          xy[2 * last + 1],
          xy[2 * k],
          xy[2 * k + 1],
        );
        if (distance2 <= radiusM * radiusM) return true;
      }
    }
    return false;
  }
}

function boxAround(ring: Float64Array): readonly [number, number, number, number] {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let k = 0; k < ring.length; k += 2) {
    minX = Math.min(minX, ring[k]);
    maxX = Math.max(maxX, ring[k]);
    minY = Math.min(minY, ring[k + 1]);
    maxY = Math.max(maxY, ring[k + 1]);
  }
  return [minX, minY, maxX, maxY];
}
