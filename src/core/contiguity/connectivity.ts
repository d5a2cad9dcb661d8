import type { ContiguityGraph } from "./graph.ts";

/** Asks whether few compounds hang together; allocates nothing per question. */
export interface Connectivity {
  /** True when the first `count` of `members` (each once) form one piece; none or one always do. */
  connected(members: ArrayLike<number>, count: number): boolean;
  /** The same for the members other than `without`. */
  staysConnected(members: ArrayLike<number>, count: number, without: number): boolean;
}

/** O(n) once; each question costs the sum of the members' degrees. */
export function createConnectivity(graph: ContiguityGraph): Connectivity {
  const { offset, neighbor } = graph;
  const mark = new Uint32Array(graph.count);
  const queue = new Uint32Array(graph.count);
  let stamp = 0;

  /** How many marked compounds hang together with `root`. */
  function reach(root: number): number {
    let end = 0;
    queue[end++] = root;
    mark[root] = 0;
    for (let head = 0; head < end; head++) {
      const from = queue[head];
      for (let e = offset[from]; e < offset[from + 1]; e++) {
        const to = neighbor[e];
        if (mark[to] !== stamp) continue;
        mark[to] = 0;
        queue[end++] = to;
      }
    }
    return end;
  }

  function staysConnected(members: ArrayLike<number>, count: number, without: number): boolean {
    stamp = stamp === 0xffff_ffff ? 1 : stamp + 1;
    if (stamp === 1) mark.fill(0);
    let marked = 0;
    let root = -1;
    for (let i = 0; i < count; i++) {
      const member = members[i];
      if (member === without) continue;
      mark[member] = stamp;
      root = member;
      marked++;
    }
    return marked <= 1 || reach(root) === marked;
  }

  return {
    connected: (members, count) => staysConnected(members, count, -1),
    staysConnected,
  };
}
