import type { ContiguityGraph } from "../contiguity/graph.ts";
import type { World } from "../ingest/world.ts";
import { type AdditiveFigures, additiveFigures } from "./compound-estimate.ts";
import { costLines, type DistrictTotals } from "./cost-lines.ts";
import type { AssumptionValues } from "./defaults.ts";
import type { CompoundEstimate, DistrictEstimate } from "./estimate.ts";
import { createWallPlanner } from "./wall-plan.ts";

/** Estimates under one set of assumptions, links and ledgers. */
export interface Estimator {
  readonly values: AssumptionValues;
  /** @param i compound index */
  compound(i: number): CompoundEstimate;
  /** @param members compound indices, at least one, any order */
  district(members: ArrayLike<number>): DistrictEstimate;
  /** `district(members[0 … count-1]).netCostYuan`, kept equal to it by a law. */
  netCostYuan(members: ArrayLike<number>, count: number): number;
  /** Greatest distance between centroids of `members[0 … count-1]`, m. */
  spanM(members: ArrayLike<number>, count: number): number;
}

/** Greatest distance between the centroids of `members[0 … count-1]`, m. */
function farthestM(centroid: Float64Array, members: ArrayLike<number>, count: number): number {
  let max2 = 0;
  for (let a = 0; a < count; a++) {
    const ax = centroid[2 * members[a]];
    const ay = centroid[2 * members[a] + 1];
    for (let b = a + 1; b < count; b++) {
      const dx = ax - centroid[2 * members[b]];
      const dy = ay - centroid[2 * members[b] + 1];
      max2 = Math.max(max2, dx * dx + dy * dy);
    }
  }
  return Math.sqrt(max2);
}

function sumOf(members: ArrayLike<number>, of: (i: number) => number): number {
  let sum = 0;
  for (let k = 0; k < members.length; k++) sum += of(members[k]);
  return sum;
}

/** Builds the estimator once per (world, graph, values); estimates are then pure lookups and sums. */
export function createEstimator(
  world: World,
  graph: ContiguityGraph,
  values: AssumptionValues,
): Estimator {
  const { compounds, shapes } = world;
  const parts: AdditiveFigures[] = compounds.map((c) => additiveFigures(c, values));
  const walls = createWallPlanner(graph);

  const spanM = (members: ArrayLike<number>, count: number) =>
    farthestM(shapes.centroid, members, count);

  const total = (members: ArrayLike<number>, count: number): DistrictTotals => {
    if (count < 1) throw new Error("a district needs at least one member");
    const wall = walls.plan(members, count);
    const t: DistrictTotals = {
      compounds: count,
      households: 0,
      floorAreaM2: 0,
      incomeYuan: 0,
      materialYuan: 0,
      taxYuan: 0,
      gatesBefore: 0,
      wallM: wall.lengthM,
      wallsOpened: wall.opened,
      spanM: spanM(members, count),
    };
    for (let k = 0; k < count; k++) {
      const compound = compounds[members[k]];
      const part = parts[members[k]];
      t.households += compound.households;
      t.floorAreaM2 += compound.floorAreaM2;
      t.gatesBefore += compound.gates;
      t.incomeYuan += part.feeIncomeYuan + part.parkingIncomeYuan + part.otherIncomeYuan;
      t.materialYuan += part.materialYuan;
      t.taxYuan += part.taxYuan;
    }
    return t;
  };

  const netCostYuan = (members: ArrayLike<number>, count: number): number => {
    const t = total(members, count);
    return costLines(t, values).costYuan - t.incomeYuan;
  };

  const aloneCostYuan = compounds.map((_, i) => costLines(total([i], 1), values).costYuan);

  const district = (members: ArrayLike<number>): DistrictEstimate => {
    const t = total(members, members.length);
    const { staff, gates, lines, costYuan } = costLines(t, values);
    const netCost = costYuan - t.incomeYuan;
    const yearM2 = t.floorAreaM2 * 12;
    const feeIncomeYuan = sumOf(members, (i) => parts[i].feeIncomeYuan);
    const parkingDemand = sumOf(members, (i) => parts[i].parkingDemand);
    const parkingSupply = sumOf(members, (i) => parts[i].parkingSupply);
    const weighted = sumOf(members, (i) => parts[i].defaultedShare * compounds[i].households);
    return {
      compounds: t.compounds,
      households: t.households,
      floorAreaM2: t.floorAreaM2,
      staff,
      feeIncomeYuan,
      parkingIncomeYuan: sumOf(members, (i) => parts[i].parkingIncomeYuan),
      otherIncomeYuan: sumOf(members, (i) => parts[i].otherIncomeYuan),
      incomeYuan: t.incomeYuan,
      ...lines,
      costYuan,
      netCostYuan: netCost,
      netCostYuanPerM2Month: yearM2 > 0 ? netCost / yearM2 : 0,
      breakEvenFeeYuanPerM2Month: breakEvenFee({
        netCost,
        feeIncomeYuan,
        yearM2,
        values,
      }),
      subsidyYuan: sumOf(members, (i) => parts[i].subsidyYuan),
      fundBalanceYuan: sumOf(members, (i) => compounds[i].fundBalanceYuan),
      parkingDemand,
      parkingSupply,
      parkingShortage: Math.max(0, parkingDemand - parkingSupply),
      gatesBefore: t.gatesBefore,
      gatesAfter: gates,
      wallOpenedM: t.wallM,
      spanM: t.spanM,
      statusQuoIncomeYuan: sumOf(members, (i) => parts[i].statusQuoIncomeYuan),
      aloneCostYuan: sumOf(members, (i) => aloneCostYuan[i]),
      defaultedShare: t.households > 0 ? weighted / t.households : 0,
    };
  };

  return {
    values,
    compound: (i) => ({ ...parts[i], aloneCostYuan: aloneCostYuan[i] }),
    district,
    netCostYuan,
    spanM,
  };
}

/** One fee for the whole district at which income meets cost, the tax on it included; 元/㎡·月. */
function breakEvenFee(of: {
  netCost: number;
  feeIncomeYuan: number;
  yearM2: number;
  values: AssumptionValues;
}): number {
  const kept = of.values.coll_plan * (1 - of.values.vat);
  if (of.yearM2 <= 0 || kept <= 0) return 0;
  const needed = of.netCost + of.feeIncomeYuan * (1 - of.values.vat);
  return Math.max(0, needed / (of.yearM2 * kept));
}
