import Flatbush from "flatbush";
import { crossesRingOddly } from "../geometry/point-in-rings.ts";
import { connectSegments, segmentDistance2, TOUCH_M } from "../geometry/segment-distance.ts";
import type { Barrier, Crossing } from "../ingest/world.ts";

/** A hard barrier can be passed where a crossing is this near to the point of passing, m. */
const CROSSING_REACH_M = 50;

/** A barrier met by a connection. */
export interface Passage {
  /** index in World.barriers */
  readonly barrier: number;
  /** a crossing lies within {@link CROSSING_REACH_M} of a point where the connection meets it */
  readonly passable: boolean;
}

/** Finds the barriers that connections meet. */
export interface BarrierIndex {
  /**
   * Barriers that the connection x1, y1, x2, y2 (m) meets, by index, each once. Touching counts;
   * so does lying wholly inside an area. A connection of length 0 meets none.
   */
  met(connection: Float64Array): readonly Passage[];
}

interface Lines {
  readonly tree: Flatbush | null;
  /** x1, y1, x2, y2 per segment */
  readonly segments: Float64Array;
  readonly owner: Uint32Array;
}

const NONE: readonly Passage[] = [];

/** Points sever nothing: segments without length are left out. */
function indexLines(barriers: readonly Barrier[]): Lines {
  const segments: number[] = [];
  const owner: number[] = [];
  barriers.forEach(({ paths }, barrier) => {
    for (const path of paths) {
      for (let i = 2; i + 1 < path.length; i += 2) {
        if (path[i - 2] === path[i] && path[i - 1] === path[i + 1]) continue;
        segments.push(path[i - 2], path[i - 1], path[i], path[i + 1]);
        owner.push(barrier);
      }
    }
  });
  const tree = owner.length > 0 ? new Flatbush(owner.length) : null;
  for (let i = 0; tree && i < segments.length; i += 4) {
    const [x1, y1, x2, y2] = [segments[i], segments[i + 1], segments[i + 2], segments[i + 3]];
    tree.add(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
  }
  tree?.finish();
  return { tree, segments: new Float64Array(segments), owner: new Uint32Array(owner) };
}

/** Bounds of the areas only, to find those that enclose a connection without meeting it. */
function indexAreas(barriers: readonly Barrier[], areas: readonly number[]): Flatbush | null {
  if (areas.length === 0) return null;
  const tree = new Flatbush(areas.length);
  for (const area of areas) {
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (const path of barriers[area].paths) {
      for (let i = 0; i < path.length; i++) {
        box[i % 2] = Math.min(box[i % 2], path[i]);
        box[2 + (i % 2)] = Math.max(box[2 + (i % 2)], path[i]);
      }
    }
    tree.add(box[0], box[1], box[2], box[3]);
  }
  tree.finish();
  return tree;
}

function indexCrossings(crossings: readonly Crossing[]): Flatbush | null {
  if (crossings.length === 0) return null;
  const tree = new Flatbush(crossings.length);
  for (const { x, y } of crossings) tree.add(x, y, x, y);
  tree.finish();
  return tree;
}

function isInside(area: Barrier, x: number, y: number): boolean {
  let inside = false;
  for (const ring of area.paths) {
    if (crossesRingOddly(ring, 0, ring.length / 2, x, y)) inside = !inside;
  }
  return inside;
}

/** Index over all barriers and crossings of a world. O(segments · log). */
export function indexBarriers(
  barriers: readonly Barrier[],
  crossings: readonly Crossing[],
): BarrierIndex {
  const lines = indexLines(barriers);
  const areas = [...barriers.keys()].filter(
    (b) => barriers[b].area && barriers[b].paths.length > 0,
  );
  const areaTree = indexAreas(barriers, areas);
  const crossingTree = indexCrossings(crossings);
  const probe = new Float64Array(4);
  const reachable = (x: number, y: number) =>
    crossingTree !== null && crossingTree.neighbors(x, y, 1, CROSSING_REACH_M + TOUCH_M).length > 0;

  function meetLines(x1: number, y1: number, x2: number, y2: number, met: Map<number, boolean>) {
    const { tree, segments: s, owner } = lines;
    const minX = Math.min(x1, x2) - TOUCH_M;
    const minY = Math.min(y1, y2) - TOUCH_M;
    const maxX = Math.max(x1, x2) + TOUCH_M;
    const maxY = Math.max(y1, y2) + TOUCH_M;
    for (const hit of tree?.search(minX, minY, maxX, maxY) ?? []) {
      const cx = s[4 * hit];
      const cy = s[4 * hit + 1];
      const dx = s[4 * hit + 2];
      const dy = s[4 * hit + 3];
      if (segmentDistance2(x1, y1, x2, y2, cx, cy, dx, dy) > TOUCH_M * TOUCH_M) continue;
      const barrier = owner[hit];
      if (met.get(barrier)) continue;
      connectSegments(x1, y1, x2, y2, cx, cy, dx, dy, probe);
      met.set(barrier, reachable(probe[0], probe[1]));
    }
  }

  function meetAreas(x: number, y: number, met: Map<number, boolean>) {
    for (const hit of areaTree?.search(x, y, x, y) ?? []) {
      const barrier = areas[hit];
      if (!met.has(barrier) && isInside(barriers[barrier], x, y)) met.set(barrier, reachable(x, y));
    }
  }

  return {
    met(connection) {
      const x1 = connection[0];
      const y1 = connection[1];
      const x2 = connection[2];
      const y2 = connection[3];
      if (x1 === x2 && y1 === y2) return NONE;
      const met = new Map<number, boolean>();
      meetLines(x1, y1, x2, y2, met);
      meetAreas((x1 + x2) / 2, (y1 + y2) / 2, met);
      if (met.size === 0) return NONE;
      return [...met]
        .sort((p, q) => p[0] - q[0])
        .map(([barrier, passable]) => ({ barrier, passable }));
    },
  };
}
