import type { CostModel } from "../estimate/cost-model.ts";
import { SUM, SUMS } from "../estimate/district-sums.ts";
import { emptyStaffSheet, staffDistrict, wagesYuan } from "../estimate/staffing.ts";
import { fewestDistricts, mostDistricts } from "./district-counts.ts";
import type { Problem } from "./problem.ts";

/*
 * What the bound rests on, as properties of the cost of a district (`createCostSheet`):
 * posts never fall with floor area, workload, households or gates; a merger closes at most one gate
 * for each member but one; works and penalties are never negative; materials, tax, cameras and the
 * income of members add up, and shared parking brings no more than all spaces let together do.
 */

/** Yuan by which rounding of a district's lines can at most undercut the unrounded sum. */
const ROUNDING_SLACK_YUAN = 8;

function perUnit(norm: number): number {
  return norm > 0 ? 1 / norm : 0;
}

/** What a yuan of direct cost comes to with overhead and margin. */
function onTop(model: CostModel): number {
  return 1 + model.overhead + model.margin;
}

/** Cost of one gate kept: its upkeep, and its guards where gates are staffed. */
function gateYuan(model: CostModel): number {
  return model.gateYuan + model.guardsPerGate * model.guardYuan;
}

/**
 * Part of a compound's yearly net cost that every district containing it bears: service posts (with
 * `postsToo` also cleaning and repair) at their norm without rounding up, materials, tax, cameras
 * and its gates less the one a merger can close, minus its income. Yuan, not rounded.
 */
function unavoidableYuan(
  { estimator: { model, sums } }: Problem,
  i: number,
  options: { readonly postsToo: boolean },
): number {
  const of = (sum: keyof typeof SUM) => sums[i * SUMS + SUM[sum]];
  const byArea =
    of("floorAreaM2") * model.cleanerYuan * perUnit(model.cleanM2) +
    of("workloadM2") * model.fixerYuan * perUnit(model.fixM2);
  const service = of("households") * model.serviceYuan * perUnit(model.serviceHouseholds);
  const direct =
    service +
    (options.postsToo ? byArea : 0) +
    of("materialYuan") +
    (of("gates") - 1) * gateYuan(model);
  const cameras =
    (of("floorAreaM2") * perUnit(model.cameraM2) * model.cameraYuan) / model.worksYears;
  return direct * onTop(model) + of("taxYuan") + cameras - of("incomeYuan");
}

/**
 * Most that shared parking can bring over all districts of a component: all its spaces, and those
 * that opening every wall would gain, let together to all its cars.
 */
function mostSharedYuan({ estimator, graph }: Problem, component: readonly number[]): number {
  const { model, sums } = estimator;
  const total = (sum: keyof typeof SUM) =>
    component.reduce((all, i) => all + sums[i * SUMS + SUM[sum]], 0);
  const inside = new Set(component);
  let usableM = 0;
  for (const i of component) {
    for (let e = graph.offset[i]; e < graph.offset[i + 1]; e++) {
      const wallM = graph.links.wallM[graph.linkOf[e]];
      if (graph.neighbor[e] > i && inside.has(graph.neighbor[e])) {
        usableM += Math.max(0, wallM - model.fireLaneM);
      }
    }
  }
  const gained = usableM * model.spacesPerM;
  const letTogether = Math.min(total("parkingSupply") + gained, total("parkingDemand"));
  const more = Math.max(0, letTogether - total("spacesLet"));
  return more * model.letYuan + gained * model.visitorYuan;
}

/** Wages and repair called in that follow from floor area alone: every post but service and gates. */
function areaLabourYuan({ estimator: { model } }: Problem, areaM2: number, households = 0): number {
  const sheet = emptyStaffSheet();
  const work = { households, floorAreaM2: areaM2, workloadM2: areaM2, gates: 0 };
  staffDistrict(work, model, sheet);
  const onCall = model.repairOnCall ? areaM2 * perUnit(model.fixM2) * model.fixerYuan : 0;
  return wagesYuan(sheet, model) + onCall;
}

/** What a district bears once whatever its size: office, one gate, the control room's share. */
function onceYuan({ estimator: { model } }: Problem): number {
  const direct = (model.officeYuan + gateYuan(model)) * onTop(model);
  return direct + model.roomWorksYuan / model.worksYears - ROUNDING_SLACK_YUAN;
}

/** Floor areas at which cost per m² can be lowest: just before a post is added, and the largest. */
function candidateAreas(model: CostModel, fromM2: number, toM2: number): number[] {
  const areas = [toM2];
  const steps: [normM2: number, firstM2: number][] = [
    [model.cleanM2, model.cleanM2],
    [model.fixM2, model.fixM2],
    [model.patrolPairM2, model.patrolPairM2 - 1],
    [model.managerM2, model.managerM2 / 4 - 1],
    [model.managerM2, model.managerM2 * 1.5 - 1],
  ];
  for (const [norm, first] of steps) {
    if (norm < 1) continue;
    for (let area = first; area < toM2; area += norm) if (area >= fromM2) areas.push(area);
  }
  return areas;
}

/** Yearly cost that a district of this floor area bears whatever its members. */
function districtBaseYuan(problem: Problem, floorAreaM2: number): number {
  const { model } = problem.estimator;
  return areaLabourYuan(problem, floorAreaM2) * onTop(model) + onceYuan(problem);
}

