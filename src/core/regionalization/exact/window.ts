import type { Problem } from "../problem.ts";

/**
 * A small piece of a problem: up to 20 nodes, each one compound or a connected group that stays
 * together, with everything the enumeration needs in flat arrays.
 */
export interface Window {
  readonly nodes: readonly (readonly number[])[];
  /** bit j of `adjacent[i]`: nodes i and j are linked */
  readonly adjacent: Int32Array;
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

/** @param nodes disjoint groups of placeable compounds. @throws above MAX_WINDOW_NODES */
export function createWindow(problem: Problem, nodes: readonly (readonly number[])[]): Window {
  const m = nodes.length;
  if (m > MAX_WINDOW_NODES) throw new Error(`${m} nodes in a window of ${MAX_WINDOW_NODES}`);
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
    households: sum((i) => compounds[i].households),
    floorAreaM2: sum((i) => compounds[i].floorAreaM2),
    threshold: sum((i) => problem.threshold?.[i] ?? 0),
    size: Int32Array.from(nodes, (node) => node.length),
    spanM,
  };
}
