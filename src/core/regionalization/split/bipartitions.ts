import type { LocalGraph } from "./local-graph.ts";

/** Beyond this many nodes two-way cuts are sampled: there are up to 2^(n−1) of them. */
export const MOST_LISTED_NODES = 16;

/** Nodes of `mask` that hang together with its lowest one. */
function reachOf(mask: number, links: Int32Array): number {
  let reached = mask & -mask;
  for (let fresh = reached; fresh !== 0; ) {
    let next = 0;
    for (let rest = fresh; rest !== 0; rest &= rest - 1)
      next |= links[31 - Math.clz32(rest & -rest)];
    fresh = next & mask & ~reached;
    reached |= fresh;
  }
  return reached;
}

/**
 * Every way to cut connected nodes in two connected parts, each once, the first node in the first
 * part. At most {@link MOST_LISTED_NODES} nodes.
 */
export function* listBipartitions(
  { neighbors }: LocalGraph,
  nodes: readonly number[],
): Generator<readonly [number[], number[]]> {
  const position = new Map(nodes.map((node, k) => [node, k]));
  const links = Int32Array.from(nodes, (node) =>
    neighbors[node].reduce((mask, other) => {
      const k = position.get(other);
      return k === undefined ? mask : mask | (1 << k);
    }, 0),
  );
  const all = 2 ** nodes.length - 1;
  const pick = (mask: number) => nodes.filter((_, k) => (mask >> k) & 1);
  for (let mask = 1; mask < all; mask += 2) {
    const rest = all & ~mask;
    if (reachOf(mask, links) === mask && reachOf(rest, links) === rest)
      yield [pick(mask), pick(rest)];
  }
}
