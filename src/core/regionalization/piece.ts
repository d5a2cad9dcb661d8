import { groupMembers } from "./bonds.ts";
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

/** Steps of cutting: each ends, after some milliseconds, at a yield. */
type Cutting<T> = Generator<void, T, void>;
/** Nodes looked at between two yields. */
const NODES_PER_STEP = 8192;

type Nodes = readonly (readonly number[])[];

/** Rows of the nodes' own numbers, ascending and each once, from what each compound leads to. */
function* nodeRows(
  nodes: Nodes,
  leadsTo: (compound: number, add: (other: number) => void) => void,
): Cutting<{ readonly start: Uint32Array; readonly rows: Uint32Array }> {
  const start = new Uint32Array(nodes.length + 1);
  const rows: number[] = [];
  // A stamp per node instead of a set: this runs over every link of the piece.
  const seen = new Uint32Array(nodes.length);
  const found: number[] = [];
  let node = 0;
  const add = (other: number) => {
    if (other < 0 || other === node || seen[other] === node + 1) return;
    seen[other] = node + 1;
    found.push(other);
  };
  for (node = 0; node < nodes.length; node++) {
    found.length = 0;
    for (const i of nodes[node]) leadsTo(i, add);
    if (found.length > 1) found.sort((a, b) => a - b);
    for (const other of found) rows.push(other);
    start[node + 1] = rows.length;
    if (node % NODES_PER_STEP === NODES_PER_STEP - 1) yield;
  }
  return { start, rows: Uint32Array.from(rows) };
}

/** @param nodeOf node of each compound of this component, stale elsewhere */
function linkRows({ graph, components, cell }: Problem, nodes: Nodes, nodeOf: Int32Array) {
  const label = components.label[nodes[0][0]];
  return nodeRows(nodes, (i, add) => {
    for (let e = graph.offset[i]; e < graph.offset[i + 1]; e++) {
      const j = graph.neighbor[e];
      if (components.label[j] === label && cell[j] === cell[i]) add(nodeOf[j]);
    }
  });
}

function neverRows({ bonds: { apart }, components }: Problem, nodes: Nodes, nodeOf: Int32Array) {
  const label = components.label[nodes[0][0]];
  return nodeRows(nodes, (i, add) => {
    for (let e = apart.start[i]; e < apart.start[i + 1]; e++) {
      const j = apart.other[e];
      if (components.label[j] === label) add(nodeOf[j]);
    }
  });
}

/** A number of each node, summed over its compounds. */
function* nodeSums(nodes: Nodes, read: (i: number) => number): Cutting<Float64Array> {
  const sums = new Float64Array(nodes.length);
  for (let k = 0; k < nodes.length; k++) {
    for (const i of nodes[k]) sums[k] += read(i);
    if (k % NODES_PER_STEP === NODES_PER_STEP - 1) yield;
  }
  return sums;
}

function* cutPiece(problem: Problem, nodes: Nodes, nodeOf: Int32Array): Cutting<Piece> {
  const { world, threshold } = problem;
  const memberStart = new Uint32Array(nodes.length + 1);
  for (let k = 0; k < nodes.length; k++) {
    memberStart[k + 1] = memberStart[k] + nodes[k].length;
    for (const i of nodes[k]) nodeOf[i] = k;
  }
  const member = new Uint32Array(memberStart[nodes.length]);
  const centroid = new Float64Array(2 * member.length);
  yield;
  const from = world.shapes.centroid;
  let end = 0;
  for (const node of nodes) {
    for (const i of node) {
      centroid[2 * end] = from[2 * i];
      centroid[2 * end + 1] = from[2 * i + 1];
      member[end++] = i;
    }
  }
  yield;
  const links = yield* linkRows(problem, nodes, nodeOf);
  const never = yield* neverRows(problem, nodes, nodeOf);
  return {
    count: nodes.length,
    memberStart,
    member,
    offset: links.start,
    neighbor: links.rows,
    neverStart: never.start,
    never: never.rows,
    households: yield* nodeSums(nodes, (i) => world.compounds[i].households),
    floorAreaM2: yield* nodeSums(nodes, (i) => world.compounds[i].floorAreaM2),
    threshold: yield* nodeSums(nodes, (i) => threshold?.[i] ?? 0),
    size: Int32Array.from(nodes, (node) => node.length),
    centroid,
    rules: readRules(problem),
  };
}

/** Members of one component in the nodes that stay together, by smallest. @param own ascending */
function* cutNodes({ bonds }: Problem, own: readonly number[]): Cutting<Nodes> {
  const nodes: (readonly number[])[] = [];
  for (let k = 0; k < own.length; k++) {
    const node = groupMembers(bonds, own[k]);
    if (node[0] === own[k]) nodes.push(node);
    if (k % NODES_PER_STEP === NODES_PER_STEP - 1) yield;
  }
  return nodes;
}

/** One piece per component of the problem, in component order, in steps. O(n + links). */
export function* cutPieces(problem: Problem): Cutting<Piece[]> {
  const { label, count } = problem.components;
  const members = Array.from({ length: count }, (): number[] => []);
  for (let i = 0; i < label.length; i++) if (label[i] >= 0) members[label[i]].push(i);
  yield;
  const nodeOf = new Int32Array(label.length).fill(-1);
  const pieces: Piece[] = [];
  let cut = 0;
  for (const own of members) {
    const nodes = yield* cutNodes(problem, own);
    pieces.push(yield* cutPiece(problem, nodes, nodeOf));
    cut += own.length;
    if (cut < NODES_PER_STEP) continue;
    cut = 0;
    yield;
  }
  return pieces;
}

/** {@link cutPieces} at one go. */
export function createPieces(problem: Problem): Piece[] {
  const steps = cutPieces(problem);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
