import type { Position } from "geojson";
import { type LocalProjection, projectTo } from "../../geometry/projection.ts";
import type { Box, Frame } from "./sheet.ts";

/** A number of mm as written: hundredths at most. */
export function mm(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return String(rounded === 0 ? 0 : rounded);
}

/** The ground laid out on the sheet: north up, 1 : `scale`. */
export class Paper {
  readonly frame: Frame;
  readonly scale: number;
  /** what of the ground lies in the frame, m */
  readonly seen: Box;
  private readonly projection: LocalProjection;
  private readonly probe: [number, number] = [0, 0];

  /** @param middle the point in the middle of the frame, m */
  constructor(
    frame: Frame,
    scale: number,
    middle: readonly [number, number],
    projection: LocalProjection,
  ) {
    this.frame = frame;
    this.scale = scale;
    this.projection = projection;
    const halfX = (frame.width * scale) / 2000;
    const halfY = (frame.height * scale) / 2000;
    const [x, y] = middle;
    this.seen = { minX: x - halfX, minY: y - halfY, maxX: x + halfX, maxY: y + halfY };
  }

  /** mm from the left of the sheet of a distance east, m */
  left(x: number): number {
    return this.frame.x + ((x - this.seen.minX) * 1000) / this.scale;
  }

  /** mm from the top of the sheet of a distance north, m */
  top(y: number): number {
    return this.frame.y + ((this.seen.maxY - y) * 1000) / this.scale;
  }

  /** mm of a length on the ground, m */
  length(lengthM: number): number {
    return (lengthM * 1000) / this.scale;
  }

  /** Whether any of a box (m) can be seen. */
  shows({ minX, minY, maxX, maxY }: Box): boolean {
    const { seen } = this;
    return minX <= seen.maxX && maxX >= seen.minX && minY <= seen.maxY && maxY >= seen.minY;
  }

  /** Flat x, y, … in metres of lon, lat positions. */
  flatten(ring: readonly Position[]): Float64Array {
    const flat = new Float64Array(2 * ring.length);
    ring.forEach(([lon, lat], k) => {
      projectTo(this.projection, lon, lat, this.probe);
      flat[2 * k] = this.probe[0];
      flat[2 * k + 1] = this.probe[1];
    });
    return flat;
  }

  /**
   * Path data of a line through flat metres; corners that fall on the one before are left out. Empty
   * where nothing of it can be seen.
   */
  trace(flat: ArrayLike<number>, { closed }: { readonly closed: boolean }): string {
    if (flat.length < 4 || !this.shows(boxAround(flat))) return "";
    const points: string[] = [];
    for (let k = 0; k + 1 < flat.length; k += 2) {
      const point = `${mm(this.left(flat[k]))} ${mm(this.top(flat[k + 1]))}`;
      if (point !== points[points.length - 1]) points.push(point);
    }
    if (closed && points.length > 1 && points[0] === points[points.length - 1]) points.pop();
    return `M${points.join("L")}${closed ? "Z" : ""}`;
  }
}

/** The box around flat x, y, …; an inside-out one around nothing. */
export function boxAround(flat: ArrayLike<number>): Box {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let k = 0; k + 1 < flat.length; k += 2) {
    minX = Math.min(minX, flat[k]);
    maxX = Math.max(maxX, flat[k]);
    minY = Math.min(minY, flat[k + 1]);
    maxY = Math.max(maxY, flat[k + 1]);
  }
  return { minX, minY, maxX, maxY };
}
