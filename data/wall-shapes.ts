import { areaM2, distanceM, type Point, type Ring } from "./ring.ts";

/** Walls shorter than this are not surveyed, metres. */
const SHORTEST_WALL_M = 1;

export function edgeLengthM(ring: Ring, edge: number): number {
  return distanceM(ring[edge]!, ring[(edge + 1) % ring.length]!);
}

interface Direction {
  readonly along: Point;
  readonly inward: Point;
}

function directionOf(ring: Ring, edge: number): Direction {
  const [a, b] = [ring[edge]!, ring[(edge + 1) % ring.length]!];
  const length = distanceM(a, b);
  const along: Point = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
  return { along, inward: [-along[1], along[0]] };
}

function move(from: Point, direction: Point, byM: number): Point {
  return [from[0] + direction[0] * byM, from[1] + direction[1] * byM];
}

/** Sets a gate back from the street: four more vertices; null when the wall is too short. */
export function recessGate(
  ring: Ring,
  edge: number,
  { share, widthM, depthM }: { share: number; widthM: number; depthM: number },
): { ring: Ring; gate: Point } | null {
  const length = edgeLengthM(ring, edge);
  if (length < widthM + 3 * SHORTEST_WALL_M || depthM < 0.4) return null;
  const { along, inward } = directionOf(ring, edge);
  const from = Math.min(
    length - widthM - SHORTEST_WALL_M,
    Math.max(SHORTEST_WALL_M, length * share - widthM / 2),
  );
  const [left, right] = [move(ring[edge]!, along, from), move(ring[edge]!, along, from + widthM)];
  const splay = Math.min(depthM * 0.6, widthM / 4);
  const innerLeft = move(move(left, along, splay), inward, depthM);
  const innerRight = move(move(right, along, -splay), inward, depthM);
  const next = insertAfter(ring, edge, [left, innerLeft, innerRight, right]);
  if (!isSound(next, ring)) return null;
  return {
    ring: next,
    gate: [(innerLeft[0] + innerRight[0]) / 2, (innerLeft[1] + innerRight[1]) / 2],
  };
}

/** Cuts a right-angled piece out of a corner: two more vertices. */
export function notchCorner(
  ring: Ring,
  corner: number,
  { alongM, acrossM }: { alongM: number; acrossM: number },
): Ring | null {
  const before = (corner + ring.length - 1) % ring.length;
  if (!isSquare(ring, before, corner)) return null;
  if (edgeLengthM(ring, before) < 2.2 * alongM || edgeLengthM(ring, corner) < 2.2 * acrossM) {
    return null;
  }
  const [back, forth] = [directionOf(ring, before).along, directionOf(ring, corner).along];
  const start = move(ring[corner]!, back, -alongM);
  const end = move(ring[corner]!, forth, acrossM);
  const next = replaceCorner(ring, corner, [start, move(start, forth, acrossM), end]);
  return isSound(next, ring) ? next : null;
}

/** Cuts a corner off at an angle: one more vertex. */
export function chamferCorner(ring: Ring, corner: number, byM: number): Ring | null {
  const before = (corner + ring.length - 1) % ring.length;
  if (!isSquare(ring, before, corner) || byM < SHORTEST_WALL_M) return null;
  if (Math.min(edgeLengthM(ring, before), edgeLengthM(ring, corner)) < 2.5 * byM) return null;
  const start = move(ring[corner]!, directionOf(ring, before).along, -byM);
  const end = move(ring[corner]!, directionOf(ring, corner).along, byM);
  const next = replaceCorner(ring, corner, [start, end]);
  return isSound(next, ring) ? next : null;
}

/** Bends a wall inwards at one point: one more vertex. */
export function bowWall(
  ring: Ring,
  edge: number,
  { share, inwardM }: { share: number; inwardM: number },
): Ring | null {
  const length = edgeLengthM(ring, edge);
  if (length < 4 * SHORTEST_WALL_M) return null;
  const { along, inward } = directionOf(ring, edge);
  const point = move(move(ring[edge]!, along, length * share), inward, inwardM);
  const next = insertAfter(ring, edge, [point]);
  return isSound(next, ring) ? next : null;
}

function insertAfter(ring: Ring, edge: number, points: readonly Point[]): Ring {
  return [...ring.slice(0, edge + 1), ...points, ...ring.slice(edge + 1)];
}

function replaceCorner(ring: Ring, corner: number, points: readonly Point[]): Ring {
  return [...ring.slice(0, corner), ...points, ...ring.slice(corner + 1)];
}

function isSquare(ring: Ring, before: number, after: number): boolean {
  const [a, b] = [directionOf(ring, before), directionOf(ring, after)];
  const turn = a.inward[0] * b.along[0] + a.inward[1] * b.along[1];
  return turn > 0.85;
}

/** Still a simple ring that kept most of its land. */
function isSound(next: Ring, before: Ring): boolean {
  return areaM2(next) > 0.93 * areaM2(before) && isSimple(next);
}

function isSimple(ring: Ring): boolean {
  for (let i = 0; i < ring.length; i++) {
    for (let j = i + 2; j < ring.length; j++) {
      if (i === 0 && j === ring.length - 1) continue;
      if (crosses(ring, i, j)) return false;
    }
  }
  return true;
}

function crosses(ring: Ring, i: number, j: number): boolean {
  const [a, b] = [ring[i]!, ring[(i + 1) % ring.length]!];
  const [c, d] = [ring[j]!, ring[(j + 1) % ring.length]!];
  return side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0;
}

function side(a: Point, b: Point, c: Point): number {
  return Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
}
