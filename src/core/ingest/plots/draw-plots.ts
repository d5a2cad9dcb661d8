import type { Path64, Paths64 } from "clipper2-ts";
import Flatbush from "flatbush";
import { intersectPaths, subtractPaths } from "../../geometry/clip-paths.ts";
import { locateInRing } from "../../geometry/locate-in-ring.ts";

/** A point that stands for a compound, in metres on one plane. */
export interface PlotSeed {
  readonly x: number;
  readonly y: number;
  /** land that the plot is to have, m² */
  readonly landAreaM2: number;
}

/** What plots must keep off: middle lines of streets and ground already taken, metres. */
export interface PlotObstacles {
  /** each x0,y0,x1,y1,… */
  readonly streets: readonly ArrayLike<number>[];
  /** outer rings, open, each x0,y0,x1,y1,… */
  readonly taken: readonly ArrayLike<number>[];
}

/**
 * A plot as open rings in metres, the outer one first, with its area; null where a point has no free
 * ground at all.
 */
export type Plot = { readonly rings: readonly number[][]; readonly areaM2: number } | null;

/** Grid of the clipper, per metre. */
const GRID = 1000;
/** Cosines of 0°, 15° … 90°, as literals: those of the machine may differ in the last digit. */
const COSINES = [
  1,
  0.9659258262890683,
  0.8660254037844386,
  Math.SQRT1_2,
  0.5,
  0.25881904510252074,
  0,
];
/** Corners of the disc that a plot starts from, at a radius of 1. */
const CORNERS: readonly (readonly [number, number])[] = [0, 1, 2, 3].flatMap((quarter) =>
  COSINES.slice(0, 6).map((cos, i): [number, number] => {
    const sin = COSINES[6 - i];
    if (quarter === 0) return [cos, sin];
    if (quarter === 1) return [-sin, cos];
    return quarter === 2 ? [-cos, -sin] : [sin, -cos];
  }),
);
/** A plot reaches at most this many times the radius of its disc: long plots along a street exist. */
const REACH = 2.2;
/** Half of a street's width that is kept free, and of the lane between neighbours, m. */
const STREET_HALF_M = 4;
const LANE_HALF_M = 1;
/** Neighbours share the ground between them by their radii, but each keeps at least this share. */
const LEAST_SHARE = 0.25;
/** Bisections of the radius; the area is then met to about 0.1 %. */
const ROUNDS = 14;

function radiusOf({ landAreaM2 }: PlotSeed): number {
  return Math.sqrt(landAreaM2 / Math.PI);
}

function disc({ x, y }: PlotSeed, radiusM: number): Path64 {
  return CORNERS.map(([cos, sin]) => ({
    x: Math.round((x + radiusM * cos) * GRID),
    y: Math.round((y + radiusM * sin) * GRID),
  }));
}

/** The part of a convex path on the near side of a line: (p − origin) · normal ≤ 0. */
function clipHalf(
  path: Path64,
  origin: readonly [number, number],
  normal: readonly [number, number],
): Path64 {
  const side = ({ x, y }: { x: number; y: number }) =>
    (x - origin[0]) * normal[0] + (y - origin[1]) * normal[1];
  const kept: Path64 = [];
  path.forEach((point, i) => {
    const next = path[(i + 1) % path.length];
    const [here, there] = [side(point), side(next)];
    if (here <= 0) kept.push(point);
    if (here <= 0 === there <= 0) return;
    const t = here / (here - there);
    kept.push({
      x: Math.round(point.x + (next.x - point.x) * t),
      y: Math.round(point.y + (next.y - point.y) * t),
    });
  });
  return kept;
}

/** The disc of a seed cut by the lines to its neighbours, shared by their radii. */
function cellOf(seed: PlotSeed, neighbours: readonly PlotSeed[]): Path64 {
  let cell = disc(seed, radiusOf(seed) * REACH);
  for (const other of neighbours) {
    const [dx, dy] = [other.x - seed.x, other.y - seed.y];
    const distance = Math.hypot(dx, dy);
    if (distance < 0.5) continue;
    const own = radiusOf(seed) / (radiusOf(seed) + radiusOf(other));
    const share = Math.min(1 - LEAST_SHARE, Math.max(LEAST_SHARE, own));
    const reach = Math.max(0.1, distance * share - LANE_HALF_M) / distance;
    const origin: [number, number] = [(seed.x + dx * reach) * GRID, (seed.y + dy * reach) * GRID];
    cell = clipHalf(cell, origin, [dx, dy]);
  }
  return cell;
}

function stripOf(ax: number, ay: number, bx: number, by: number): Path64 {
  const length = Math.hypot(bx - ax, by - ay) || 1;
  const [ux, uy] = [((bx - ax) / length) * STREET_HALF_M, ((by - ay) / length) * STREET_HALF_M];
  const corner = (x: number, y: number) => ({ x: Math.round(x * GRID), y: Math.round(y * GRID) });
  return [
    corner(ax - ux + uy, ay - uy - ux),
    corner(bx + ux + uy, by + uy - ux),
    corner(bx + ux - uy, by + uy + ux),
    corner(ax - ux - uy, ay - uy + ux),
  ];
}

