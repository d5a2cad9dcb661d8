import type { ContiguityGraph, CutTable, LinkTable } from "../src/core/index.ts";

/** A link of a test graph; `wallM` > 0 makes it a shared wall. */
export interface TestEdge {
  readonly a: number;
  readonly b: number;
  readonly wallM?: number;
}

function linkTable(edges: readonly TestEdge[]): LinkTable {
  const n = edges.length;
  return {
    count: n,
    a: Uint32Array.from(edges, (e) => e.a),
    b: Uint32Array.from(edges, (e) => e.b),
    gapM: Float64Array.from(edges, (e) => (e.wallM ? 0 : 10)),
    wallM: Float64Array.from(edges, (e) => e.wallM ?? 0),
    needsCrossing: new Uint8Array(n),
    penalised: new Uint8Array(n),
    byHand: new Uint8Array(n),
    connection: new Float64Array(4 * n),
    barrierStart: new Uint32Array(n + 1),
    barriers: new Uint32Array(0),
  };
}

const NO_CUTS: CutTable = {
  count: 0,
  a: new Uint32Array(0),
  b: new Uint32Array(0),
  gapM: new Float64Array(0),
  barrier: new Int32Array(0),
  connection: new Float64Array(0),
};

/** A contiguity graph straight from its edges (a < b, each pair once). */
export function graphFromEdges(count: number, given: readonly TestEdge[]): ContiguityGraph {
  const edges = [...given].sort((x, y) => x.a - y.a || x.b - y.b);
  const lists: { to: number; link: number }[][] = Array.from({ length: count }, () => []);
  edges.forEach(({ a, b }, link) => {
    lists[a].push({ to: b, link });
    lists[b].push({ to: a, link });
  });
  const offset = new Uint32Array(count + 1);
  lists.forEach((list, i) => {
    list.sort((x, y) => x.to - y.to);
    offset[i + 1] = offset[i] + list.length;
  });
  const flat = lists.flat();
  return {
    count,
    offset,
    neighbor: Uint32Array.from(flat, (x) => x.to),
    linkOf: Uint32Array.from(flat, (x) => x.link),
    links: linkTable(edges),
    cuts: NO_CUTS,
  };
}
