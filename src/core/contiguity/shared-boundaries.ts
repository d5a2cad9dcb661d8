import type { Compound } from "../ingest/world.ts";

/** Degrees to whole 1e-7°, about 1 cm: coordinates that agree to this are one vertex. */
const PER_DEGREE = 1e7;

/** Pairs of compounds whose boundaries meet. */
export interface SharedBoundaries {
  has(a: number, b: number): boolean;
  /** each pair once, a < b */
  forEach(visit: (a: number, b: number) => void): void;
}

/** Numbers equal pairs of whole numbers alike, from 0, by open addressing. */
interface PairNumbers {
  /** the number of (p, q), a new one if it was never asked for */
  of(p: number, q: number): number;
  count(): number;
}

function createPairNumbers(room: number): PairNumbers {
  let capacity = 16;
  while (capacity < 2 * room) capacity *= 2;
  const slots = new Int32Array(capacity).fill(-1);
  const first = new Int32Array(room);
  const second = new Int32Array(room);
  let count = 0;
  return {
    of(p, q) {
      let hash = Math.imul(p, 0x9e3779b1) ^ Math.imul(q, 0x85ebca6b);
      hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
      let slot = (hash ^ (hash >>> 13)) & (capacity - 1);
      for (; slots[slot] >= 0; slot = (slot + 1) & (capacity - 1)) {
        if (first[slots[slot]] === p && second[slots[slot]] === q) return slots[slot];
      }
      slots[slot] = count;
      first[count] = p;
      second[count] = q;
      return count++;
    },
    count: () => count,
  };
}

interface Outlines {
  /** number of the vertex at each position, ring after ring, as closed in the file */
  readonly vertex: Int32Array;
  /** where rings end */
  readonly isLast: Uint8Array;
  /** first position of each compound; length n + 1 */
  readonly start: Uint32Array;
  readonly vertices: number;
}

function ringsOf({ geometry }: Compound) {
  return geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat();
}

function numberVertices(compounds: readonly Compound[]): Outlines {
  const start = new Uint32Array(compounds.length + 1);
  compounds.forEach((compound, c) => {
    start[c + 1] = ringsOf(compound).reduce((sum, ring) => sum + ring.length, start[c]);
  });
  const room = start[compounds.length];
  const numbers = createPairNumbers(room);
  const vertex = new Int32Array(room);
  const isLast = new Uint8Array(room);
  let at = 0;
  for (const compound of compounds) {
    for (const ring of ringsOf(compound)) {
      for (const [lon, lat] of ring) {
        vertex[at++] = numbers.of(Math.round(lon * PER_DEGREE), Math.round(lat * PER_DEGREE));
      }
      isLast[at - 1] = 1;
    }
  }
  return { vertex, isLast, start, vertices: numbers.count() };
}

/** Numbers of the stretches from each position to the next, either way round; −1 where none. */
function numberEdges({ vertex, isLast }: Outlines): { edge: Int32Array; count: number } {
  const numbers = createPairNumbers(vertex.length);
  const edge = vertex.map((from, k) => {
    const to = vertex[k + 1];
    if (isLast[k] === 1 || from === to) return -1;
    return numbers.of(Math.min(from, to), Math.max(from, to));
  });
  return { edge, count: numbers.count() };
}

/** Pairs of compounds that have a number in common, as a · n + b. */
function pairUp(owned: Int32Array, numbers: number, start: Uint32Array): Set<number> {
  const n = start.length - 1;
  const pairs = new Set<number>();
  const head = new Int32Array(numbers).fill(-1);
  const before = new Int32Array(owned.length).fill(-1);
  const owner = new Uint32Array(owned.length);
  for (let unit = 0; unit < n; unit++) {
    for (let k = start[unit]; k < start[unit + 1]; k++) {
      if (owned[k] < 0) continue;
      owner[k] = unit;
      for (let e = head[owned[k]]; e >= 0; e = before[e]) {
        if (owner[e] !== unit) pairs.add(owner[e] * n + unit);
      }
      before[k] = head[owned[k]];
      head[owned[k]] = k;
    }
  }
  return pairs;
}

/**
 * Contiguity as PySAL builds it, coordinates compared after rounding to 1e-7°: `queen` with a
 * vertex in common, `rook` with an edge (two vertices in a row). O(vertices).
 */
export function findSharedBoundaries(
  compounds: readonly Compound[],
  kind: "queen" | "rook",
): SharedBoundaries {
  const n = compounds.length;
  const outlines = numberVertices(compounds);
  const { edge, count } =
    kind === "rook" ? numberEdges(outlines) : { edge: outlines.vertex, count: outlines.vertices };
  const pairs = pairUp(edge, count, outlines.start);
  return {
    has: (a, b) => pairs.has(a * n + b),
    forEach(visit) {
      for (const pair of pairs) visit(Math.floor(pair / n), pair % n);
    },
  };
}
