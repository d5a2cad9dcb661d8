import type { Piece } from "../piece.ts";
import type { Problem } from "../problem.ts";
import { partitionWindow } from "./partition-window.ts";
import { createWindow, MAX_WINDOW_NODES } from "./window.ts";

/** Connected sets beyond which an exact attempt at one component is given up. */
const MOST_SETS = { auto: 400_000, exact: 4_000_000 };

/** Compounds of the nodes in a mask, ascending. */
function unpack(nodes: readonly (readonly number[])[], mask: number): number[] {
  return nodes
    .filter((_, k) => (mask >> k) & 1)
    .flat()
    .sort((a, b) => a - b);
}

/** Best districts of one piece with proof, as compounds; null where it is too large. */
export function solveExactly(problem: Problem, piece: Piece): number[][] | null {
  if (piece.count > MAX_WINDOW_NODES) return null;
  const nodes = Array.from({ length: piece.count }, (_, k) => [
    ...piece.member.subarray(piece.memberStart[k], piece.memberStart[k + 1]),
  ]);
  const window = createWindow(problem, nodes);
  const mostSets = problem.parameters.method === "exact" ? MOST_SETS.exact : MOST_SETS.auto;
  const best = partitionWindow(problem, window, mostSets)?.[0];
  return best ? best.districts.map((mask) => unpack(window.nodes, mask)) : null;
}
