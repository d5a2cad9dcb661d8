import type { Problem } from "./problem.ts";

/** Fewest districts that upper limits allow for these sums. */
export function fewestDistricts(problem: Problem, component: readonly number[]): number {
  const { limits } = problem.parameters;
  const { compounds } = problem.world;
  const need = (sum: number, max: number | null) =>
    max === null ? 1 : Math.ceil(sum / Math.max(max, 1e-9));
  const households = component.reduce((s, i) => s + compounds[i].households, 0);
  const floorArea = component.reduce((s, i) => s + compounds[i].floorAreaM2, 0);
  return Math.max(
    1,
    need(households, limits.maxHouseholds),
    need(floorArea, limits.maxFloorAreaM2),
    need(component.length, limits.maxCompounds),
  );
}

/** Most districts that lower limits allow for these sums. */
export function mostDistricts(problem: Problem, component: readonly number[]): number {
  const { limits, threshold } = problem.parameters;
  const { compounds } = problem.world;
  const room = (of: (i: number) => number, min: number | null) =>
    min === null || min <= 0
      ? component.length
      : Math.floor(component.reduce((s, i) => s + of(i), 0) / min);
  return Math.min(
    component.length,
    room((i) => compounds[i].households, limits.minHouseholds),
    room((i) => compounds[i].floorAreaM2, limits.minFloorAreaM2),
    room((i) => problem.threshold?.[i] ?? 0, threshold?.min ?? null),
  );
}
