import { farthestPairM } from "../geometry/farthest-pair.ts";
import type { EditTerms } from "./edit-terms.ts";
import type { LiveZoning } from "./live-zoning.ts";

/** Compounds of one kind that hang together inside one cell, and the districts they are linked to. */
export interface Stray {
  /** ascending */
  readonly members: readonly number[];
  /** positions of other districts linked to them, each once, ascending */
  readonly around: readonly number[];
  /** whether a left-out participant is linked to them beside */
  readonly touchesLeftOut: boolean;
}

/** What hangs together with `root` and is in the same district, or like it in none. O(links). */
export function collectStray(
  { graph, cell, participant }: EditTerms,
  live: LiveZoning,
  root: number,
): Stray {
  const own = live.assignment[root];
  const members = [root];
  const seen = new Set(members);
  const around = new Set<number>();
  let touchesLeftOut = false;
  for (let k = 0; k < members.length; k++) {
    const i = members[k];
    for (let e = graph.offset[i]; e < graph.offset[i + 1]; e++) {
      const j = graph.neighbor[e];
      if (cell[j] !== cell[i] || participant[j] === 0 || seen.has(j)) continue;
      const district = live.assignment[j];
      if (district === own) {
        seen.add(j);
        members.push(j);
      } else if (district >= 0) around.add(district);
      else touchesLeftOut = true;
    }
  }
  return {
    members: members.sort((a, b) => a - b),
    around: [...around].sort((a, b) => a - b),
    touchesLeftOut,
  };
}

/** Pieces of a district, the one with most households last; inside their cells. */
export function piecesOf(terms: EditTerms, live: LiveZoning, district: number): Stray[] {
  const left = new Set(live.members(district));
  const pieces: Stray[] = [];
  for (const root of left) {
    const piece = collectStray(terms, live, root);
    for (const i of piece.members) left.delete(i);
    pieces.push(piece);
  }
  const households = ({ members }: Stray) =>
    members.reduce((sum, i) => sum + terms.world.compounds[i].households, 0);
  return pieces.sort((a, b) => households(a) - households(b) || b.members[0] - a.members[0]);
}

/** True when the limit holds at `before` and no more at `after`. */
function passes(limit: number | null, before: number, after: number): boolean {
  return limit !== null && before <= limit && after > limit;
}

/** Whether a district would newly break an upper limit or a never-together pair by taking them in. */
function isOverfilled(
  terms: EditTerms,
  live: LiveZoning,
  home: number,
  members: readonly number[],
) {
  const { world, bonds } = terms;
  const { limits } = terms.parameters;
  const { size, households, floorAreaM2 } = live.lists;
  const sum = (of: (i: number) => number) => members.reduce((total, i) => total + of(i), 0);
  const { never } = bonds;
  const isTogether = (j: number) => live.assignment[j] === home || members.includes(j);
  const isApart = (i: number) =>
    never.other.subarray(never.start[i], never.start[i + 1]).some(isTogether);
  const grows = (limit: number | null, before: number, by: number) =>
    passes(limit, before, before + by);
  if (grows(limits.maxCompounds, size[home], members.length)) return true;
  const moreHouseholds = sum((i) => world.compounds[i].households);
  if (grows(limits.maxHouseholds, households[home], moreHouseholds)) return true;
  const moreFloorArea = sum((i) => world.compounds[i].floorAreaM2);
  if (grows(limits.maxFloorAreaM2, floorAreaM2[home], moreFloorArea)) return true;
  if (members.some(isApart)) return true;
  if (limits.maxSpanM === null) return false;
  const own = live.members(home);
  const all = [...own, ...members];
  const spanM = (list: readonly number[]) =>
    farthestPairM(world.shapes.centroid, list, list.length, new Int32Array(list.length));
  return passes(limits.maxSpanM, spanM(own), spanM(all));
}

/**
 * The only district that can take a stray: the one all its links lead to, unless a lock forbids it
 * or the district would newly break an upper limit or a never-together pair; else −1.
 */
export function findHome(terms: EditTerms, live: LiveZoning, stray: Stray): number {
  const [home] = stray.around;
  if (home === undefined || stray.around.length > 1 || stray.touchesLeftOut) return -1;
  const { members } = stray;
  const isFree = members.every((i) => live.locks.allows(i, live.assignment[i], home));
  return isFree && !isOverfilled(terms, live, home, members) ? home : -1;
}