/** Lowest base cost per m² over the floor areas a district may have, yuan/㎡·year. */
function cheapestBaseYuanPerM2(problem: Problem, totalM2: number): number {
  const { minFloorAreaM2, maxFloorAreaM2 } = problem.parameters.limits;
  const to = Math.max(1, Math.min(maxFloorAreaM2 ?? totalM2, totalM2));
  const from = Math.max(1, minFloorAreaM2 ?? 1);
  return candidateAreas(problem.estimator.model, from, to).reduce(
    (lowest, area) => Math.min(lowest, districtBaseYuan(problem, area) / area),
    Number.POSITIVE_INFINITY,
  );
}

/** Smallest floor area a district may have, m². */
function smallestM2({ parameters: { limits } }: Problem): number {
  return Math.max(0, limits.minFloorAreaM2 ?? 0);
}

/** Labour of the smallest district that the limits allow, yuan. */
function smallestLabourYuan(problem: Problem): number {
  const households = Math.max(0, problem.parameters.limits.minHouseholds ?? 0);
  return areaLabourYuan(problem, smallestM2(problem), households);
}

/** Slopes of labour over floor area to try, yuan/m²: from none to the average over the largest district. */
function labourSlopes(problem: Problem, mostM2: number): number[] {
  const average = (areaLabourYuan(problem, mostM2) - areaLabourYuan(problem, 0)) / mostM2;
  return [0, 0.25, 0.5, 0.75, 1].map((part) => part * average);
}

/** Lowest labour − slope × area over all areas a district may have, yuan: steps of 500 m², each at its worst. */
function leastLabourYuan(problem: Problem, slope: number, mostM2: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let area = smallestM2(problem); area <= mostM2; area += 500) {
    // Labour never falls with area, and the slope takes most at the end of a step.
    least = Math.min(least, areaLabourYuan(problem, area) - slope * (area + 500));
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
 * Bound by number of districts p. Labour by area of a district of A m² is at least slope · A plus
 * the least of labour − slope · A, so that of p districts is at least slope · ΣA plus p times it,
 * for any slope. Each wall cluster that is touched makes a site, and a district with s sites pays
 * travel on s − 1 of them, together at least on clusters − p. The least over all possible p counts,
 * at each p with the best slope.
 */
function costByDistricts(
  problem: Problem,
  component: readonly number[],
  certain: readonly number[],
): number {
  const { model } = problem.estimator;
  const { compounds } = problem.world;
  const allM2 = component.reduce((total, i) => total + compounds[i].floorAreaM2, 0);
  const mostM2 = Math.max(1, Math.min(problem.parameters.limits.maxFloorAreaM2 ?? allM2, allM2));
  const isCertain = new Set(certain);
  const lines = labourSlopes(problem, mostM2).map((slope) => {
    const total = component.reduce((sum, i) => {
      const yuan =
        unavoidableYuan(problem, i, { postsToo: false }) +
        slope * onTop(model) * compounds[i].floorAreaM2;
      return sum + (isCertain.has(i) ? yuan : Math.min(0, yuan));
    }, 0);
    const perDistrict = leastLabourYuan(problem, slope, mostM2) * onTop(model) + onceYuan(problem);
    return { total, perDistrict };
  });
  const sites = wallClusters(problem, component, isCertain);
  const travelYuan = smallestLabourYuan(problem) * model.travel;
  let least = Number.POSITIVE_INFINITY;
  for (let p = fewestDistricts(problem, certain); p <= mostDistricts(problem, component); p++) {
    const best = Math.max(...lines.map(({ total, perDistrict }) => total + p * perDistrict));
    least = Math.min(least, best + travelYuan * Math.max(0, sites - p));
  }
  return least;
}

/**
 * Lower bound of the cost of a component, whole yuan. Three relaxations, the strongest counts:
 * fewest districts × what each bears at least, every square metre at the lowest base cost per m² any
 * district can have, and the least over all numbers of districts of what so many cost together; each
 * less what shared parking can bring at most. Compounds without households may stay out at no price
 * at level 0; they count only where they save.
 */
export function costBound(problem: Problem, component: readonly number[]): number {
  const { compounds } = problem.world;
  const isCertain = (i: number) => compounds[i].households > 0;
  const certain = component.filter(isCertain);
  const sum = (postsToo: boolean) =>
    component.reduce((total, i) => {
      const yuan = unavoidableYuan(problem, i, { postsToo });
      return total + (isCertain(i) ? yuan : Math.min(0, yuan));
    }, 0);
  const shared = mostSharedYuan(problem, component);
  const smallest = districtBaseYuan(problem, 0);
  if (certain.length === 0 || smallest <= 0) {
    return Math.floor(sum(true) + Math.min(0, smallest) * component.length - shared);
  }
  const byCount = sum(true) + fewestDistricts(problem, certain) * smallest;
  const allM2 = component.reduce((total, i) => total + compounds[i].floorAreaM2, 0);
  const certainM2 = certain.reduce((total, i) => total + compounds[i].floorAreaM2, 0);
  const byArea = sum(false) + certainM2 * Math.max(0, cheapestBaseYuanPerM2(problem, allM2));
  const byDistricts = costByDistricts(problem, component, certain);
  // No number of districts fits: nothing can be placed and nothing is claimed.
  const third = byDistricts < Number.POSITIVE_INFINITY ? byDistricts : Number.NEGATIVE_INFINITY;
  return Math.floor(Math.max(byCount, byArea, third) - shared);
}
