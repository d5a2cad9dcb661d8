import {
  area,
  Clipper64,
  ClipType,
  EndType,
  FillRule,
  getBoundsPaths,
  inflatePaths,
  JoinType,
  type Paths64,
  PolyTree64,
  type Rect64,
  rectClip,
} from "clipper2-ts";
import type { MultiPolygon, Polygon, Position } from "geojson";
import { createPairGauge, type PairGauge } from "../contiguity/pair-gauge.ts";
import { levelPaths, subtractPaths } from "../geometry/clip-paths.ts";
import type { Compound, World } from "../ingest/world.ts";
import { covers, readTree, toGeometry } from "./outline-geometry.ts";
import {
  compoundPaths,
  createGrid,
  type OutlineGrid,
  PER_METRE,
  ringsOf,
  segmentStrip,
  widenPath,
} from "./outline-grid.ts";
import { indexObstacles } from "./outline-obstacles.ts";

/** Half the width of the corridor that joins two members even where they only face at a corner, m. */
const CORRIDOR_HALF_M = 2;

/** A closing stays within its members' bounds but for the ends of corridors, m. */
const OVERHANG_M = 2 * CORRIDOR_HALF_M;

/** The closing comes back this much further than it went out, so that members' own edges stand, m. */
const INSET_M = 0.01;

/** Lanes keep this far from what they may not cover: more than rounding can move an edge, m. */
const CLEARANCE_M = 0.01;

/** Largest deviation of the round corners of lanes, m. */
const ARC_M = 0.25;

/** The area of one district on the map. */
export interface Outline {
  readonly geometry: Polygon | MultiPolygon;
  readonly members: readonly number[];
  /** all rings on the outliner's grid */
  readonly paths: Paths64;
}

/** Draws districts one at a time. */
export interface Outliner {
  /**
   * The outline of a district: its members and the lanes between them, without other compounds,
   * hard barriers (unless a member itself spans one) and the outlines in `blockedBy`. One member:
   * its own polygon.
   * @throws if there are no members
   */
  outline(members: readonly number[], blockedBy: readonly Outline[]): Outline;
  /** Compounds, members included, whose districts' outlines may meet that of the members. */
  nearby(members: readonly number[]): number[];
}

/** minX, minY, maxX, maxY of the members, m, widened by `byM`. */
function boundsOf(world: World, members: readonly number[], byM: number): number[] {
  const { bounds } = world.shapes;
  const edge = (side: number) => members.map((i) => bounds[4 * i + side]);
  return [
    Math.min(...edge(0)) - byM,
    Math.min(...edge(1)) - byM,
    Math.max(...edge(2)) + byM,
    Math.max(...edge(3)) + byM,
  ];
}

function rectOf(paths: Paths64, byM: number): Rect64 {
  const { left, top, right, bottom } = getBoundsPaths(paths);
  const by = byM * PER_METRE;
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by };
}

/** A strip along the shortest connection of every two members within the gap. */
function corridors(
  members: readonly number[],
  options: { gauge: PairGauge; grid: OutlineGrid; gapM: number },
): Paths64 {
  const { gauge, grid, gapM } = options;
  const strips: Paths64 = [];
  const ends = new Float64Array(4);
  members.forEach((a, i) => {
    for (const b of members.slice(i + 1)) {
      const distanceM = gauge.measure(a, b, gapM);
      if (distanceM === 0 || distanceM > gapM) continue;
      gauge.connect(ends, 0);
      const from = grid.snapPlane(ends[0], ends[1]);
      strips.push(segmentStrip(from, grid.snapPlane(ends[2], ends[3]), CORRIDOR_HALF_M));
    }
  });
  return strips;
}

