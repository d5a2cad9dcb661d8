import type { PolygonSet } from "../geometry/polygon-set.ts";

/** middle x, middle y, direction x, direction y (length 1; east for a point), half the length */
export const STRIDE = 5;

/**
 * Segments of one unit, kept for the pair at hand. Segment i runs from corner `from[i]` to corner
 * `from[i] + 1`; consecutive segments share a corner.
 */
export interface Side {
  readonly segments: Float64Array;
  readonly from: Uint32Array;
  /** x, y per corner */
  readonly corners: Float64Array;
  /** segment that starts, and one that ends, at each corner; −1 where none */
  readonly starting: Int32Array;
  readonly ending: Int32Array;
  /** number of segments */
  count: number;
  /** minX, minY, maxX, maxY of the segments kept */
  readonly bounds: Float64Array;
}

/** A side with room for so many segments. */
export function createSide(segments: number): Side {
  return {
    segments: new Float64Array(STRIDE * segments),
    from: new Uint32Array(segments),
    corners: new Float64Array(4 * segments),
    starting: new Int32Array(2 * segments),
    ending: new Int32Array(2 * segments),
    count: 0,
    bounds: new Float64Array(4),
  };
}

function writeSegment(side: Side, i: number, corner: number): void {
  const { segments, corners } = side;
  const x1 = corners[2 * corner];
  const y1 = corners[2 * corner + 1];
  const x2 = corners[2 * corner + 2];
  const y2 = corners[2 * corner + 3];
  const dx = x2 - x1;
  const dy = y2 - y1;
  const length = Math.sqrt(dx * dx + dy * dy);
  const at = STRIDE * i;
  segments[at] = (x1 + x2) / 2;
  segments[at + 1] = (y1 + y2) / 2;
  segments[at + 2] = length > 0 ? dx / length : 1;
  segments[at + 3] = length > 0 ? dy / length : 0;
  segments[at + 4] = length / 2;
}

function boundSide({ corners, bounds }: Side, corner: number): void {
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  for (let c = 0; c <= 2 * corner; c += 2) {
    const x = corners[c];
    const y = corners[c + 1];
    if (x < minX) minX = x;
    if (x > maxX) maxX = x;
    if (y < minY) minY = y;
    if (y > maxY) maxY = y;
  }
  bounds[0] = minX;
  bounds[1] = minY;
  bounds[2] = maxX;
  bounds[3] = maxY;
}

/**
 * Keeps the segments of a unit whose bounds come within `reachM` of the box at `at` in `boxes`. Every
 * point is told once which sides of the box it lies beyond, a bit each (Cohen & Sutherland): a segment
 * whose ends share a bit passes the box by.
 */
export function selectSegments(
  side: Side,
  unit: number,
  within: { readonly boxes: Float64Array; readonly at: number; readonly reachM: number },
  shapes: PolygonSet,
): void {
  const { xy, ringStart, polyStart, unitStart } = shapes;
  const { boxes, at: box, reachM } = within;
  const minX = boxes[box] - reachM;
  const minY = boxes[box + 1] - reachM;
  const maxX = boxes[box + 2] + reachM;
  const maxY = boxes[box + 3] + reachM;
  const { corners, from, starting, ending } = side;
  const endRing = polyStart[unitStart[unit + 1]];
  let count = 0;
  let corner = -1;
  for (let ring = polyStart[unitStart[unit]]; ring < endRing; ring++) {
    const first = ringStart[ring];
    const end = ringStart[ring + 1];
    let x1 = 0;
    let y1 = 0;
    let beyond1 = 0;
    let isOpen = false;
    for (let k = first; k <= end && first < end; k++) {
      const to = k < end ? k : first;
      const x2 = xy[2 * to];
      const y2 = xy[2 * to + 1];
      let beyond2 = x2 > maxX ? 1 : x2 < minX ? 2 : 0;
      if (y2 > maxY) beyond2 |= 4;
      else if (y2 < minY) beyond2 |= 8;
      const isNear = k > first && (beyond1 & beyond2) === 0;
      if (isNear) {
        if (!isOpen) {
          corner++;
          corners[2 * corner] = x1;
          corners[2 * corner + 1] = y1;
          ending[corner] = -1;
        }
        starting[corner] = count;
        from[count] = corner;
        corner++;
        corners[2 * corner] = x2;
        corners[2 * corner + 1] = y2;
        ending[corner] = count;
        starting[corner] = -1;
        writeSegment(side, count, corner - 1);
        count++;
      }
      isOpen = isNear;
      x1 = x2;
      y1 = y2;
      beyond1 = beyond2;
    }
  }
  side.count = count;
  boundSide(side, corner);
}
