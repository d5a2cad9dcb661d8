import type { ContiguityGraph } from "./graph.ts";

/** Connected pieces of the graph; ordered by their smallest member. */
export interface Components {
  readonly count: number;
  /** length n: piece of each compound, −1 where inactive */
  readonly label: Int32Array;
  /** length count: members */
  readonly size: Int32Array;
}

/**
 * Connected pieces among the active compounds; a link counts only inside one cell. O(n + links).
 * @param options.active length n, 1 = takes part; all by default
 * @param options.cell length n, equal = same envelope cell; one cell by default
 */
export function labelComponents(
  graph: ContiguityGraph,
  options: { readonly active?: Uint8Array; readonly cell?: Int32Array } = {},
): Components {
  const { active, cell } = options;
  const label = new Int32Array(graph.count).fill(-1);
  const size: number[] = [];
  const queue = new Uint32Array(graph.count);
  const joins = (from: number, to: number) =>
    label[to] < 0 &&
    (active === undefined || active[to] === 1) &&
    (cell === undefined || cell[from] === cell[to]);
  for (let root = 0; root < graph.count; root++) {
    if (label[root] >= 0 || active?.[root] === 0) continue;
    let end = 0;
    queue[end++] = root;
    label[root] = size.length;
    for (let head = 0; head < end; head++) {
      const from = queue[head];
      for (let e = graph.offset[from]; e < graph.offset[from + 1]; e++) {
        const to = graph.neighbor[e];
        if (!joins(from, to)) continue;
        label[to] = size.length;
        queue[end++] = to;
      }
    }
    size.push(end);
  }
  return { count: size.length, label, size: Int32Array.from(size) };
}
