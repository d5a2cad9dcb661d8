import type { Piece } from "../piece.ts";
import type { Random } from "./random.ts";

/** Most nodes taken apart at once. */
export const MOST_NODES = 65_536;
/** Of eight edges so many are the newest: deep trees cut into tighter parts than bushy ones. */
const DEEP_EIGHTHS = 6;
/** Marks begin anew before they leave the small integers. */
const LAST_STAMP = 2 ** 30 - 4;

/**
 * Some nodes of a piece under a random spanning forest: `order[0 … size−1]` lists them parents first.
 * Scratch of one search, written over by the next window.
 */
export class TreeWindow {
  size = 0;
  /** nodes as collected, before {@link grow} */
  readonly nodes: Int32Array;
  /** nodes in the order in which the forest reached them */
  readonly order: Int32Array;
  /** per position: position of the parent, −1 = root */
  readonly parent: Int32Array;
  /** per node of the piece: its position when `mark` says that it is inside */
  readonly position: Int32Array;
  private readonly mark: Int32Array;
  private readonly frontier: Int32Array;
  private readonly via: Int32Array;
  private readonly piece: Piece;
  private readonly random: Random;
  private stamp = 0;

  constructor(piece: Piece, random: Random) {
    const most = Math.min(piece.count, MOST_NODES);
    this.piece = piece;
    this.random = random;
    this.nodes = new Int32Array(most);
    this.order = new Int32Array(most);
    this.parent = new Int32Array(most);
    this.position = new Int32Array(piece.count);
    this.mark = new Int32Array(piece.count);
    this.frontier = new Int32Array(piece.neighbor.length + 1);
    this.via = new Int32Array(piece.neighbor.length + 1);
  }

  /** Empties the window. */
  open(): void {
    this.size = 0;
    this.stamp += 2;
    if (this.stamp < LAST_STAMP) return;
    this.mark.fill(0);
    this.stamp = 2;
  }

  has(node: number): boolean {
    return this.mark[node] >= this.stamp;
  }

  /** @param node not in the window yet, and room for it */
  add(node: number): void {
    this.mark[node] = this.stamp;
    this.nodes[this.size++] = node;
  }

  /**
   * A random spanning tree of every connected part, from random roots: each next edge is the newest
   * that leads out, or any (between depth-first search and a randomised Prim 1957). O(links inside).
   */
  grow(): void {
    const { size, nodes, mark, stamp, random, frontier, via, order, parent, position } = this;
    const { offset, neighbor } = this.piece;
    let filled = 0;
    let start = random.below(size);
    while (filled < size) {
      while (mark[nodes[start]] !== stamp) start = start + 1 === size ? 0 : start + 1;
      let open = 1;
      frontier[0] = nodes[start];
      via[0] = -1;
      while (open > 0) {
        const pick = (random.next() & 7) < DEEP_EIGHTHS ? --open : random.below(open--);
        const node = frontier[pick];
        const from = via[pick];
        frontier[pick] = frontier[open];
        via[pick] = via[open];
        if (mark[node] !== stamp) continue;
        mark[node] = stamp + 1;
        order[filled] = node;
        parent[filled] = from;
        position[node] = filled;
        for (let e = offset[node]; e < offset[node + 1]; e++) {
          const other = neighbor[e];
          if (mark[other] !== stamp) continue;
          frontier[open] = other;
          via[open++] = filled;
        }
        filled++;
      }
    }
  }
}
