import type { ContiguityGraph } from "../contiguity/graph.ts";

/** A border taken hold of and pulled. */
export interface BorderPull {
  /** who grows, district position */
  readonly receiver: number;
  /** who shrinks, district position */
  readonly giver: number;
  /** where the border was taken, m */
  readonly fromX: number;
  readonly fromY: number;
  /** where it has been pulled to, m */
  readonly toX: number;
  readonly toY: number;
}

interface Ground {
  readonly graph: ContiguityGraph;
  /** x at 2i, y at 2i+1, m */
  readonly centroid: Float64Array;
  /** district position of each compound */
  readonly assignment: Int32Array;
}

/**
 * Compounds that change side when a border is pulled: those of the giver whose centroid lies within
 * the length of the pull of where it began, as far as links lead to them from the receiver through
 * each other. A longer pull takes these and perhaps more, a shorter one gives back. O(links of those
 * within the pull + members of the receiver).
 * @param near compounds worth asking, ascending: at least all with a centroid within the pull
 * @returns ascending
 */
export function shiftBorder(
  { graph, centroid, assignment }: Ground,
  near: readonly number[],
  { receiver, giver, fromX, fromY, toX, toY }: BorderPull,
): number[] {
  const reachM = Math.hypot(toX - fromX, toY - fromY);
  const isWithin = (i: number) =>
    assignment[i] === giver &&
    Math.hypot(centroid[2 * i] - fromX, centroid[2 * i + 1] - fromY) <= reachM;
  const waiting = new Set(near.filter(isWithin));
  const taken: number[] = [];
  const take = (i: number) => {
    waiting.delete(i);
    taken.push(i);
  };
  const meets = (i: number) => neighboursOf(graph, i).some((j) => assignment[j] === receiver);
  for (const i of [...waiting]) if (meets(i)) take(i);
  for (const i of taken) for (const j of neighboursOf(graph, i)) if (waiting.has(j)) take(j);
  return taken.sort((a, b) => a - b);
}

function neighboursOf({ offset, neighbor }: ContiguityGraph, i: number): number[] {
  return [...neighbor.subarray(offset[i], offset[i + 1])];
}
