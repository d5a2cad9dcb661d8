import Flatbush from "flatbush";
import { crossesRingOddly } from "../geometry/point-in-rings.ts";
import { connectSegments, segmentDistance2, TOUCH_M } from "../geometry/segment-distance.ts";
import type { Barrier, Crossing } from "../ingest/world.ts";

/** A hard barrier can be passed where a crossing is this near to the point of passing, m. */
export const CROSSING_REACH_M = 50;

/** What one connection meets; reused from one connection to the next. */
export interface Meeting {
  /** barriers met, by index, ascending, each once */
  readonly barriers: readonly number[];
  /** hard barriers among them */
  readonly hard: number;
  readonly penalised: number;
  /** hard barriers without a crossing where they are met, ascending */
  readonly severing: readonly number[];
}

/** minX, minY, maxX, maxY, m */
export type Box = readonly [number, number, number, number];

/** Finds the barriers that connections meet. */
export interface BarrierIndex {
  /** Takes up the barriers near a box, m; connections outside it must not be asked for. */
  focus(minX: number, minY: number, maxX: number, maxY: number): void;
  /**
   * Barriers that the connection x1, y1, x2, y2 (m) at `at` meets. Touching counts; so does lying
   * wholly inside an area. A connection of length 0 meets none.
   */
  meet(connection: Float64Array, at: number): Meeting;
}

interface Lines {
  readonly tree: Flatbush | null;
  /** x1, y1, x2, y2 per segment */
  readonly segments: Float64Array;
  readonly owner: Uint32Array;
}

interface MutableMeeting extends Meeting {
  readonly barriers: number[];
  hard: number;
  penalised: number;
  readonly severing: number[];
}

function indexBoxes(count: number, boxAt: (i: number) => ArrayLike<number>): Flatbush | null {
  if (count === 0) return null;
  const tree = new Flatbush(count);
  for (let i = 0; i < count; i++) {
    const box = boxAt(i);
    tree.add(box[0], box[1], box[2], box[3]);
  }
  tree.finish();
  return tree;
}

function isSegmentIn(box: Box, path: ArrayLike<number>, at: number): boolean {
  return (
    (path[at] <= box[2] || path[at + 2] <= box[2]) &&
    (path[at] >= box[0] || path[at + 2] >= box[0]) &&
    (path[at + 1] <= box[3] || path[at + 3] <= box[3]) &&
    (path[at + 1] >= box[1] || path[at + 3] >= box[1])
  );
}

/** True for segments to index: in the window, and no points, which sever nothing. */
function isWanted(window: Box, path: Float64Array, at: number): boolean {
  if (path[at] === path[at + 2] && path[at + 1] === path[at + 3]) return false;
  return isSegmentIn(window, path, at);
}

/** Number of segments to index of each barrier that has some: barrier, number, … */
function countWanted(barriers: readonly Barrier[], window: Box): number[] {
  const wanted: number[] = [];
  for (let barrier = 0; barrier < barriers.length; barrier++) {
    let segments = 0;
    for (const path of barriers[barrier].paths) {
      for (let i = 0; i + 3 < path.length; i += 2) if (isWanted(window, path, i)) segments++;
    }
    if (segments > 0) wanted.push(barrier, segments);
  }
  return wanted;
}

function indexLines(barriers: readonly Barrier[], window: Box): Lines {
  const wanted = countWanted(barriers, window);
  let room = 0;
  for (let w = 1; w < wanted.length; w += 2) room += wanted[w];
  const segments = new Float64Array(4 * room);
  const owner = new Uint32Array(room);
  let count = 0;
  for (let w = 0; w < wanted.length; w += 2) {
    for (const path of barriers[wanted[w]].paths) {
      for (let i = 0; i + 3 < path.length; i += 2) {
        if (!isWanted(window, path, i)) continue;
        for (let c = 0; c < 4; c++) segments[4 * count + c] = path[i + c];
        owner[count++] = wanted[w];
      }
    }
  }
  const box = new Float64Array(4);
  const tree = indexBoxes(count, (i) => {
    box[0] = Math.min(segments[4 * i], segments[4 * i + 2]);
    box[1] = Math.min(segments[4 * i + 1], segments[4 * i + 3]);
    box[2] = Math.max(segments[4 * i], segments[4 * i + 2]);
    box[3] = Math.max(segments[4 * i + 1], segments[4 * i + 3]);
    return box;
  });
  return { tree, segments, owner };
}

/** Bounds of all paths, for areas that enclose a connection without meeting it. */
function boundPaths(barrier: Barrier): number[] {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const path of barrier.paths) {
    for (let i = 0; i < path.length; i++) {
      box[i % 2] = Math.min(box[i % 2], path[i]);
      box[2 + (i % 2)] = Math.max(box[2 + (i % 2)], path[i]);
    }
  }
  return box;
}

/** Areas, by index, whose bounds come into the window. */
function findAreas(barriers: readonly Barrier[], window: Box): number[] {
  const areas: number[] = [];
  for (let barrier = 0; barrier < barriers.length; barrier++) {
    const { area, paths } = barriers[barrier];
    if (!area || paths.length === 0) continue;
    if (isSegmentIn(window, boundPaths(barriers[barrier]), 0)) areas.push(barrier);
  }
  return areas;
}

