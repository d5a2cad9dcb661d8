import { compoundsOf } from "../src/core/regionalization/exact/piece-sets.ts";
import type { ObjectiveFunction } from "../src/core/regionalization/objective.ts";
import type { Piece } from "../src/core/regionalization/piece.ts";

/** Nodes of a mask, ascending. */
export function nodesIn(mask: number, count: number): number[] {
  return Array.from({ length: count }, (_, k) => k).filter((k) => (mask >> k) & 1);
}

function isConnected(piece: Piece, mask: number): boolean {
  let reached = mask & -mask;
  for (let grown = -1; grown !== reached; ) {
    grown = reached;
    for (const k of nodesIn(reached, piece.count)) {
      for (let e = piece.offset[k]; e < piece.offset[k + 1]; e++) {
        reached |= mask & (1 << piece.neighbor[e]);
      }
    }
  }
  return reached === mask;
}

function spanOf(piece: Piece, nodes: readonly number[]): number {
  const at = nodes.flatMap((k) => {
    const own: [number, number][] = [];
    for (let i = piece.memberStart[k]; i < piece.memberStart[k + 1]; i++) {
      own.push([piece.centroid[2 * i], piece.centroid[2 * i + 1]]);
    }
    return own;
  });
  const distances = at.flatMap(([x, y]) =>
    at.map(([u, v]) => Math.sqrt((x - u) ** 2 + (y - v) ** 2)),
  );
  return Math.max(0, ...distances);
}

/** Whether these nodes may be a district: every rule judged from scratch. */
function isAdmissible(piece: Piece, mask: number): boolean {
  const nodes = nodesIn(mask, piece.count);
  const sum = (of: ArrayLike<number>) => nodes.reduce((total, k) => total + of[k], 0);
  const { rules } = piece;
  const apart = nodes.some((k) =>
    nodes.some((j) =>
      [...piece.never.subarray(piece.neverStart[k], piece.neverStart[k + 1])].includes(j),
    ),
  );
  return (
    !apart &&
    isConnected(piece, mask) &&
    sum(piece.households) >= rules.minHouseholds &&
    sum(piece.households) <= rules.maxHouseholds &&
    sum(piece.floorAreaM2) >= rules.minFloorAreaM2 &&
    sum(piece.floorAreaM2) <= rules.maxFloorAreaM2 &&
    sum(piece.threshold) >= rules.minThreshold &&
    sum(piece.size) <= rules.maxCompounds &&
    spanOf(piece, nodes) <= rules.maxSpanM
  );
}

/** Masks of all admissible sets, ascending; minimal: without those that hold a smaller one. */
export function admissibleMasks(piece: Piece, minimal = false): number[] {
  const all: number[] = [];
  for (let mask = 1; mask < 2 ** piece.count; mask++) if (isAdmissible(piece, mask)) all.push(mask);
  if (!minimal) return all;
  return all.filter((mask) => !all.some((other) => other !== mask && (other & mask) === other));
}

/** Lexicographic difference of values, equal within 1e-9 of their size. */
export function compareValues(a: readonly number[], b: readonly number[]): number {
  for (let l = 0; l < a.length; l++) {
    if (Math.abs(a[l] - b[l]) > 1e-9 * Math.max(1, Math.abs(b[l]))) return a[l] - b[l];
  }
  return 0;
}

/** Best value of any partition, households left out first, by trying all. @param count wanted, or any */
export function bestByBruteForce(
  piece: Piece,
  objective: ObjectiveFunction,
  count: number | null = null,
): number[] | null {
  const out = new Float64Array(objective.levels);
  const sets = admissibleMasks(piece).map((mask) => {
    const members = compoundsOf(piece, nodesIn(mask, piece.count));
    objective.evaluate(members, members.length, out);
    return { mask, value: [...out] };
  });
  let best: number[] | null = null;
  const visit = (free: number, value: readonly number[], districts: number): void => {
    if (free === 0) {
      if (count !== null && districts !== count) return;
      if (best === null || compareValues(value, best) < 0) best = [...value];
      return;
    }
    const node = 31 - Math.clz32(free & -free);
    visit(free ^ (1 << node), [value[0] + piece.households[node], ...value.slice(1)], districts);
    for (const set of sets) {
      if (!((set.mask >> node) & 1) || (set.mask & free) !== set.mask) continue;
      const next = value.map((v, l) => (l === 0 ? v : v + set.value[l - 1]));
      visit(free ^ set.mask, next, districts + 1);
    }
  };
  visit(2 ** piece.count - 1, [0, ...new Array<number>(objective.levels).fill(0)], 0);
  return best;
}
