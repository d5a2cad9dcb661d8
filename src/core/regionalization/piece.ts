import type { Problem } from "./problem.ts";

/** Hard rules of a district; infinite where a limit is off. */
export interface PieceRules {
  readonly minHouseholds: number;
  readonly maxHouseholds: number;
  readonly minFloorAreaM2: number;
  readonly maxFloorAreaM2: number;
  readonly minThreshold: number;
  readonly maxCompounds: number;
  /** greatest distance between members' centroids, m */
  readonly maxSpanM: number;
}

/**
 * One component of a problem in flat form. Nodes are 0 … count−1 in order of their smallest
 * compound; a node is one compound, or several that must stay together.
 */
export interface Piece {
  readonly count: number;
  /** compounds of node k: `member[memberStart[k] … memberStart[k+1]−1]`, ascending */
  readonly memberStart: Uint32Array;
  readonly member: Uint32Array;
  /** neighbours of node k: `neighbor[offset[k] … offset[k+1]−1]`, ascending, inside the piece only */
  readonly offset: Uint32Array;
  readonly neighbor: Uint32Array;
  /** nodes that may not share a district with node k: `never[neverStart[k] … neverStart[k+1]−1]` */
  readonly neverStart: Uint32Array;
  readonly never: Uint32Array;
  /** sums over the node's compounds */
  readonly households: Float64Array;
  readonly floorAreaM2: Float64Array;
  readonly threshold: Float64Array;
  /** number of compounds */
  readonly size: Int32Array;
  /** centroid of `member[k]`: x at 2k, y at 2k+1, m */
  readonly centroid: Float64Array;
  readonly rules: PieceRules;
}

/** The limits and the threshold of a problem as {@link PieceRules}. */
export function readRules({ parameters: { limits, threshold } }: Problem): PieceRules {
  return {
    minHouseholds: limits.minHouseholds ?? -Infinity,
    maxHouseholds: limits.maxHouseholds ?? Infinity,
    minFloorAreaM2: limits.minFloorAreaM2 ?? -Infinity,
    maxFloorAreaM2: limits.maxFloorAreaM2 ?? Infinity,
    minThreshold: threshold?.min ?? -Infinity,
    maxCompounds: limits.maxCompounds ?? Infinity,
    maxSpanM: limits.maxSpanM ?? Infinity,
  };
}

/** Rows of the graph between compounds of one component, in the piece's own numbering. */
function localRows(problem: Problem, members: Uint32Array, local: Int32Array) {
  const { graph, components } = problem;
  const label = components.label[members[0]];
  const offset = new Uint32Array(members.length + 1);
  const neighbor: number[] = [];
  members.forEach((i, k) => {
    for (let e = graph.offset[i]; e < graph.offset[i + 1]; e++) {
      const j = graph.neighbor[e];
      if (components.label[j] === label && problem.cell[j] === problem.cell[i])
        neighbor.push(local[j]);
    }
    offset[k + 1] = neighbor.length;
  });
  return { offset, neighbor: Uint32Array.from(neighbor) };
}

function createPiece(problem: Problem, members: Uint32Array, local: Int32Array): Piece {
  const { world, threshold } = problem;
  const of = (read: (i: number) => number) => Float64Array.from(members, read);
  const centroid = new Float64Array(2 * members.length);
  members.forEach((i, k) => {
    centroid[2 * k] = world.shapes.centroid[2 * i];
    centroid[2 * k + 1] = world.shapes.centroid[2 * i + 1];
  });
  return {
    count: members.length,
    memberStart: Uint32Array.from({ length: members.length + 1 }, (_, k) => k),
    member: members,
    ...localRows(problem, members, local),
    neverStart: new Uint32Array(members.length + 1),
    never: new Uint32Array(0),
    households: of((i) => world.compounds[i].households),
    floorAreaM2: of((i) => world.compounds[i].floorAreaM2),
    threshold: of((i) => threshold?.[i] ?? 0),
    size: new Int32Array(members.length).fill(1),
    centroid,
    rules: readRules(problem),
  };
}

/** One piece per component of the problem, in component order. O(n + links). */
export function createPieces(problem: Problem): Piece[] {
  const { label, size, count } = problem.components;
  const members = Array.from({ length: count }, (_, c) => new Uint32Array(size[c]));
  const local = new Int32Array(label.length).fill(-1);
  const filled = new Uint32Array(count);
  label.forEach((component, i) => {
    if (component < 0) return;
    local[i] = filled[component]++;
    members[component][local[i]] = i;
  });
  return members.map((own) => createPiece(problem, own, local));
}
