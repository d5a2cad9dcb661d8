import type { ContiguityGraph } from "../contiguity/graph.ts";

/** Walls that open a set of compounds to each other. */
export interface WallPlan {
  /** metres of wall taken down */
  lengthM: number;
  /** of these, metres beyond a fire lane kept clear at each wall */
  usableM: number;
  /** number of walls opened; each lets one gate close */
  opened: number;
  /** the links opened, cheapest first: the first `opened` entries */
  readonly links: Int32Array;
}

/** Picks walls for sets of compounds without allocating; holds scratch for one graph. */
export interface WallPlanner {
  /** Walls of `members[0 … count-1]`, written to the returned object, which is reused. */
  plan(members: ArrayLike<number>, count: number): WallPlan;
}

/** Walled neighbours in CSR form: of i, with j > i, `linkOf[offset[i] … offset[i+1]-1]`. */
function walledLinks(graph: ContiguityGraph) {
  const { links } = graph;
  const offset = new Uint32Array(graph.count + 1);
  for (let l = 0; l < links.count; l++) if (links.wallM[l] > 0) offset[links.a[l] + 1]++;
  for (let i = 0; i < graph.count; i++) offset[i + 1] += offset[i];
  const linkOf = new Int32Array(offset[graph.count]);
  const next = offset.slice();
  for (let l = 0; l < links.count; l++) if (links.wallM[l] > 0) linkOf[next[links.a[l]]++] = l;
  return { offset, linkOf };
}

/**
 * Minimum spanning forest (Kruskal 1956) over the links that share a wall, by metres of wall:
 * the cheapest set of walls that opens each walled-off cluster, never every wall.
 * @param fireLaneM clear width kept at each opened wall, m
 */
export function createWallPlanner(graph: ContiguityGraph, fireLaneM: number): WallPlanner {
  const { a, b, wallM } = graph.links;
  const walled = walledLinks(graph);
  const stamp = new Int32Array(graph.count);
  const root = new Int32Array(graph.count);
  let walls = new Int32Array(64);
  const result: { -readonly [K in keyof WallPlan]: WallPlan[K] } = {
    lengthM: 0,
    usableM: 0,
    opened: 0,
    links: new Int32Array(16),
  };
  let serial = 0;

  const find = (i: number): number => {
    let r = i;
    while (root[r] !== r) r = root[r];
    return r;
  };
  // A difference of lengths would be a boxed number in each comparison.
  const isBefore = (x: number, y: number) =>
    wallM[x] < wallM[y] || (wallM[x] === wallM[y] && x < y);
  /** Sets of a dozen compounds have few walls; a large set is sorted by the engine. */
  const sort = (count: number): void => {
    if (count > 64) {
      walls.subarray(0, count).sort((x, y) => (isBefore(x, y) ? -1 : 1));
      return;
    }
    for (let k = 1; k < count; k++) {
      const link = walls[k];
      let at = k;
      while (at > 0 && isBefore(link, walls[at - 1])) {
        walls[at] = walls[at - 1];
        at--;
      }
      walls[at] = link;
    }
  };
  const collect = (members: ArrayLike<number>, count: number): number => {
    let found = 0;
    for (let k = 0; k < count; k++) {
      const i = members[k];
      for (let e = walled.offset[i]; e < walled.offset[i + 1]; e++) {
        const link = walled.linkOf[e];
        if (stamp[b[link]] !== serial) continue;
        if (found === walls.length) walls = grown(walls);
        walls[found++] = link;
      }
    }
    return found;
  };

  return {
    plan(members, count) {
      serial++;
      for (let k = 0; k < count; k++) {
        stamp[members[k]] = serial;
        root[members[k]] = members[k];
      }
      const found = collect(members, count);
      sort(found);
      let lengthM = 0;
      let usableM = 0;
      let opened = 0;
      if (result.links.length < count) result.links = new Int32Array(2 * count);
      for (let k = 0; k < found; k++) {
        const link = walls[k];
        const x = find(a[link]);
        const y = find(b[link]);
        if (x === y) continue;
        root[Math.max(x, y)] = Math.min(x, y);
        lengthM += wallM[link];
        usableM += Math.max(0, wallM[link] - fireLaneM);
        result.links[opened++] = link;
      }
      result.lengthM = lengthM;
      result.usableM = usableM;
      result.opened = opened;
      return result;
    },
  };
}

function grown(list: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * list.length);
  larger.set(list);
  return larger;
}
