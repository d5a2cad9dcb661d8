import type { Problem } from "../problem.ts";

/**
 * A small piece of a problem: up to 20 nodes, each one compound or a connected group that stays
 * together, with everything the enumeration needs in flat arrays.
 */
export interface Window {
  readonly nodes: readonly (readonly number[])[];
  /** bit j of `adjacent[i]`: nodes i and j are linked */
  readonly adjacent: Int32Array;
  /** bit j of `apart[i]`: nodes i and j may not share a district */
  readonly apart: Int32Array;
  readonly households: Float64Array;
  readonly floorAreaM2: Float64Array;
  /** sums of the threshold field; zeros when there is none */
  readonly threshold: Float64Array;
  readonly size: Int32Array;
  /** m × m, greatest centroid distance between members of two nodes, m; diagonal = within */
  readonly spanM: Float64Array;
}

/** Bits of an integer mask that a window may use. */
export const MAX_WINDOW_NODES = 20;

function farthestM(problem: Problem, a: readonly number[], b: readonly number[]): number {
  const { centroid } = problem.world.shapes;
  let max2 = 0;
  for (const i of a) {
    for (const j of b) {
      const dx = centroid[2 * i] - centroid[2 * j];
      const dy = centroid[2 * i + 1] - centroid[2 * j + 1];
      max2 = Math.max(max2, dx * dx + dy * dy);
    }
  }
  return Math.sqrt(max2);
}

function adjacency(problem: Problem, nodes: readonly (readonly number[])[]): Int32Array {
  const { graph, cell } = problem;
  const nodeOf = new Map<number, number>();
  nodes.forEach((node, k) => {
    for (const i of node) nodeOf.set(i, k);
  });
  return Int32Array.from(nodes, (node, k) => {
    let mask = 0;
    for (const i of node) {
      for (let e = graph.offset[i]; e < graph.offset[i + 1]; e++) {
        const j = graph.neighbor[e];
        const other = nodeOf.get(j);
        if (other !== undefined && other !== k && cell[i] === cell[j]) mask |= 1 << other;
      }
    }
    return mask;
  });
}

function apartMasks({ bonds }: Problem, nodes: readonly (readonly number[])[]): Int32Array {
  const { start, other } = bonds.apart;
  const nodeOf = new Map(nodes.flatMap((node, k) => node.map((i) => [i, k])));
  return Int32Array.from(nodes, (node) => {
    let mask = 0;
    for (const i of node) {
      for (let e = start[i]; e < start[i + 1]; e++) {
        const partner = nodeOf.get(other[e]);
        if (partner !== undefined) mask |= 1 << partner;
      }
    }
    return mask;
  });
}

/** Breadth-first order from `start` over node masks, then whatever it did not reach. */
function breadthFirst(adjacent: Int32Array, start: number): number[] {
  const order = [start];
  let seen = 1 << start;
  for (let k = 0; order.length < adjacent.length; k++) {
    if (k === order.length) {
      const next = 31 - Math.clz32(~seen & -~seen);
      seen |= 1 << next;
      order.push(next);
    }
    for (let rest = adjacent[order[k]] & ~seen; rest !== 0; rest &= rest - 1) {
      const next = 31 - Math.clz32(rest & -rest);
      seen |= 1 << next;
      order.push(next);
    }
  }
  return order;
}

/**
 * Nodes from one end of the window to the other (Cuthill & McKee 1969): the partition decides the
 * lowest node first, so a narrow front keeps the number of undecided sets small.
 */
function orderNodes(problem: Problem, nodes: readonly (readonly number[])[]) {
  if (nodes.length === 0) return nodes;
  const adjacent = adjacency(problem, nodes);
  const end = breadthFirst(adjacent, 0).at(-1) ?? 0;
  return breadthFirst(adjacent, end).map((k) => nodes[k]);
}

/** @param unordered disjoint groups of placeable compounds. @throws above MAX_WINDOW_NODES */
export function createWindow(problem: Problem, unordered: readonly (readonly number[])[]): Window {
  const m = unordered.length;
  if (m > MAX_WINDOW_NODES) throw new Error(`${m} nodes in a window of ${MAX_WINDOW_NODES}`);
  const nodes = orderNodes(problem, unordered);
  const { compounds } = problem.world;
  const sum = (of: (i: number) => number) =>
    Float64Array.from(nodes, (node) => node.reduce((s, i) => s + of(i), 0));
  const spanM = new Float64Array(m * m);
  if (problem.parameters.limits.maxSpanM !== null) {
    for (let a = 0; a < m; a++) {
      for (let b = 0; b <= a; b++) {
        spanM[a * m + b] = farthestM(problem, nodes[a], nodes[b]);
        spanM[b * m + a] = spanM[a * m + b];
      }
    }
  }
  return {
    nodes,
    adjacent: adjacency(problem, nodes),
    apart: apartMasks(problem, nodes),
    households: sum((i) => compounds[i].households),
    floorAreaM2: sum((i) => compounds[i].floorAreaM2),
    threshold: sum((i) => problem.threshold?.[i] ?? 0),
    size: Int32Array.from(nodes, (node) => node.length),
    spanM,
  };
}
