import {
  Clipper,
  Clipper64,
  ClipType,
  EndType,
  FillRule,
  JoinType,
  type Path64,
  type Paths64,
} from "clipper2-ts";
import { areaM2, type Point, type Ring } from "./ring.ts";

/** Clipper works on whole numbers; one unit is a millimetre. */
const UNITS_PER_M = 1000;

function toPath(points: readonly Point[]): Path64 {
  return points.map(([x, y]) => ({
    x: Math.round(x * UNITS_PER_M),
    y: Math.round(y * UNITS_PER_M),
  }));
}

function toRing(path: Path64): Ring {
  return path.map(({ x, y }) => [x / UNITS_PER_M, y / UNITS_PER_M] as const);
}

function toRings(paths: Paths64): Ring[] {
  return paths.map(toRing);
}

/** Parts of `subject` inside any of `clips`; holes come as clockwise rings. */
export function intersectRings(subject: readonly Ring[], clips: readonly Ring[]): Ring[] {
  return toRings(Clipper.intersect(subject.map(toPath), clips.map(toPath), FillRule.NonZero));
}

/** Parts of `subject` outside all of `clips`; holes come as clockwise rings. */
export function subtractRings(subject: readonly Ring[], clips: readonly Ring[]): Ring[] {
  return toRings(Clipper.difference(subject.map(toPath), clips.map(toPath), FillRule.NonZero));
}

/** One outline for rings that touch or overlap; holes come as clockwise rings. */
export function uniteRings(rings: readonly Ring[]): Ring[] {
  return toRings(Clipper.union(rings.map(toPath), FillRule.NonZero));
}

/** Moves the outline by `byM` metres, outwards when positive. */
export function growRings(rings: readonly Ring[], byM: number): Ring[] {
  const grown = Clipper.inflatePaths(
    rings.map(toPath),
    byM * UNITS_PER_M,
    JoinType.Miter,
    EndType.Polygon,
  );
  return toRings(grown);
}

/** The strip within `halfWidthM` of a line, ends cut square. */
export function strip(line: readonly Point[], halfWidthM: number): Ring[] {
  const grown = Clipper.inflatePaths(
    [toPath(line)],
    halfWidthM * UNITS_PER_M,
    JoinType.Miter,
    EndType.Square,
  );
  return toRings(grown);
}

/** Drops points that lie within `toleranceM` of the line through their neighbours. */
export function simplifyRing(ring: Ring, toleranceM: number): Ring {
  return toRing(Clipper.simplifyPath(toPath(ring), toleranceM * UNITS_PER_M, true));
}

/** The parts of a line inside the rings. */
export function clipLine(line: readonly Point[], rings: readonly Ring[]): Point[][] {
  const clipper = new Clipper64();
  clipper.addOpenSubject([toPath(line)]);
  clipper.addClip(rings.map(toPath));
  const [closed, open]: [Paths64, Paths64] = [[], []];
  clipper.execute(ClipType.Intersection, FillRule.NonZero, closed, open);
  return open.map((path) => [...toRing(path)]);
}

/** The ring of greatest area, or null when there is none. */
export function largestRing(rings: readonly Ring[]): Ring | null {
  let best: Ring | null = null;
  for (const ring of rings) if (!best || areaM2(ring) > areaM2(best)) best = ring;
  return best;
}
