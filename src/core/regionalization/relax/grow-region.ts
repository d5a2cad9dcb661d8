import { groupMembers } from "../bonds.ts";
import { type Problem, toNodes } from "../problem.ts";

/** A part of a problem that a relaxation is tried on. */
export interface Region {
  /** compounds, ascending */
  readonly members: readonly number[];
  /** true: nothing outside can be reached, so that solving the region settles the question */
  readonly closed: boolean;
}

/** Who can be reached from where, and what moves as one. */
export interface RegionOptions {
  /** what moves as one with a compound, see {@link createUnits} */
  readonly unitOf: (i: number) => readonly number[];
  /** length n: 1 = may be part of the region */
  readonly active: Uint8Array;
  readonly sameCell: (a: number, b: number) => boolean;
  /** further neighbours beside the graph's */
  readonly alsoNextTo?: (i: number) => readonly number[];
  /** most nodes */
  readonly mostNodes: number;
}

/** What moves as one: the district of a compound in the plan, or its group where it is in none. */
export function createUnits(
  { bonds }: Problem,
  assignment: Int32Array,
): (i: number) => readonly number[] {
  const districts = new Map<number, number[]>();
  assignment.forEach((district, i) => {
    if (district < 0) return;
    const known = districts.get(district);
    if (known) known.push(i);
    else districts.set(district, [i]);
  });
  return (i) =>
    assignment[i] < 0 ? groupMembers(bonds, i) : (districts.get(assignment[i]) ?? [i]);
}

/**
 * What can be reached from a compound by links, in whole districts and groups of the plan, nearest
 * first, until the region is full. O(region · degree).
 */
export function growRegion(problem: Problem, from: number, options: RegionOptions): Region {
  const { graph } = problem;
  const { unitOf, active, sameCell, alsoNextTo, mostNodes } = options;
  const inside = new Set<number>(unitOf(from));
  const queue = [...inside];
  let nodes = toNodes(problem, queue).length;
  let closed = true;
  const visit = (i: number, j: number): void => {
    if (inside.has(j) || !active[j] || !sameCell(i, j)) return;
    const unit = unitOf(j);
    const added = toNodes(problem, unit).length;
    if (nodes + added > mostNodes || unit.some((u) => !active[u])) {
      closed = false;
      return;
    }
    nodes += added;
    for (const u of unit) {
      inside.add(u);
      queue.push(u);
    }
  };
  for (const i of queue) {
    for (let e = graph.offset[i]; e < graph.offset[i + 1]; e++) visit(i, graph.neighbor[e]);
    for (const j of alsoNextTo?.(i) ?? []) visit(i, j);
  }
  return { members: [...inside].sort((a, b) => a - b), closed };
}
