import type { Problem } from "./problem.ts";

/** Yuan by which rounding of a district's lines can at most undercut the unrounded sum. */
const ROUNDING_SLACK_YUAN = 4;

function perUnit(norm: number): number {
  return norm > 0 ? 1 / norm : 0;
}

/**
 * Part of a compound's yearly net cost that every district containing it bears: posts at their
 * norm without rounding up, materials, tax and its gates less the one a merger can close, minus its
 * income. Yuan, not rounded.
 */
function unavoidableYuan(problem: Problem, i: number): number {
  const { values } = problem.estimator;
  const c = problem.world.compounds[i];
  const e = problem.estimator.compound(i);
  const posts =
    c.floorAreaM2 * values.w_clean * perUnit(values.clean_area) +
    c.floorAreaM2 * values.w_fix * perUnit(values.fix_area) +
    c.households * values.w_cs * perUnit(values.cs_hh);
  const direct = posts * values.wage_region + e.materialYuan + (c.gates - 1) * values.smart_opex;
  const income = e.feeIncomeYuan + e.parkingIncomeYuan + e.otherIncomeYuan;
  const tax = Math.round(e.feeIncomeYuan * values.vat);
  return direct * (1 + values.overhead + values.firm_margin) + tax - income;
}

/** Fewest districts that upper limits allow for these sums. */
function fewestDistricts(problem: Problem, component: readonly number[]): number {
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
function mostDistricts(problem: Problem, component: readonly number[]): number {
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

/** Compounds without households may stay out at no price at level 0; they count only if they save. */
function costBound(problem: Problem, component: readonly number[]): number {
  const { values } = problem.estimator;
  const perDistrict =
    (Math.ceil(values.control_room) * values.w_guard * values.wage_region +
      values.office_fixed +
      values.smart_opex) *
      (1 + values.overhead + values.firm_margin) -
    ROUNDING_SLACK_YUAN;
  const isCertain = (i: number) => problem.world.compounds[i].households > 0;
  const certain = component.filter(isCertain);
  let sum = 0;
  for (const i of component) {
    const yuan = unavoidableYuan(problem, i);
    sum += isCertain(i) ? yuan : Math.min(0, yuan);
  }
  if (certain.length === 0) return Math.min(0, sum + Math.min(0, perDistrict) * component.length);
  const count = perDistrict > 0 ? fewestDistricts(problem, certain) : component.length;
  return Math.floor(sum + count * perDistrict);
}

/**
 * Valid lower bound of the objective's levels over one component, given that every household of it
 * is included (level 0 at its own bound, 0).
 */
export function componentBound(problem: Problem, component: readonly number[]): number[] {
  if (problem.parameters.objective === "cost") return [costBound(problem, component)];
  if (problem.parameters.objective === "max-p") return [-mostDistricts(problem, component), 0];
  return [0];
}
