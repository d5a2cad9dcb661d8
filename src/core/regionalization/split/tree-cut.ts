import type { Random } from "../search/random.ts";
import type { LocalGraph } from "./local-graph.ts";

/** A spanning tree of a connected set: nodes from the root on, and each one's parent, −1 at the root. */
export interface Tree {
  readonly order: readonly number[];
  readonly parent: ReadonlyMap<number, number>;
}

/** A random spanning tree of connected nodes, grown link by link from a random root (Prim 1957). */
export function growTree(
  { neighbors }: LocalGraph,
  nodes: readonly number[],
  random: Random,
): Tree {
  const inside = new Set(nodes);
  const root = nodes[random.below(nodes.length)];
  const parent = new Map([[root, -1]]);
  const order = [root];
  const open = neighbors[root].filter((k) => inside.has(k)).map((to) => [root, to] as const);
  while (open.length > 0) {
    const at = random.below(open.length);
    const [from, to] = open[at];
    open[at] = open[open.length - 1];
    open.pop();
    if (parent.has(to)) continue;
    parent.set(to, from);
    order.push(to);
    for (const next of neighbors[to]) {
      if (inside.has(next) && !parent.has(next)) open.push([to, next]);
    }
  }
  return { order, parent };
}

/** Nodes on either side of the tree's link above `top`, which is not the root. */
export function cutAbove({ order, parent }: Tree, top: number): [number[], number[]] {
  const below = new Set([top]);
  for (const k of order) if (below.has(parent.get(k) ?? -1)) below.add(k);
  return [order.filter((k) => !below.has(k)), [...below]];
}

/** Weight of the nodes from each node down. */
export function weightsBelow({ weight }: LocalGraph, { order, parent }: Tree): Map<number, number> {
  const below = new Map(order.map((k) => [k, weight[k]]));
  for (const k of [...order].reverse()) {
    const above = parent.get(k) ?? -1;
    if (above >= 0) below.set(above, (below.get(above) ?? 0) + (below.get(k) ?? 0));
  }
  return below;
}
