import type { District } from "../zoning/zoning.ts";
import type { Problem } from "./problem.ts";

/** Districts in their final order: by envelope cell, then by smallest member. */
export function orderDistricts(
  problem: Problem,
  members: readonly (readonly number[])[],
): (readonly number[])[] {
  const cellOf = (district: readonly number[]) => problem.cell[district[0]];
  return [...members].sort((a, b) => cellOf(a) - cellOf(b) || a[0] - b[0]);
}

/** The member with the most households gives its name where the envelope has none. */
function largestMemberName(problem: Problem, members: readonly number[]): string {
  const { compounds } = problem.world;
  const largest = members.reduce((best, i) =>
    compounds[i].households > compounds[best].households ? i : best,
  );
  const more = members.length > 1 ? ` +${members.length - 1}` : "";
  return `${compounds[largest].name}${more}`;
}

/** The identity that a lock gives the district, null when none does. */
function lockedIdentity({ bonds }: Problem, members: readonly number[]): District | null {
  const kept = bonds.keptOf[members[0]];
  if (kept >= 0) return { id: bonds.kept[kept].id, name: bonds.kept[kept].name };
  for (const i of members) {
    const lock = bonds.groupOf[i] < 0 ? null : bonds.groups[bonds.groupOf[i]].lock;
    if (lock !== null) return { id: lock.id, name: lock.name };
  }
  return null;
}

/** Ids P001, P002, … without those that locks hold. */
function createIds(locked: readonly (District | null)[]): () => string {
  const held = new Set(locked.map((district) => district?.id));
  let number = 0;
  return () => {
    for (;;) {
      const id = `P${String(++number).padStart(3, "0")}`;
      if (!held.has(id)) return id;
    }
  };
}

/**
 * Ids P001… in order; names from the 社区 (numbered when it has several), else from the largest
 * member. The district of a lock keeps its id and name (R30).
 */
export function nameDistricts(
  problem: Problem,
  ordered: readonly (readonly number[])[],
): District[] {
  const locked = ordered.map((members) => lockedIdentity(problem, members));
  const nextId = createIds(locked);
  const perCell = new Map<number, number>();
  for (const [first] of ordered) {
    perCell.set(problem.cell[first], (perCell.get(problem.cell[first]) ?? 0) + 1);
  }
  const numbered = new Map<number, number>();
  return ordered.map((members, k) => {
    const cell = problem.cell[members[0]];
    const cellName = problem.cellNames[cell];
    const number = (numbered.get(cell) ?? 0) + 1;
    numbered.set(cell, number);
    const known = locked[k];
    if (known) return known;
    const several = (perCell.get(cell) ?? 0) > 1;
    const name = cellName
      ? `${cellName}${several ? ` ${number}` : ""}`
      : largestMemberName(problem, members);
    return { id: nextId(), name };
  });
}
