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

/** Wages that follow from floor area alone: every post but service. */
function areaWagesYuan(problem: Problem, areaM2: number): number {
  const { values } = problem.estimator;
  return wagesYuan(staffDistrict(0, areaM2, values), values);
}

/** Smallest floor area a district may have, m². */
function smallestM2({ parameters: { limits } }: Problem): number {
  return Math.max(0, limits.minFloorAreaM2 ?? 0);
}

/** Wages of the smallest district that the limits allow, yuan. */
function smallestWagesYuan(problem: Problem): number {
  const households = Math.max(0, problem.parameters.limits.minHouseholds ?? 0);
  const { values } = problem.estimator;
  return wagesYuan(staffDistrict(households, smallestM2(problem), values), values);
}

/** Slopes of wages over floor area to try, yuan/m²: from none to the average over the largest district. */
function wageSlopes(problem: Problem, mostM2: number): number[] {
  const average = (areaWagesYuan(problem, mostM2) - areaWagesYuan(problem, 0)) / mostM2;
  return [0, 0.25, 0.5, 0.75, 1].map((part) => part * average);
}

/** Lowest wages − slope × area over all areas a district may have, yuan: steps of 500 m², each at its worst. */
function leastWagesYuan(problem: Problem, slope: number, mostM2: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let area = smallestM2(problem); area <= mostM2; area += 500) {
    // Wages never fall with area, and the slope takes most at the end of a step.
    least = Math.min(least, areaWagesYuan(problem, area) - slope * (area + 500));
  }
  return least;
}

/**
 * Clusters of a component's compounds that shared walls join, those without a certain compound
 * aside; a district has at least as many separate sites as it touches clusters.
 */
function wallClusters(
  { graph }: Problem,
  component: readonly number[],
  certain: ReadonlySet<number>,
): number {
  const waiting = new Set(component);
  let clusters = 0;
  for (const start of component) {
    if (!waiting.delete(start)) continue;
    let counts = 0;
    const stack = [start];
    for (let i = stack.pop(); i !== undefined; i = stack.pop()) {
      if (certain.has(i)) counts = 1;
      for (let e = graph.offset[i]; e < graph.offset[i + 1]; e++) {
        const j = graph.neighbor[e];
        if (graph.links.wallM[graph.linkOf[e]] > 0 && waiting.delete(j)) stack.push(j);
      }
    }
    clusters += counts;
  }
  return clusters;
}

/**
 * Bound by number of districts p. Wages by area of a district of A m² are at least slope · A plus
 * the least of wages − slope · A, so those of p districts are at least slope · ΣA plus p times it,
 * for any slope. Each wall cluster that is touched makes a site, and a district with s sites pays
 * travel on s − 1 of them, together at least on clusters − p. The least over all possible p counts,
 * at each p with the best slope.
 */
function costByDistricts(
  problem: Problem,
  component: readonly number[],
  certain: readonly number[],
): number {
  const { values } = problem.estimator;
  const { compounds } = problem.world;
  if (values.travel < 0) return Number.NEGATIVE_INFINITY;
  const onTop = 1 + values.overhead + values.firm_margin;
  const allM2 = component.reduce((total, i) => total + compounds[i].floorAreaM2, 0);
  const mostM2 = Math.max(1, Math.min(problem.parameters.limits.maxFloorAreaM2 ?? allM2, allM2));
  const isCertain = new Set(certain);
  const lines = wageSlopes(problem, mostM2).map((slope) => {
    const total = component.reduce((sum, i) => {
      const yuan =
        unavoidableYuan(problem, i, { postsToo: false }) + slope * onTop * compounds[i].floorAreaM2;
      return sum + (isCertain.has(i) ? yuan : Math.min(0, yuan));
    }, 0);
    const fixed = leastWagesYuan(problem, slope, mostM2) + values.office_fixed + values.smart_opex;
    return { total, perDistrict: fixed * onTop - ROUNDING_SLACK_YUAN };
  });
  const sites = wallClusters(problem, component, isCertain);
  const travelYuan = smallestWagesYuan(problem) * values.travel;
  let least = Number.POSITIVE_INFINITY;
  for (let p = fewestDistricts(problem, certain); p <= mostDistricts(problem, component); p++) {
    const best = Math.max(...lines.map(({ total, perDistrict }) => total + p * perDistrict));
    least = Math.min(least, best + travelYuan * Math.max(0, sites - p));
  }
  return least;
}

/**
 * Three relaxations, the strongest counts: fewest districts × what each bears at least, every
 * square metre at the lowest base cost per m² any district can have, and the least over all numbers
 * of districts of what so many cost together. Compounds without households
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
  const byDistricts = costByDistricts(problem, component, certain);
  // No number of districts fits: nothing can be placed and nothing is claimed.
  const third = byDistricts < Number.POSITIVE_INFINITY ? byDistricts : Number.NEGATIVE_INFINITY;
  return Math.floor(Math.max(byCount, byArea, third));
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
