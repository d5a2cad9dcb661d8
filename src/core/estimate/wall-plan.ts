import type { ContiguityGraph } from "../contiguity/graph.ts";

/** Walls that open a set of compounds to each other. */
export interface WallPlan {
  /** metres of wall taken down */
  lengthM: number;
  /** number of walls opened; each lets one gate close */
  opened: number;
  /** the links opened, cheapest first */
  readonly links: number[];
}

/** Picks walls for small sets without allocating; holds scratch for one graph. */
export interface WallPlanner {
  /** Walls of `members[0 … count-1]`, written to the returned object, which is reused. */
  plan(members: ArrayLike<number>, count: number): WallPlan;
}

/**
 * Minimum spanning forest (Kruskal 1956) over the links that share a wall, by metres of wall:
 * the cheapest set of walls that opens each walled-off cluster, never every wall.
 */
export function createWallPlanner(graph: ContiguityGraph): WallPlanner {
  const { links } = graph;
  const stamp = new Int32Array(graph.count);
  const root = new Int32Array(graph.count);
  const result: WallPlan = { lengthM: 0, opened: 0, links: [] };
  const walls: number[] = [];
  let serial = 0;

  const find = (i: number): number => {
    let r = i;
    while (root[r] !== r) r = root[r];
    return r;
  };
  const collect = (i: number): void => {
    for (let e = graph.offset[i]; e < graph.offset[i + 1]; e++) {
      const j = graph.neighbor[e];
      if (j <= i || stamp[j] !== serial) continue;
      const link = graph.linkOf[e];
      if (links.wallM[link] > 0) walls.push(link);
    }
  };
  const byLength = (x: number, y: number) => links.wallM[x] - links.wallM[y] || x - y;

  return {
    plan(members, count) {
      serial++;
      walls.length = 0;
      for (let k = 0; k < count; k++) {
        stamp[members[k]] = serial;
        root[members[k]] = members[k];
      }
      for (let k = 0; k < count; k++) collect(members[k]);
      if (walls.length > 1) walls.sort(byLength);
      result.lengthM = 0;
      result.opened = 0;
      result.links.length = 0;
      for (const link of walls) {
        const a = find(links.a[link]);
        const b = find(links.b[link]);
        if (a === b) continue;
        root[Math.max(a, b)] = Math.min(a, b);
        result.lengthM += links.wallM[link];
        result.opened++;
        result.links.push(link);
      }
      return result;
    },
  };
}
