import { type Drawings, unproject, type World } from "../../core/index.ts";
import type { ObstacleKind } from "../../store/edit-state.ts";

type Bounds = [west: number, south: number, east: number, north: number];

/** A barrier or crossing that was drawn, or taken out of the data. */
export interface DrawingRow {
  readonly kind: ObstacleKind;
  readonly id: string;
  readonly isDrawn: boolean;
  readonly barrier: World["barriers"][number] | null;
  /** of a line, m; 0 for a crossing */
  readonly lengthM: number;
  readonly bounds: Bounds;
}

/** Room around a crossing that is brought into view, m. */
const ROOM_M = 60;

function boundsOf({ projection }: World, xy: readonly number[]): Bounds {
  const xs = xy.filter((_, k) => k % 2 === 0);
  const ys = xy.filter((_, k) => k % 2 === 1);
  const [west, south] = unproject(projection, Math.min(...xs) - ROOM_M, Math.min(...ys) - ROOM_M);
  const [east, north] = unproject(projection, Math.max(...xs) + ROOM_M, Math.max(...ys) + ROOM_M);
  return [west, south, east, north];
}

function lengthOf(paths: readonly Float64Array[]): number {
  let sum = 0;
  for (const path of paths)
    for (let k = 2; k < path.length; k += 2)
      sum += Math.hypot(path[k] - path[k - 2], path[k + 1] - path[k - 1]);
  return sum;
}

/**
 * What was drawn and what was taken out, barriers first.
 * @param read the data as read; `scene`: with the drawings on them
 */
export function listDrawings(read: World, scene: World, recipe: Drawings): DrawingRow[] {
  const { barriersRemoved, crossingsRemoved } = recipe;
  if (read === scene) return [];
  const barrierRow =
    (isDrawn: boolean) =>
    (barrier: World["barriers"][number]): DrawingRow => ({
      kind: "barrier",
      id: barrier.id,
      isDrawn,
      barrier,
      lengthM: lengthOf(barrier.paths),
      bounds: boundsOf(
        read,
        barrier.paths.flatMap((path) => [...path]),
      ),
    });
  const crossingRow =
    (isDrawn: boolean) =>
    ({ id, x, y }: World["crossings"][number]): DrawingRow => ({
      kind: "crossing",
      id,
      isDrawn,
      barrier: null,
      lengthM: 0,
      bounds: boundsOf(read, [x, y]),
    });
  const known = new Set(read.barriers);
  const knownCrossings = new Set(read.crossings);
  return [
    ...scene.barriers.filter((one) => !known.has(one)).map(barrierRow(true)),
    ...read.barriers.filter(({ id }) => barriersRemoved.includes(id)).map(barrierRow(false)),
    ...scene.crossings.filter((one) => !knownCrossings.has(one)).map(crossingRow(true)),
    ...read.crossings.filter(({ id }) => crossingsRemoved.includes(id)).map(crossingRow(false)),
  ];
}