/** Morphological closing: out by half the gap and a metre, back in; holes below (2 gap)² are filled. */
function close(paths: Paths64, gapM: number): Paths64 {
  const reach = (gapM / 2 + 1) * PER_METRE;
  const grown = inflatePaths(paths, reach, JoinType.Miter, EndType.Polygon, 2);
  const back = -(reach + INSET_M * PER_METRE);
  const arc = ARC_M * PER_METRE;
  const closed = inflatePaths(grown, back, JoinType.Round, EndType.Polygon, 2, arc);
  return closed.filter((path) => area(path) > 0 || -area(path) > (2 * gapM * PER_METRE) ** 2);
}

function unite(members: Paths64, lanes: Paths64): PolyTree64 {
  const clipper = new Clipper64();
  const tree = new PolyTree64();
  clipper.addSubject(levelPaths(members));
  clipper.addSubject(levelPaths(lanes));
  clipper.execute(ClipType.Union, FillRule.NonZero, tree);
  return tree;
}

/** Positions of the members' own corners by their place on the grid, to give them back exactly. */
function ownCorners(grid: OutlineGrid, members: readonly Compound[]): Map<string, Position> {
  const corners = new Map<string, Position>();
  for (const position of members.flatMap(ringsOf).flat(2)) {
    const { x, y } = grid.snap(position);
    corners.set(`${x},${y}`, position);
  }
  return corners;
}

function copyOutline(grid: OutlineGrid, compound: Compound, member: number): Outline {
  const open = ringsOf(compound).map((rings) => rings.map((ring) => ring.slice(0, -1)));
  return { geometry: toGeometry(open), members: [member], paths: compoundPaths(grid, compound) };
}

/**
 * An outliner for a world; `gapM` as in the contiguity graph.
 * @throws if `gapM` is not a finite number ≥ 0
 */
export function createOutliner(world: World, gapM: number): Outliner {
  if (!(gapM >= 0 && gapM < Infinity)) throw new Error(`gapM must be finite and ≥ 0, got ${gapM}`);
  const gauge = createPairGauge(world.shapes);
  const grid = createGrid(world.projection);
  const obstacles = indexObstacles(world, grid);
  const pathsOf = (i: number) => compoundPaths(grid, world.compounds[i]);

  /** What the lanes may not cover, inside `rect`. */
  function blocked(members: readonly number[], blockedBy: readonly Outline[], rect: Rect64) {
    const box = boundsOf(world, members, OVERHANG_M);
    const covered = new Set([...members, ...blockedBy.flatMap((outline) => outline.members)]);
    const others = obstacles.compoundsIn(box).filter((i) => !covered.has(i));
    const paths = [...others.flatMap(pathsOf), ...blockedBy.flatMap((outline) => outline.paths)];
    const widened = paths.map((path) => widenPath(path, CLEARANCE_M));
    return [...rectClip(rect, widened), ...obstacles.barriersIn(box, rect)];
  }

  return {
    nearby: (members) => obstacles.compoundsIn(boundsOf(world, members, 4 * (gapM + 1))),
    outline(members, blockedBy) {
      if (members.length === 0) throw new Error("an outline needs at least one member");
      if (members.length === 1) return copyOutline(grid, world.compounds[members[0]], members[0]);
      const own = members.flatMap(pathsOf);
      const closed = close([...own, ...corridors(members, { gauge, grid, gapM })], gapM);
      const obstaclesHere = blocked(members, blockedBy, rectOf(own, OVERHANG_M));
      const lanes = subtractPaths(closed, obstaclesHere);
      const firsts = own.map((path) => path[0]);
      const kept = readTree(unite(own, lanes)).filter((rings) =>
        firsts.some((corner) => covers(rings, corner)),
      );
      const corners = ownCorners(
        grid,
        members.map((i) => world.compounds[i]),
      );
      const place = (point: Paths64[number][number]) =>
        corners.get(`${point.x},${point.y}`) ?? grid.place(point);
      return {
        geometry: toGeometry(kept.map((rings) => rings.map((ring) => ring.map(place)))),
        members,
        paths: kept.flatMap((rings) => [...rings]),
      };
    },
  };
}
