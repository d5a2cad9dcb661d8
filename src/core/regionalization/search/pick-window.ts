import type { Rng } from "../../base/rng.ts";
import { groupMembers } from "../bonds.ts";
import { type Problem, toNodes } from "../problem.ts";
import type { Draft } from "./draft.ts";

/** Districts taken apart for a window, and the nodes they are cut into. */
export interface PickedWindow {
  readonly districts: readonly number[];
  readonly nodes: readonly (readonly number[])[];
}

function neighborsOf(problem: Problem, members: readonly number[]): number[] {
  const { graph, cell, placeable } = problem;
  const own = new Set(members);
  const found = new Set<number>();
  for (const i of members) {
    for (let e = graph.offset[i]; e < graph.offset[i + 1]; e++) {
      const j = graph.neighbor[e];
      if (placeable[j] && cell[j] === cell[i] && !own.has(j)) found.add(j);
    }
  }
  return [...found];
}

/** Compounds by links from `start`, nearest first, within `allowed`. */
function breadthFirst(problem: Problem, start: number, allowed: ReadonlySet<number>): number[] {
  const order = [start];
  const seen = new Set(order);
  for (let k = 0; k < order.length; k++) {
    const i = order[k];
    for (let e = problem.graph.offset[i]; e < problem.graph.offset[i + 1]; e++) {
      const j = problem.graph.neighbor[e];
      if (!allowed.has(j) || seen.has(j)) continue;
      seen.add(j);
      order.push(j);
    }
  }
  return order;
}

/** Connected pieces of what remains of a district once its free compounds are taken out. */
function remainingPieces(problem: Problem, rest: readonly number[]): number[][] {
  const left = new Set(rest);
  const pieces: number[][] = [];
  for (const i of rest) {
    if (!left.has(i)) continue;
    const piece = breadthFirst(problem, i, left);
    for (const j of piece) left.delete(j);
    pieces.push(piece);
  }
  return pieces;
}

/**
 * A window around `seed`: its district (or itself), then districts and left-out compounds next to
 * it while they fit; when two districts are already too large, only the compounds nearest to the
 * seed stay free and the rest of each district is held together.
 * @param size wanted number of nodes; the result may have a few more, never more than `most`
 */
export function pickWindow(
  problem: Problem,
  draft: Draft,
  options: {
    readonly seed: number;
    readonly size: number;
    readonly most: number;
    readonly rng: Rng;
  },
): PickedWindow | null {
  const { seed, size, most, rng } = options;
  const districts = new Set<number>();
  const loose = new Set<number>();
  const all: number[] = [];
  const membersAt = (i: number) =>
    draft.of[i] < 0 ? groupMembers(problem.bonds, i) : draft.members[draft.of[i]];
  const take = (i: number): void => {
    const district = draft.of[i];
    if (district < 0) for (const j of membersAt(i)) loose.add(j);
    else districts.add(district);
    all.push(...membersAt(i));
  };
  take(seed);
  const sizeOf = (i: number) => membersAt(i).length;
  let border = neighborsOf(problem, all);
  while (border.length > 0 && all.length < size) {
    const next = border[rng.int(border.length)];
    const pair = districts.size + loose.size > 1;
    if (pair && all.length + sizeOf(next) > size) break;
    take(next);
    border = neighborsOf(problem, all);
  }
  if (all.length <= 1) return null;
  if (all.length <= size) return { districts: [...districts], nodes: toNodes(problem, all) };
  const near = breadthFirst(problem, seed, new Set(all)).slice(0, size - districts.size);
  const freeSet = new Set(near.flatMap((i) => groupMembers(problem.bonds, i)));
  const free = toNodes(problem, [...freeSet]);
  const pieces = [...districts].flatMap((d) =>
    remainingPieces(
      problem,
      draft.members[d].filter((i) => !freeSet.has(i)),
    ),
  );
  const looseRest = toNodes(
    problem,
    [...loose].filter((i) => !freeSet.has(i)),
  );
  const nodes = [...free, ...pieces, ...looseRest];
  return nodes.length <= most ? { districts: [...districts], nodes } : null;
}
