import type { ContiguityGraph } from "../contiguity/graph.ts";
import { farthestPairM } from "../geometry/farthest-pair.ts";
import type { World } from "../ingest/world.ts";
import { breakEvenFee } from "./break-even.ts";
import { type CostSheet, createCostSheet } from "./cost-lines.ts";
import { type CostModel, createCostModel } from "./cost-model.ts";
import type { AssumptionValues } from "./defaults.ts";
import { oneOffWorks } from "./district-estimate.ts";
import { type DistrictShape, SUM, SUMS } from "./district-sums.ts";
import type { Overrides } from "./estimator.ts";
import { createMemberSums, type MemberSums } from "./member-sums.ts";
import { createWallPlanner } from "./wall-plan.ts";

/** Districts whose members stay while the assumptions change. */
export interface SettledDistricts {
  readonly world: World;
  readonly graph: ContiguityGraph;
  readonly districts: readonly (readonly number[])[];
  readonly ownOf: readonly (Overrides | undefined)[];
  readonly byCompound: ReadonlyMap<number, Overrides>;
}

/** All districts together. Whole yuan, whole units. */
export interface Totals {
  readonly costYuan: number;
  readonly incomeYuan: number;
  readonly netCostYuan: number;
  readonly subsidyYuan: number;
  /** what no purse covers, district by district: a surplus here fills no gap there */
  readonly uncoveredYuan: number;
  readonly worksYuan: number;
  readonly staff: number;
  /** districts whose income meets their cost, and the households in them */
  readonly payingDistricts: number;
  readonly payingHouseholds: number;
  /** by floor area, 元/㎡·月 */
  readonly breakEvenFeeYuanPerM2Month: number;
}

type Sums = { -readonly [K in keyof Totals]: number };

/** Districts under one set of values; the same arrays every time. */
export interface Reckoned {
  /** per district; 0 for one without members */
  readonly netCostYuan: Float64Array;
  readonly subsidyYuan: Float64Array;
  readonly totals: Totals;
}

/** Estimates the same districts under one set of values after another. */
export interface Reckoner {
  /** Equal, figure by figure, to the estimator's under the same values (S53). O(members). */
  reckon(values: AssumptionValues): Reckoned;
}

/** Walls and span of every district: where members lie does not change with assumptions. */
function shapesOf({ world, graph, districts }: SettledDistricts) {
  const planner = createWallPlanner(graph, 0);
  const { wallM } = graph.links;
  return districts.map((members) => {
    const { lengthM, opened, links } = planner.plan(members, members.length);
    return {
      wallM: lengthM,
      opened,
      spanM: farthestPairM(world.shapes.centroid, members, members.length),
      walls: Float64Array.from(links.subarray(0, opened), (link) => wallM[link]),
    };
  });
}

function usableM(walls: Float64Array, fireLaneM: number): number {
  let sum = 0;
  for (let k = 0; k < walls.length; k++) sum += Math.max(0, walls[k] - fireLaneM);
  return sum;
}

/** Districts with the same values of their own share a cost model. */
function groupOwn(ownOf: SettledDistricts["ownOf"]) {
  const groups: (Overrides | undefined)[] = [];
  const known = new Map<string, number>();
  const groupOf = ownOf.map((own) => {
    const text = own ? JSON.stringify(own) : "";
    const group = known.get(text) ?? groups.push(own) - 1;
    known.set(text, group);
    return group;
  });
  return { groups, groupOf };
}

/** A cost model with what evaluates it. */
interface Terms {
  readonly own: Overrides | undefined;
  readonly values: AssumptionValues;
  readonly model: CostModel;
  readonly sheet: CostSheet;
}

function termsOf(values: AssumptionValues, own: Overrides | undefined): Terms {
  const under = own ? { ...values, ...own } : values;
  const model = createCostModel(under);
  return { own, values: under, model, sheet: createCostSheet(model) };
}

/**
 * A reckoner of these districts. Walls and spans are found once; under each set of values only the
 * members' sums and the lines of the districts are made again, into arrays that are kept.
 * @param members shared by reckoners of the same world and values of single compounds
 */
