import { FillRule, type Paths64, type Rect64, rectClip, union } from "clipper2-ts";
import Flatbush from "flatbush";
import { levelPaths } from "../geometry/clip-paths.ts";
import type { Barrier, World } from "../ingest/world.ts";
import { type OutlineGrid, segmentStrip } from "./outline-grid.ts";

/** Half the width of the strip that a hard line cuts out, m. */
const STRIP_HALF_M = 0.5;

/** What outlines may not cover, found by place. Boxes are minX, minY, maxX, maxY in metres. */
export interface Obstacles {
  /** compounds whose bounds meet the box, ascending */
  compoundsIn(box: readonly number[]): number[];
  /** hard barriers that meet the box, as areas on the grid; long ones clipped to `rect` */
  barriersIn(box: readonly number[], rect: Rect64): Paths64;
}

interface Piece {
  readonly box: readonly number[];
  /** on the grid; a line's strip is small, an area may be long */
  readonly paths: Paths64;
  readonly area: boolean;
}

function linePieces({ paths }: Barrier, grid: OutlineGrid): Piece[] {
  const pieces: Piece[] = [];
  for (const path of paths) {
    for (let i = 2; i + 1 < path.length; i += 2) {
      const [x1, y1, x2, y2] = path.subarray(i - 2, i + 2);
      if (x1 === x2 && y1 === y2) continue;
      const strip = segmentStrip(grid.snapPlane(x1, y1), grid.snapPlane(x2, y2), STRIP_HALF_M);
      const box = [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)];
      pieces.push({ box, paths: [strip], area: false });
    }
  }
  return pieces;
}

function areaPiece({ paths }: Barrier, grid: OutlineGrid): Piece[] {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  const rings: Paths64 = paths.map((path) => {
    const ring = [];
    for (let i = 0; i + 1 < path.length; i += 2) {
      ring.push(grid.snapPlane(path[i], path[i + 1]));
      box[0] = Math.min(box[0], path[i]);
      box[1] = Math.min(box[1], path[i + 1]);
      box[2] = Math.max(box[2], path[i]);
      box[3] = Math.max(box[3], path[i + 1]);
    }
    return ring;
  });
  if (box[0] > box[2]) return [];
  return [{ box, paths: union(levelPaths(rings), FillRule.EvenOdd), area: true }];
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

/** Index of compounds and hard barriers of a world. O((n + segments) · log). */
export function indexObstacles(world: World, grid: OutlineGrid): Obstacles {
  const { bounds, count } = world.shapes;
  const compounds = indexBoxes(count, (i) => bounds.subarray(4 * i, 4 * i + 4));
  const pieces = world.barriers
    .filter((barrier) => barrier.barrierClass === "hard")
    .flatMap((barrier) => (barrier.area ? areaPiece(barrier, grid) : linePieces(barrier, grid)));
  const barriers = indexBoxes(pieces.length, (i) => pieces[i].box);
  const search = (tree: Flatbush | null, box: readonly number[]) =>
    (tree?.search(box[0], box[1], box[2], box[3]) ?? []).sort((p, q) => p - q);
  return {
    compoundsIn: (box) => search(compounds, box),
    barriersIn: (box, rect) =>
      search(barriers, box).flatMap((i) =>
        pieces[i].area ? rectClip(rect, pieces[i].paths) : pieces[i].paths,
      ),
  };
}