/** Everything that may be subtracted, findable by box. */
class Blocks {
  readonly #paths: Path64[];
  readonly #tree: Flatbush | null;

  constructor({ streets, taken }: PlotObstacles) {
    this.#paths = taken.map(pathOf);
    for (const line of streets) {
      for (let i = 0; i + 3 < line.length; i += 2) {
        this.#paths.push(stripOf(line[i], line[i + 1], line[i + 2], line[i + 3]));
      }
    }
    this.#tree = this.#paths.length === 0 ? null : new Flatbush(this.#paths.length);
    for (const path of this.#paths) this.#tree?.add(...boxOf(path));
    this.#tree?.finish();
  }

  /** Obstacles that meet the cell, in a fixed order; those the seed stands on are left out. */
  near(cell: Path64, seed: PlotSeed): Paths64 {
    const found = this.#tree?.search(...boxOf(cell)) ?? [];
    return found
      .sort((a, b) => a - b)
      .map((i) => this.#paths[i])
      .filter((path) => !holds(flatOf(path), seed));
  }
}

function holds(ring: readonly number[], { x, y }: PlotSeed): boolean {
  return locateInRing(ring, [x, y], 0) !== "outside";
}

function pathOf(ring: ArrayLike<number>): Path64 {
  const path: Path64 = [];
  for (let i = 0; i + 1 < ring.length; i += 2) {
    path.push({ x: Math.round(ring[i] * GRID), y: Math.round(ring[i + 1] * GRID) });
  }
  return path;
}

function flatOf(path: Path64): number[] {
  return path.flatMap(({ x, y }) => [x / GRID, y / GRID]);
}

function boxOf(path: Path64): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of path) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

function areaOf(ring: readonly number[]): number {
  let twice = 0;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    twice += ring[j] * ring[i + 1] - ring[i] * ring[j + 1];
  }
  return Math.abs(twice) / 2;
}

/** Open rings of one piece of ground: the outer one, then its holes. */
type Piece = readonly number[][];

function pieceArea([outer, ...holes]: Piece): number {
  return holes.reduce((sum, hole) => sum - areaOf(hole), outer === undefined ? 0 : areaOf(outer));
}

/** The piece of the paths that holds the seed; empty when none does. */
function pieceAt(paths: Paths64, seed: PlotSeed): Piece {
  const rings = paths.map(flatOf);
  const around = rings.filter((ring) => holds(ring, seed));
  // The seed stands in no hole, so the smallest ring around it is the outer one of its piece.
  const outer = around.sort((a, b) => areaOf(a) - areaOf(b))[0];
  if (outer === undefined) return [];
  const inside = rings.filter(
    (ring) => ring !== outer && locateInRing(outer, [ring[0], ring[1]], 0) !== "outside",
  );
  return [outer, ...inside];
}

function growPlot(seed: PlotSeed, free: Piece): Plot {
  if (free.length === 0 || free[0].length < 6) return null;
  const whole = pieceArea(free);
  if (whole <= seed.landAreaM2) return { rings: free, areaM2: whole };
  const ground = free.map(pathOf);
  let [low, high] = [0, radiusOf(seed) * REACH * 1.05];
  let best: Piece = [];
  for (let round = 0; round < ROUNDS; round++) {
    const middle = (low + high) / 2;
    const piece = pieceAt(intersectPaths(ground, [disc(seed, middle)]), seed);
    if (piece.length > 0 && pieceArea(piece) <= seed.landAreaM2) {
      low = middle;
      best = piece;
    } else high = middle;
  }
  return best.length === 0
    ? { rings: free, areaM2: whole }
    : { rings: best, areaM2: pieceArea(best) };
}

/**
 * Approximate plots around points: each as round as it can be, of its land area, on its side of the
 * streets around it, off ground already taken, and shared with neighbouring points by their sizes (a
 * Voronoi cell moved by the radii). Plots of different points never overlap. The result runs parallel to
 * the seeds and does not depend on their order.
 */
export function drawPlots(seeds: readonly PlotSeed[], obstacles: PlotObstacles): Plot[] {
  if (seeds.length === 0) return [];
  const blocks = new Blocks(obstacles);
  const tree = new Flatbush(seeds.length);
  for (const { x, y } of seeds) tree.add(x, y, x, y);
  tree.finish();
  const largest = seeds.reduce((most, seed) => Math.max(most, radiusOf(seed)), 0);
  return seeds.map((seed, i) => {
    const reach = (radiusOf(seed) + largest) * REACH;
    const near = tree
      .search(seed.x - reach, seed.y - reach, seed.x + reach, seed.y + reach)
      .filter((j) => j !== i)
      .map((j) => seeds[j])
      .sort((a, b) => a.x - b.x || a.y - b.y);
    const cell = cellOf(seed, near);
    if (cell.length < 3) return null;
    const free = pieceAt(subtractPaths([cell], blocks.near(cell, seed)), seed);
    return growPlot(seed, free);
  });
}
