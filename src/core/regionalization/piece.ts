import { type Problem, toNodes } from "./problem.ts";

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

/** Rows of the nodes' own numbers, ascending and each once, from what each compound leads to. */
function nodeRows(count: number, leadsTo: (node: number, add: (other: number) => void) => void) {
  const start = new Uint32Array(count + 1);
  const rows: number[] = [];
  // A stamp per node instead of a set: this runs over every link of the piece.
  const seen = new Uint32Array(count);
  const found: number[] = [];
  let node = 0;
  const add = (other: number) => {
    if (other < 0 || other === node || seen[other] === node + 1) return;
    seen[other] = node + 1;
    found.push(other);
  };
  for (node = 0; node < count; node++) {
    found.length = 0;
    leadsTo(node, add);
    found.sort((a, b) => a - b);
    for (const other of found) rows.push(other);
    start[node + 1] = rows.length;
  }
  return { start, rows: Uint32Array.from(rows) };
}

type Nodes = readonly (readonly number[])[];

/** @param nodeOf node of each compound of this component, stale elsewhere */
function linkRows({ graph, components, cell }: Problem, nodes: Nodes, nodeOf: Int32Array) {
  const label = components.label[nodes[0][0]];
  return nodeRows(nodes.length, (k, add) => {
    for (const i of nodes[k]) {
      for (let e = graph.offset[i]; e < graph.offset[i + 1]; e++) {
        const j = graph.neighbor[e];
        if (components.label[j] === label && cell[j] === cell[i]) add(nodeOf[j]);
      }
    }
  });
}

function neverRows({ bonds: { apart }, components }: Problem, nodes: Nodes, nodeOf: Int32Array) {
  const label = components.label[nodes[0][0]];
  return nodeRows(nodes.length, (k, add) => {
    for (const i of nodes[k]) {
      for (let e = apart.start[i]; e < apart.start[i + 1]; e++) {
        const j = apart.other[e];
        if (components.label[j] === label) add(nodeOf[j]);
      }
    }
  });
}

function createPiece(problem: Problem, nodes: Nodes, nodeOf: Int32Array): Piece {
  const { world, threshold } = problem;
  const sums = (read: (i: number) => number) =>
    Float64Array.from(nodes, (node) => node.reduce((sum, i) => sum + read(i), 0));
  const member = Uint32Array.from(nodes.flat());
  const memberStart = new Uint32Array(nodes.length + 1);
  nodes.forEach((node, k) => {
    memberStart[k + 1] = memberStart[k] + node.length;
    for (const i of node) nodeOf[i] = k;
  });
  const links = linkRows(problem, nodes, nodeOf);
  const never = neverRows(problem, nodes, nodeOf);
  const { centroid } = world.shapes;
  return {
    count: nodes.length,
    memberStart,
    member,
    offset: links.start,
    neighbor: links.rows,
    neverStart: never.start,
    never: never.rows,
    households: sums((i) => world.compounds[i].households),
    floorAreaM2: sums((i) => world.compounds[i].floorAreaM2),
    threshold: sums((i) => threshold?.[i] ?? 0),
    size: Int32Array.from(nodes, (node) => node.length),
    centroid: Float64Array.from({ length: 2 * member.length }, (_, at) => {
      return centroid[2 * member[at >> 1] + (at & 1)];
    }),
    rules: readRules(problem),
  };
}

/** One piece per component of the problem, in component order. O(n + links). */
export function createPieces(problem: Problem): Piece[] {
  const { label, count } = problem.components;
  const members = Array.from({ length: count }, (): number[] => []);
  label.forEach((component, i) => {
    if (component >= 0) members[component].push(i);
  });
  const nodeOf = new Int32Array(label.length).fill(-1);
  return members.map((own) => createPiece(problem, toNodes(problem, own), nodeOf));
}
