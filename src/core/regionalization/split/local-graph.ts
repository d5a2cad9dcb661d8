import type { Problem } from "../problem.ts";

/** A few compounds as nodes that stay together, with their links among themselves. */
export interface LocalGraph {
  readonly count: number;
  /** compounds of each node, ascending; nodes by smallest compound */
  readonly members: readonly (readonly number[])[];
  /** neighbours of each node, ascending */
  readonly neighbors: readonly (readonly number[])[];
  /** what parts are balanced by: households, or compounds where there are none */
  readonly weight: Float64Array;
}

/** The nodes of some compounds: those of one must-together group that are among them are one node. */
function nodesOf({ bonds: { groupOf } }: Problem, compounds: readonly number[]): number[][] {
  const byGroup = new Map<number, number[]>();
  const nodes: number[][] = [];
  for (const i of [...compounds].sort((a, b) => a - b)) {
    const group = groupOf[i] < 0 ? undefined : byGroup.get(groupOf[i]);
    if (group) group.push(i);
    else {
      nodes.push([i]);
      if (groupOf[i] >= 0) byGroup.set(groupOf[i], nodes[nodes.length - 1]);
    }
  }
  return nodes;
}

/** Links count inside one envelope cell only, as everywhere. O(links of the compounds). */
export function localGraph(problem: Problem, compounds: readonly number[]): LocalGraph {
  const { graph, cell, world } = problem;
  const members = nodesOf(problem, compounds);
  const nodeOf = new Map(members.flatMap((node, k) => node.map((i) => [i, k] as const)));
  const neighbors = members.map((node, k) => {
    const found = new Set<number>();
    for (const i of node) {
      for (let e = graph.offset[i]; e < graph.offset[i + 1]; e++) {
        const j = graph.neighbor[e];
        const other = cell[j] === cell[i] ? nodeOf.get(j) : undefined;
        if (other !== undefined && other !== k) found.add(other);
      }
    }
    return [...found].sort((a, b) => a - b);
  });
  const households = members.map((node) =>
    node.reduce((sum, i) => sum + world.compounds[i].households, 0),
  );
  const isEmpty = households.every((h) => h === 0);
  const weight = Float64Array.from(members, (node, k) => (isEmpty ? node.length : households[k]));
  return { count: members.length, members, neighbors, weight };
}

/** Connected pieces of some nodes, each ascending, by smallest node. */
export function piecesOf({ neighbors }: LocalGraph, nodes: readonly number[]): number[][] {
  const left = new Set(nodes);
  const pieces: number[][] = [];
  for (const root of [...nodes].sort((a, b) => a - b)) {
    if (!left.delete(root)) continue;
    const piece = [root];
    for (let k = 0; k < piece.length; k++) {
      for (const other of neighbors[piece[k]]) if (left.delete(other)) piece.push(other);
    }
    pieces.push(piece.sort((a, b) => a - b));
  }
  return pieces;
}

/** The compounds of some nodes, ascending. */
export function compoundsOf({ members }: LocalGraph, nodes: readonly number[]): number[] {
  return nodes.flatMap((k) => members[k]).sort((a, b) => a - b);
}
