import type { AssumptionValues } from "../estimate/defaults.ts";
import { staffDistrict, wagesYuan } from "../estimate/staffing.ts";
import type { Problem } from "./problem.ts";

/** Yuan by which rounding of a district's lines can at most undercut the unrounded sum. */
const ROUNDING_SLACK_YUAN = 4;

function perUnit(norm: number): number {
  return norm > 0 ? 1 / norm : 0;
}

/**
 * Part of a compound's yearly net cost that every district containing it bears: service posts (with
 * `postsToo` also cleaning and repair) at their norm without rounding up, materials, tax and its
 * gates less the one a merger can close, minus its income. Yuan, not rounded.
 */
function unavoidableYuan(
  problem: Problem,
  i: number,
  options: { readonly postsToo: boolean },
): number {
  const { values } = problem.estimator;
  const c = problem.world.compounds[i];
  const e = problem.estimator.compound(i);
  const perArea =
    c.floorAreaM2 * values.w_clean * perUnit(values.clean_area) +
    c.floorAreaM2 * values.w_fix * perUnit(values.fix_area);
  const service = c.households * values.w_cs * perUnit(values.cs_hh);
  const posts = service + (options.postsToo ? perArea : 0);
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

/** Floor areas at which cost per m² can be lowest: just before a post is added, and the largest. */
function candidateAreas(values: AssumptionValues, fromM2: number, toM2: number): number[] {
  const areas = [toM2];
  const steps: [normM2: number, firstM2: number][] = [
    [values.clean_area, values.clean_area],
    [values.fix_area, values.fix_area],
    [values.patrol_pair_area, values.patrol_pair_area - 1],
    [values.mgr_area, values.mgr_area / 4 - 1],
    [values.mgr_area, values.mgr_area * 1.5 - 1],
  ];
  for (const [norm, first] of steps) {
    if (norm < 1) continue;
    for (let area = first; area < toM2; area += norm) if (area >= fromM2) areas.push(area);
  }
  return areas;
}

/** Yearly cost that a district of this floor area bears whatever its members: posts, office, one gate. */
function districtBaseYuan(problem: Problem, floorAreaM2: number): number {
  const { values } = problem.estimator;
  const wages = wagesYuan(staffDistrict(0, floorAreaM2, values), values);
  const direct = wages + values.office_fixed + values.smart_opex;
  return direct * (1 + values.overhead + values.firm_margin) - ROUNDING_SLACK_YUAN;
}

/** Lowest base cost per m² over the floor areas a district may have, yuan/㎡·year. */
function cheapestBaseYuanPerM2(problem: Problem, totalM2: number): number {
  const { minFloorAreaM2, maxFloorAreaM2 } = problem.parameters.limits;
  const to = Math.max(1, Math.min(maxFloorAreaM2 ?? totalM2, totalM2));
  const from = Math.max(1, minFloorAreaM2 ?? 1);
  return candidateAreas(problem.estimator.values, from, to).reduce(
    (lowest, area) => Math.min(lowest, districtBaseYuan(problem, area) / area),
    Number.POSITIVE_INFINITY,
  );
}

/**
 * Two relaxations, the stronger counts: fewest districts × what each bears at least, and every
 * square metre at the lowest base cost per m² any district can have. Compounds without households
 * may stay out at no price at level 0; they count only where they save.
 */
function costBound(problem: Problem, component: readonly number[]): number {
  const { compounds } = problem.world;
  const isCertain = (i: number) => compounds[i].households > 0;
  const certain = component.filter(isCertain);
  const sum = (postsToo: boolean) =>
    component.reduce((total, i) => {
      const yuan = unavoidableYuan(problem, i, { postsToo });
      return total + (isCertain(i) ? yuan : Math.min(0, yuan));
    }, 0);
  const smallest = districtBaseYuan(problem, 0);
  if (certain.length === 0 || smallest <= 0) {
    return Math.floor(sum(true) + Math.min(0, smallest) * component.length);
  }
  const byCount = sum(true) + fewestDistricts(problem, certain) * smallest;
  const allM2 = component.reduce((total, i) => total + compounds[i].floorAreaM2, 0);
  const certainM2 = certain.reduce((total, i) => total + compounds[i].floorAreaM2, 0);
  const byArea = sum(false) + certainM2 * Math.max(0, cheapestBaseYuanPerM2(problem, allM2));
  return Math.floor(Math.max(byCount, byArea));
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
