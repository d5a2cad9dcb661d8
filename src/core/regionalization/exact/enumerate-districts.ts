import type { Problem } from "../problem.ts";
import type { Window } from "./window.ts";

/** All sets of a window's nodes that may be a district: connected and within every limit. */
export interface DistrictPool {
  readonly count: number;
  /** node bits of each set */
  readonly mask: readonly number[];
  /** `levels` values per set */
  readonly value: readonly number[];
}

/** Running sums of the set being grown. */
interface Sums {
  readonly households: number;
  readonly floorAreaM2: number;
  readonly threshold: number;
  readonly size: number;
  readonly spanM: number;
}

function add(window: Window, sums: Sums, mask: number, node: number): Sums {
  const m = window.nodes.length;
  let spanM = Math.max(sums.spanM, window.spanM[node * m + node]);
  for (let rest = mask; rest !== 0; rest &= rest - 1) {
    const other = 31 - Math.clz32(rest & -rest);
    spanM = Math.max(spanM, window.spanM[node * m + other]);
  }
  return {
    households: sums.households + window.households[node],
    floorAreaM2: sums.floorAreaM2 + window.floorAreaM2[node],
    threshold: sums.threshold + window.threshold[node],
    size: sums.size + window.size[node],
    spanM,
  };
}

/** Upper limits are monotone: a set that breaks one has no superset that meets it. */
function withinUpper(sums: Sums, { parameters: { limits } }: Problem): boolean {
  return (
    (limits.maxHouseholds === null || sums.households <= limits.maxHouseholds) &&
    (limits.maxFloorAreaM2 === null || sums.floorAreaM2 <= limits.maxFloorAreaM2) &&
    (limits.maxCompounds === null || sums.size <= limits.maxCompounds) &&
    (limits.maxSpanM === null || sums.spanM <= limits.maxSpanM)
  );
}

function reachesLower(sums: Sums, { parameters: { limits, threshold } }: Problem): boolean {
  return (
    (limits.minHouseholds === null || sums.households >= limits.minHouseholds) &&
    (limits.minFloorAreaM2 === null || sums.floorAreaM2 >= limits.minFloorAreaM2) &&
    (threshold === null || sums.threshold >= threshold.min)
  );
}

const EMPTY: Sums = { households: 0, floorAreaM2: 0, threshold: 0, size: 0, spanM: 0 };

/**
 * Every admissible connected set once, by extension from its lowest node with exclusion of nodes
 * already tried (Wernicke 2006, ESU), cut off where a monotone upper limit breaks.
 * @param maxSets gives up (returns null) beyond this many connected sets
 */
export function enumerateDistricts(
  problem: Problem,
  window: Window,
  maxSets: number,
): DistrictPool | null {
  const { levels } = problem.objective;
  const mask: number[] = [];
  const value: number[] = [];
  const members: number[] = [];
  const out = new Float64Array(levels);
  let visited = 0;

  const keep = (set: number): void => {
    members.length = 0;
    for (let rest = set; rest !== 0; rest &= rest - 1) {
      members.push(...window.nodes[31 - Math.clz32(rest & -rest)]);
    }
    problem.objective.evaluate(members, members.length, out);
    mask.push(set);
    value.push(...out);
  };

  const extend = (set: number, border: number, excluded: number, sums: Sums): boolean => {
    visited++;
    if (visited > maxSets) return false;
    if (reachesLower(sums, problem)) keep(set);
    let open = border;
    let closed = excluded;
    while (open !== 0) {
      const bit = open & -open;
      const node = 31 - Math.clz32(bit);
      open ^= bit;
      closed |= bit;
      if ((window.apart[node] & set) !== 0) continue;
      const grown = add(window, sums, set, node);
      if (!withinUpper(grown, problem)) continue;
      const next = (open | window.adjacent[node]) & ~closed & ~set;
      if (!extend(set | bit, next, closed, grown)) return false;
    }
    return true;
  };

  for (let root = 0; root < window.nodes.length; root++) {
    const bit = 1 << root;
    const sums = add(window, EMPTY, 0, root);
    if (!withinUpper(sums, problem)) continue;
    const lower = bit | (bit - 1);
    if (!extend(bit, window.adjacent[root] & ~lower, lower, sums)) return null;
  }
  return { count: mask.length, mask, value };
}
