import type { District } from "../zoning/zoning.ts";
import type { Problem } from "./problem.ts";

/** Districts in their final order: by envelope cell, then by smallest member. */
export function orderDistricts(problem: Problem, members: readonly number[][]): number[][] {
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

/** Ids P001… in order; names from the 社区 (numbered when it has several), else from the largest member. */
export function nameDistricts(problem: Problem, ordered: readonly number[][]): District[] {
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
    const several = (perCell.get(cell) ?? 0) > 1;
    const name = cellName
      ? `${cellName}${several ? ` ${number}` : ""}`
      : largestMemberName(problem, members);
    return { id: `P${String(k + 1).padStart(3, "0")}`, name };
  });
}