export function createReckoner(
  plan: SettledDistricts,
  members: MemberSums = createMemberSums(plan.world, plan.byCompound),
): Reckoner {
  const shapes = shapesOf(plan);
  const { groups, groupOf } = groupOwn(plan.ownOf);
  const { districts } = plan;
  const total = new Float64Array(SUMS);
  const shape: DistrictShape = { wallM: 0, usableWallM: 0, opened: 0, spanM: 0 };
  const netCostYuan = new Float64Array(districts.length);
  const subsidyYuan = new Float64Array(districts.length);

  /** Fills `total`; returns the district's subsidy. */
  const sumMembers = (d: number, { own, values }: Terms): number => {
    total.fill(0);
    let subsidy = 0;
    for (const i of districts[d]) {
      if (own) {
        subsidy += members.addTo(total, i, values);
        continue;
      }
      const from = i * SUMS;
      for (let s = 0; s < SUMS; s++) total[s] += members.sums[from + s];
      subsidy += members.subsidyYuan[i];
    }
    return subsidy;
  };
  const reckonDistrict = (d: number, terms: Terms, sums: Sums): void => {
    const { model, sheet } = terms;
    const subsidy = sumMembers(d, terms);
    const { wallM, opened, spanM, walls } = shapes[d];
    Object.assign(shape, { wallM, opened, spanM, usableWallM: usableM(walls, model.fireLaneM) });
    const net = sheet.fill(total, 0, shape);
    netCostYuan[d] = net;
    subsidyYuan[d] = subsidy;
    addTotals(sums, { terms, total, shape, net, subsidy });
  };

  return {
    reckon(values) {
      members.fill(values);
      const terms = groups.map((own) => termsOf(values, own));
      const sums = noTotals();
      let floorAreaM2 = 0;
      for (let d = 0; d < districts.length; d++) {
        if (districts[d].length === 0) continue;
        reckonDistrict(d, terms[groupOf[d] ?? 0], sums);
        floorAreaM2 += total[SUM.floorAreaM2];
      }
      if (floorAreaM2 > 0) sums.breakEvenFeeYuanPerM2Month /= floorAreaM2;
      return { netCostYuan, subsidyYuan, totals: sums };
    },
  };
}

function noTotals(): Sums {
  return {
    costYuan: 0,
    incomeYuan: 0,
    netCostYuan: 0,
    subsidyYuan: 0,
    uncoveredYuan: 0,
    worksYuan: 0,
    staff: 0,
    payingDistricts: 0,
    payingHouseholds: 0,
    breakEvenFeeYuanPerM2Month: 0,
  };
}

interface DistrictDone {
  readonly terms: Terms;
  readonly total: Float64Array;
  readonly shape: DistrictShape;
  readonly net: number;
  readonly subsidy: number;
}

/** Adds a district; the fee as fee × m², to be divided by all floor area. */
function addTotals(sums: Sums, { terms, total, shape, net, subsidy }: DistrictDone): void {
  const { model, sheet } = terms;
  const { lines } = sheet;
  sums.costYuan += lines.costYuan;
  sums.incomeYuan += lines.incomeYuan;
  sums.netCostYuan += net;
  sums.subsidyYuan += subsidy;
  sums.uncoveredYuan += Math.max(0, net - subsidy);
  sums.worksYuan += oneOffWorks(lines, shape, model).worksYuan;
  sums.staff += lines.staff.total;
  if (net <= 0) {
    sums.payingDistricts += 1;
    sums.payingHouseholds += total[SUM.households];
  }
  const fee = breakEvenFee({
    costYuan: lines.costYuan,
    incomeYuan: lines.incomeYuan,
    feeIncomeYuan: total[SUM.feeIncomeYuan],
    taxYuan: total[SUM.taxYuan],
    paidM2Months: total[SUM.paidM2Months],
    vat: model.vat,
  });
  sums.breakEvenFeeYuanPerM2Month += fee * total[SUM.floorAreaM2];
}
