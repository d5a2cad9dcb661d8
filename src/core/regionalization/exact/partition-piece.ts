import type { Piece } from "../piece.ts";
import { partitionMasks } from "./partition-masks.ts";
import type { ValuedSets } from "./piece-sets.ts";

/** The best way found to cut a piece into districts. */
export interface PiecePartition {
  /** nodes of each district, ascending; by smallest node */
  readonly districts: readonly (readonly number[])[];
  readonly householdsLeftOut: number;
  readonly levels: readonly number[];
}

/** Nodes that a mask has bits for. */
export const MOST_MASK_NODES = 20;

function breadthFirst(piece: Piece, start: number): number[] {
  const seen = new Uint8Array(piece.count);
  const order = [start];
  seen[start] = 1;
  for (let k = 0; order.length < piece.count; k++) {
    if (k === order.length) {
      const next = seen.indexOf(0);
      seen[next] = 1;
      order.push(next);
    }
    for (let e = piece.offset[order[k]]; e < piece.offset[order[k] + 1]; e++) {
      const next = piece.neighbor[e];
      if (seen[next]) continue;
      seen[next] = 1;
      order.push(next);
    }
  }
  return order;
}

/** Bit of each node, from one end of the piece to the other: a narrow front (Cuthill & McKee 1969). */
function frontOrder(piece: Piece): { readonly nodeOfBit: number[]; readonly bitOfNode: number[] } {
  const nodeOfBit = breadthFirst(piece, breadthFirst(piece, 0).at(-1) ?? 0);
  const bitOfNode = new Array<number>(piece.count).fill(0);
  nodeOfBit.forEach((node, bit) => {
    bitOfNode[node] = bit;
  });
  return { nodeOfBit, bitOfNode };
}

function nodesOfMask(mask: number, nodeOfBit: readonly number[]): number[] {
  const nodes: number[] = [];
  for (let rest = mask; rest !== 0; rest &= rest - 1) {
    nodes.push(nodeOfBit[31 - Math.clz32(rest & -rest)]);
  }
  return nodes.sort((a, b) => a - b);
}

/**
 * Optimal partition of a piece of at most 20 nodes without a linear solver: see `partitionMasks`.
 * @returns one entry; with `perCount`, entry c is the best with exactly c districts (or null)
 * @throws above MOST_MASK_NODES
 */
export function* partitionPiece(
  piece: Piece,
  { pool, value, levels }: ValuedSets,
  perCount: boolean,
): Generator<void, readonly (PiecePartition | null)[], void> {
  if (piece.count > MOST_MASK_NODES) throw new Error(`${piece.count} nodes for masks of 20`);
  const { nodeOfBit, bitOfNode } = frontOrder(piece);
  const mask = new Int32Array(pool.count);
  for (let k = 0; k < pool.count; k++) {
    for (let e = pool.start[k]; e < pool.start[k + 1]; e++) {
      mask[k] |= 1 << bitOfNode[pool.node[e]];
    }
  }
  yield;
  const households = nodeOfBit.map((node) => piece.households[node]);
  const best = yield* partitionMasks({ households, mask, value, levels, perCount });
  return best.map((found) => {
    if (!found) return null;
    const districts = found.districts.map((set) => nodesOfMask(set, nodeOfBit));
    return { ...found, districts: districts.sort((a, b) => a[0] - b[0]) };
  });
}
