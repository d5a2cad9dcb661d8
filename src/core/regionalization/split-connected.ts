import type { ContiguityGraph } from "../contiguity/graph.ts";

/** Connected pieces of a set inside its envelope cells, each ascending, by smallest member. */
export function splitConnected(
  problem: { readonly graph: ContiguityGraph; readonly cell: Int32Array },
  members: readonly number[],
): number[][] {
  const { graph, cell } = problem;
  const left = new Set(members);
  const pieces: number[][] = [];
  for (const start of [...members].sort((a, b) => a - b)) {
    if (!left.delete(start)) continue;
    const piece = [start];
    for (let k = 0; k < piece.length; k++) {
      const i = piece[k];
      for (let e = graph.offset[i]; e < graph.offset[i + 1]; e++) {
        const j = graph.neighbor[e];
        if (cell[j] === cell[i] && left.delete(j)) piece.push(j);
      }
    }
    pieces.push(piece.sort((a, b) => a - b));
  }
  return pieces;
}
