import { area, type Path64, type Paths64, type Point64 } from "clipper2-ts";
import type { Position } from "geojson";
import { type LocalProjection, projectTo, unproject } from "../geometry/projection.ts";
import type { Compound } from "../ingest/world.ts";

/** Grid steps per metre at the world's origin. */
export const PER_METRE = 10_000;

/**
 * Corners that are no compound's own are rounded to 1e-9°, 0.1 mm: at the usual 1e-7° an outline
 * would leave its members' straight edges by a centimetre and no longer cover them to 1e-6.
 */
const PER_DEGREE = 1e9;

/**
 * Whole-number grid of 0.1 mm for outlines. It is linear in degrees, so that what is straight in
 * the file stays straight; lengths on it are off by the change of cos(latitude) across the data.
 */
export interface OutlineGrid {
  snap(position: Position): Point64;
  /** from the world's plane, m */
  snapPlane(x: number, y: number): Point64;
  /** back to `[lon, lat]`, rounded to 1e-9° */
  place(point: Point64): Position;
}

/**
 * The grid is turned by this odd angle (radians), so that streets and walls drawn due east do not
 * become level edges: on those clipper2-ts 2.0.1 may never end (see geometry/clip-paths.ts), and its
 * offset has no other guard.
 */
const TURN_RAD = 0.2718281828;

/** The grid of a world. */
export function createGrid(projection: LocalProjection): OutlineGrid {
  const { lon0, lat0 } = projection;
  const step = 1e-3;
  const metres = [0, 0];
  projectTo(projection, lon0 + step, lat0 + step, metres);
  const perLon = (metres[0] / step) * PER_METRE;
  const perLat = (metres[1] / step) * PER_METRE;
  const cos = Math.cos(TURN_RAD);
  const sin = Math.sin(TURN_RAD);
  const snap = ([lon, lat]: Position) => {
    const east = (lon - lon0) * perLon;
    const north = (lat - lat0) * perLat;
    return { x: Math.round(east * cos - north * sin), y: Math.round(east * sin + north * cos) };
  };
  const round = (degrees: number) => Math.round(degrees * PER_DEGREE) / PER_DEGREE;
  return {
    snap,
    snapPlane: (x, y) => snap(unproject(projection, x, y)),
    place: ({ x, y }) => [
      round(lon0 + (x * cos + y * sin) / perLon),
      round(lat0 + (y * cos - x * sin) / perLat),
    ],
  };
}

/** Rings of a compound: the outer one and holes of each polygon, as in the file. */
export function ringsOf({ geometry }: Compound): Position[][][] {
  return geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
}

/** Rings of a compound on the grid, open; outer ones counter-clockwise, holes clockwise. */
export function compoundPaths(grid: OutlineGrid, compound: Compound): Paths64 {
  return ringsOf(compound).flatMap((rings) =>
    rings.map((ring, r): Path64 => {
      const path = ring.slice(0, -1).map(grid.snap);
      return area(path) > 0 === (r === 0) ? path : path.reverse();
    }),
  );
}

/** The segment p–q as a rectangle, counter-clockwise, `halfM` to either side and past both ends. */
export function segmentStrip(p: Point64, q: Point64, halfM: number): Path64 {
  const half = halfM * PER_METRE;
  const length = Math.hypot(q.x - p.x, q.y - p.y);
  const ux = length > 0 ? ((q.x - p.x) / length) * half : half;
  const uy = length > 0 ? ((q.y - p.y) / length) * half : 0;
  return [
    { x: p.x - ux + uy, y: p.y - uy - ux },
    { x: q.x + ux + uy, y: q.y + uy - ux },
    { x: q.x + ux - uy, y: q.y + uy + ux },
    { x: p.x - ux - uy, y: p.y - uy + ux },
  ].map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }));
}

/**
 * A closed path moved outwards by `byM`: every corner along its bisector, at most twice as far in
 * sharp corners. Outer rings grow and holes shrink.
 */
export function widenPath(path: Path64, byM: number): Path64 {
  const reach = byM * PER_METRE;
  return path.map(({ x, y }, i) => {
    const before = path[i === 0 ? path.length - 1 : i - 1];
    const after = path[i + 1 === path.length ? 0 : i + 1];
    const inLength = Math.hypot(x - before.x, y - before.y) || 1;
    const outLength = Math.hypot(after.x - x, after.y - y) || 1;
    const inX = (y - before.y) / inLength;
    const inY = (before.x - x) / inLength;
    const outX = (after.y - y) / outLength;
    const outY = (x - after.x) / outLength;
    const scale = reach / Math.max(0.5, 1 + inX * outX + inY * outY);
    return {
      x: Math.round(x + (inX + outX) * scale),
      y: Math.round(y + (inY + outY) * scale),
    };
  });
}
