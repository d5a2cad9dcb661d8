import Flatbush from "flatbush";
import { buildGraph } from "../../contiguity/build-graph.ts";
import type { Barrier, Crossing, World } from "../../ingest/world.ts";
import type { Problem } from "../problem.ts";
import { restrictShapes } from "./restrict-shapes.ts";

/** A pair that a wider gap or a new crossing links, by compound index, `a` < `b`. */
export interface NewLink {
  readonly a: number;
  readonly b: number;
  readonly gapM: number;
}

/** What would be linked around some compounds. */
export interface LocalLinker {
  /** placeable compounds of the same cells whose bounds come within `reachM`, `members` included */
  around(members: readonly number[], reachM: number): number[];
  /** pairs among `members` that are not linked now and would be; hand-made cuts stay cut */
  newLinks(
    members: readonly number[],
    options: { readonly gapM: number; readonly crossings: readonly Crossing[] },
  ): NewLink[];
}

type Box = readonly [number, number, number, number];

function boxOf({ paths }: Barrier): Box {
  let box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const path of paths) {
    for (let k = 0; k + 1 < path.length; k += 2) {
      const [x, y] = [path[k], path[k + 1]];
      box = [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)];
    }
  }
  return box;
}

function indexBoxes(boxes: readonly Box[]): Flatbush | null {
  if (boxes.length === 0) return null;
  const tree = new Flatbush(boxes.length);
  for (const box of boxes) tree.add(...box);
  tree.finish();
  return tree;
}

/** A connection lies within the bounds of its pair; crossings matter up to 50 m from it. */
const CROSSING_MARGIN_M = 60;

/** Barriers and crossings that can matter to pairs inside a box. */
function createSurroundings({ barriers, crossings }: World) {
  const barrierTree = indexBoxes(barriers.map(boxOf));
  const crossingTree = indexBoxes(crossings.map(({ x, y }): Box => [x, y, x, y]));
  return ([x1, y1, x2, y2]: Box): Pick<World, "barriers" | "crossings"> => {
    const m = CROSSING_MARGIN_M;
    const found = barrierTree?.search(x1 - 1, y1 - 1, x2 + 1, y2 + 1) ?? [];
    const near = crossingTree?.search(x1 - m, y1 - m, x2 + m, y2 + m) ?? [];
    const inOrder = (list: number[]) => list.sort((a, b) => a - b);
    return {
      barriers: inOrder(found).map((b) => barriers[b]),
      crossings: inOrder(near).map((c) => crossings[c]),
    };
  };
}

function boundsOf({ world: { shapes } }: Problem, members: readonly number[]): Box {
  return members.reduce<Box>(
    (box, i) => {
      const [x1, y1, x2, y2] = shapes.bounds.subarray(4 * i, 4 * i + 4);
      return [
        Math.min(box[0], x1),
        Math.min(box[1], y1),
        Math.max(box[2], x2),
        Math.max(box[3], y2),
      ];
    },
    [Infinity, Infinity, -Infinity, -Infinity],
  );
}

/** Pairs a < b as one number each. */
function readPairs({ graph }: Problem) {
  const key = (a: number, b: number) => a * graph.count + b;
  const cuts = new Map<number, boolean>();
  graph.cuts.barrier.forEach((barrier, c) => {
    cuts.set(key(graph.cuts.a[c], graph.cuts.b[c]), barrier < 0);
  });
  const isLinked = (a: number, b: number) => {
    for (let e = graph.offset[a]; e < graph.offset[a + 1]; e++)
      if (graph.neighbor[e] === b) return true;
    return false;
  };
  return { isLinked, cut: (a: number, b: number) => cuts.get(key(a, b)) };
}

/** Builds the index of compounds, barriers and crossings once; questions cost what they touch. */
export function createLocalLinker(problem: Problem): LocalLinker {
  const { world, placeable, cell, parameters } = problem;
  const { bounds } = world.shapes;
  const boxes = world.compounds.map(
    (_, i): Box => [bounds[4 * i], bounds[4 * i + 1], bounds[4 * i + 2], bounds[4 * i + 3]],
  );
  const tree = indexBoxes(boxes);
  const surroundings = createSurroundings(world);
  const pairs = readPairs(problem);
  return {
    around(members, reachM) {
      const found = new Set(members);
      for (const i of members) {
        const [x1, y1, x2, y2] = boxes[i];
        const near = tree?.search(x1 - reachM, y1 - reachM, x2 + reachM, y2 + reachM) ?? [];
        for (const j of near) if (placeable[j] && cell[j] === cell[i]) found.add(j);
      }
      return [...found].sort((a, b) => a - b);
    },
    newLinks(members, { gapM, crossings }) {
      const near = surroundings(boundsOf(problem, members));
      const local: World = {
        ...world,
        compounds: members.map((i) => world.compounds[i]),
        shapes: restrictShapes(world.shapes, members),
        barriers: near.barriers,
        crossings: [...near.crossings, ...crossings],
      };
      const { links } = buildGraph(local, { gapM, links: "gap", added: [], removed: [] });
      return Array.from({ length: links.count }, (_, l): NewLink => {
        return { a: members[links.a[l]], b: members[links.b[l]], gapM: links.gapM[l] };
      }).filter(({ a, b, gapM: own }) => {
        if (cell[a] !== cell[b] || pairs.isLinked(a, b)) return false;
        const cut = pairs.cut(a, b);
        return cut === undefined ? own > parameters.gapM : !cut;
      });
    },
  };
}
