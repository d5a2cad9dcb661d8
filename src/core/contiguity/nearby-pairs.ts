import Flatbush from "flatbush";
import type { PolygonSet } from "../geometry/polygon-set.ts";

/** Units per block: so many share one search of the index. */
const BLOCK = 8;
/** Bits of the place along the curve; the index takes the rest of a double's 53. */
const CELLS = 1 << 12;
const INDEX_RANGE = 2 ** 28;

/** Receives what {@link visitNearbyPairs} finds. */
export interface PairVisitor {
  /** The pairs until the next call are of a unit in this box, m. */
  enter(minX: number, minY: number, maxX: number, maxY: number): void;
  /** A pair whose bounds come within reach, a < b; each pair once, in no particular order. */
  visit(a: number, b: number): void;
}

/** The lower 12 bits of `value`, each followed by a zero. */
function spreadBits(value: number): number {
  let v = value & (CELLS - 1);
  v = (v | (v << 8)) & 0x00ff00ff;
  v = (v | (v << 4)) & 0x0f0f0f0f;
  v = (v | (v << 2)) & 0x33333333;
  return (v | (v << 1)) & 0x55555555;
}

/** Units along a Z-curve (Morton 1966) through the middles of their bounds: near ones follow. */
function orderAlongCurve({ count, bounds }: PolygonSet): Uint32Array {
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  for (let u = 0; u < 4 * count; u += 4) {
    minX = Math.min(minX, bounds[u]);
    minY = Math.min(minY, bounds[u + 1]);
    maxX = Math.max(maxX, bounds[u + 2]);
    maxY = Math.max(maxY, bounds[u + 3]);
  }
  const scale = (CELLS - 1) / Math.max(maxX - minX, maxY - minY, 1);
  const keys = new Float64Array(count);
  for (let u = 0; u < count; u++) {
    const x = ((bounds[4 * u] + bounds[4 * u + 2]) / 2 - minX) * scale;
    const y = ((bounds[4 * u + 1] + bounds[4 * u + 3]) / 2 - minY) * scale;
    keys[u] = (spreadBits(x) | (spreadBits(y) << 1)) * INDEX_RANGE + u;
  }
  keys.sort();
  const order = new Uint32Array(count);
  for (let k = 0; k < count; k++) order[k] = keys[k] % INDEX_RANGE;
  return order;
}

/** Bounds of the units in order, and of blocks of {@link BLOCK} consecutive ones. */
function boundBlocks(bounds: Float64Array, order: Uint32Array) {
  const boxes = new Float64Array(4 * order.length);
  const blocks = new Float64Array(4 * Math.ceil(order.length / BLOCK));
  for (let k = 0; k < order.length; k++) {
    const block = 4 * Math.floor(k / BLOCK);
    const first = k % BLOCK === 0;
    for (let c = 0; c < 4; c++) {
      const value = bounds[4 * order[k] + c];
      boxes[4 * k + c] = value;
      const known = blocks[block + c];
      if (first || (c < 2 ? value < known : value > known)) blocks[block + c] = value;
    }
  }
  return { boxes, blocks };
}

/**
 * Visits all pairs of units whose bounds come within `reachM` (m) of each other, block by block
 * along a space-filling curve, so that what is near in space is near in time. O(n log n) for units
 * of bounded density.
 */
export function visitNearbyPairs(shapes: PolygonSet, reachM: number, visitor: PairVisitor): void {
  if (shapes.count === 0) return;
  const order = orderAlongCurve(shapes);
  const { boxes, blocks } = boundBlocks(shapes.bounds, order);
  const count = order.length;
  const tree = new Flatbush(blocks.length / 4);
  for (let b = 0; b < blocks.length; b += 4) {
    tree.add(blocks[b], blocks[b + 1], blocks[b + 2], blocks[b + 3]);
  }
  tree.finish();

  /** Units of one block that come within reach of another, by place in the order. */
  const near = new Uint32Array(BLOCK);

  const isNear = (k: number, minX: number, minY: number, maxX: number, maxY: number) =>
    boxes[4 * k] <= maxX &&
    boxes[4 * k + 2] >= minX &&
    boxes[4 * k + 1] <= maxY &&
    boxes[4 * k + 3] >= minY;

  const visitPartners = (k: number, from: number, end: number) => {
    const minX = boxes[4 * k] - reachM;
    const minY = boxes[4 * k + 1] - reachM;
    const maxX = boxes[4 * k + 2] + reachM;
    const maxY = boxes[4 * k + 3] + reachM;
    const a = order[k];
    for (let m = from; m < end; m++) {
      if (!isNear(near[m], minX, minY, maxX, maxY)) continue;
      const b = order[near[m]];
      if (a < b) visitor.visit(a, b);
      else visitor.visit(b, a);
    }
  };

  for (let block = 0; block * BLOCK < count; block++) {
    const minX = blocks[4 * block];
    const minY = blocks[4 * block + 1];
    const maxX = blocks[4 * block + 2];
    const maxY = blocks[4 * block + 3];
    visitor.enter(minX, minY, maxX, maxY);
    const others = tree.search(minX - reachM, minY - reachM, maxX + reachM, maxY + reachM);
    const end = Math.min(count, (block + 1) * BLOCK);
    for (const other of others) {
      if (other < block) continue;
      const otherEnd = Math.min(count, (other + 1) * BLOCK);
      let found = 0;
      for (let m = other * BLOCK; m < otherEnd; m++) {
        if (isNear(m, minX - reachM, minY - reachM, maxX + reachM, maxY + reachM)) {
          near[found++] = m;
        }
      }
      for (let k = block * BLOCK; k < end && found > 0; k++) {
        visitPartners(k, other === block ? k + 1 - block * BLOCK : 0, found);
      }
    }
  }
}