function isInside(area: Barrier, x: number, y: number): boolean {
  let inside = false;
  for (const ring of area.paths) {
    if (crossesRingOddly(ring, 0, ring.length / 2, x, y)) inside = !inside;
  }
  return inside;
}

const ascending = (p: number, q: number) => p - q;
/** A meeting with no barrier. */
export const NO_MEETING: Meeting = { barriers: [], hard: 0, penalised: 0, severing: [] };

/**
 * Index over the barriers and crossings of a world. O(segments · log).
 * @param window what is wholly outside is left out; nothing by default
 */
export function indexBarriers(
  barriers: readonly Barrier[],
  crossings: readonly Crossing[],
  window: Box = [-Infinity, -Infinity, Infinity, Infinity],
): BarrierIndex {
  const lines = indexLines(barriers, window);
  const { segments: s, owner } = lines;
  const areas = findAreas(barriers, window);
  const areaTree = indexBoxes(areas.length, (i) => boundPaths(barriers[areas[i]]));
  const near = crossings.filter(({ x, y }) => isSegmentIn(window, [x, y, x, y], 0));
  const crossingTree = indexBoxes(near.length, (i) => {
    const { x, y } = near[i];
    return [x, y, x, y];
  });
  const box = new Float64Array(4);
  const probe = new Float64Array(4);
  const meeting: MutableMeeting = { barriers: [], hard: 0, penalised: 0, severing: [] };
  let nearLines: number[] = [];
  let nearAreas: number[] = [];
  let nearCrossings: number[] | null = null;

  const search = (tree: Flatbush | null, marginM: number) =>
    tree
      ? tree
          .search(box[0] - marginM, box[1] - marginM, box[2] + marginM, box[3] + marginM)
          .sort(ascending)
      : [];

  function isReachable(x: number, y: number): boolean {
    const reachM = CROSSING_REACH_M + TOUCH_M;
    nearCrossings ??= search(crossingTree, reachM);
    for (const c of nearCrossings) {
      const dx = near[c].x - x;
      const dy = near[c].y - y;
      if (dx * dx + dy * dy <= reachM * reachM) return true;
    }
    return false;
  }

  /** Adds a barrier met; hard ones sever when not reachable at this nor any other meeting point. */
  function add(barrier: number, isPassable: boolean): void {
    meeting.barriers.push(barrier);
    const { barrierClass } = barriers[barrier];
    if (barrierClass === "penalised") meeting.penalised++;
    if (barrierClass !== "hard") return;
    meeting.hard++;
    if (!isPassable) meeting.severing.push(barrier);
  }

  function meetLines(x1: number, y1: number, x2: number, y2: number): void {
    const minX = Math.min(x1, x2) - TOUCH_M;
    const minY = Math.min(y1, y2) - TOUCH_M;
    const maxX = Math.max(x1, x2) + TOUCH_M;
    const maxY = Math.max(y1, y2) + TOUCH_M;
    let current = -1;
    let isPassable = false;
    for (const k of nearLines) {
      const cx = s[4 * k];
      const dx = s[4 * k + 2];
      if ((cx > maxX && dx > maxX) || (cx < minX && dx < minX)) continue;
      const cy = s[4 * k + 1];
      const dy = s[4 * k + 3];
      if ((cy > maxY && dy > maxY) || (cy < minY && dy < minY)) continue;
      if (segmentDistance2(x1, y1, x2, y2, cx, cy, dx, dy) > TOUCH_M * TOUCH_M) continue;
      if (owner[k] !== current) {
        if (current >= 0) add(current, isPassable);
        current = owner[k];
        isPassable = false;
      }
      if (isPassable || barriers[current].barrierClass !== "hard") continue;
      connectSegments(x1, y1, x2, y2, cx, cy, dx, dy, probe);
      isPassable = isReachable(probe[0], probe[1]);
    }
    if (current >= 0) add(current, isPassable);
  }

  function meetAreas(x: number, y: number): void {
    const met = meeting.barriers.length;
    for (const a of nearAreas) {
      const barrier = areas[a];
      if (meeting.barriers.includes(barrier) || !isInside(barriers[barrier], x, y)) continue;
      add(barrier, isReachable(x, y));
    }
    if (meeting.barriers.length === met) return;
    meeting.barriers.sort(ascending);
    meeting.severing.sort(ascending);
  }

  return {
    focus(minX, minY, maxX, maxY) {
      box[0] = minX - TOUCH_M;
      box[1] = minY - TOUCH_M;
      box[2] = maxX + TOUCH_M;
      box[3] = maxY + TOUCH_M;
      nearLines = search(lines.tree, 0);
      nearAreas = search(areaTree, 0);
      nearCrossings = null;
    },
    meet(connection, at) {
      const x1 = connection[at];
      const y1 = connection[at + 1];
      const x2 = connection[at + 2];
      const y2 = connection[at + 3];
      if (x1 === x2 && y1 === y2) return NO_MEETING;
      if (nearLines.length === 0 && nearAreas.length === 0) return NO_MEETING;
      if (meeting.barriers.length > 0) meeting.barriers.length = 0;
      meeting.hard = 0;
      meeting.penalised = 0;
      if (meeting.severing.length > 0) meeting.severing.length = 0;
      meetLines(x1, y1, x2, y2);
      if (nearAreas.length > 0) meetAreas((x1 + x2) / 2, (y1 + y2) / 2);
      return meeting;
    },
  };
}
