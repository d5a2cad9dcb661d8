import type { ContiguityGraph } from "../contiguity/graph.ts";
import type { World } from "../ingest/world.ts";
import { type AdditiveFigures, additiveFigures } from "./compound-estimate.ts";
import type { AssumptionValues } from "./defaults.ts";
import type { CompoundEstimate, DistrictEstimate } from "./estimate.ts";
import { staffDistrict, wagesYuan } from "./staffing.ts";
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

/** Everything of a district that depends on its members only through sums, span and walls. */
interface Totals {
  compounds: number;
  households: number;
  floorAreaM2: number;
  incomeYuan: number;
  materialYuan: number;
  taxYuan: number;
  gatesBefore: number;
  wallM: number;
  wallsOpened: number;
  spanM: number;
}

/** Two exits always stay; beyond that each opened wall closes one gate. */
function gatesAfter(before: number, opened: number): number {
  return Math.max(Math.min(before, 2), before - opened);
}

/** Cost lines of a district, whole yuan a year. DOMAIN §2.3, §3. */
function costLines(t: Totals, values: AssumptionValues) {
  const staff = staffDistrict(t.households, t.floorAreaM2, values);
  const wages = wagesYuan(staff, values);
  const gates = gatesAfter(t.gatesBefore, t.wallsOpened);
  const sites = t.compounds - t.wallsOpened;
  const spanBeyondM = Math.max(0, t.spanM - values.span_free);
  const householdsBeyond = Math.max(0, t.households - values.diseconomy);
  const gatesYuan = Math.round(gates * values.smart_opex);
  const officeYuan = Math.round(values.office_fixed);
  const directYuan = wages + t.materialYuan + officeYuan + gatesYuan;
  const lines = {
    wagesYuan: wages,
    materialYuan: t.materialYuan,
    officeYuan,
    gatesYuan,
    overheadYuan: Math.round(directYuan * values.overhead),
    marginYuan: Math.round(directYuan * values.firm_margin),
    taxYuan: t.taxYuan,
    wallsYuan: Math.round((t.wallM * values.wall_remove) / Math.max(1, values.works_life)),
    spanPenaltyYuan: Math.round(
      wages * (values.travel * (sites - 1) + (values.span_loss * spanBeyondM) / 100),
    ),
    sizePenaltyYuan: Math.round((wages * values.size_loss * householdsBeyond) / 100),
  };
  const costYuan = Object.values(lines).reduce((sum, line) => sum + line, 0);
  return { staff, gates, lines, costYuan };
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

  const spanM = (members: ArrayLike<number>, count: number): number => {
    let max2 = 0;
    for (let a = 0; a < count; a++) {
      const ax = shapes.centroid[2 * members[a]];
      const ay = shapes.centroid[2 * members[a] + 1];
      for (let b = a + 1; b < count; b++) {
        const dx = ax - shapes.centroid[2 * members[b]];
        const dy = ay - shapes.centroid[2 * members[b] + 1];
        max2 = Math.max(max2, dx * dx + dy * dy);
      }
    }
    return Math.sqrt(max2);
  };

  const total = (members: ArrayLike<number>, count: number): Totals => {
    if (count < 1) throw new Error("a district needs at least one member");
    const wall = walls.plan(members, count);
    const t: Totals = {
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

  const sum = (members: ArrayLike<number>, of: (i: number) => number): number => {
    let s = 0;
    for (let k = 0; k < members.length; k++) s += of(members[k]);
    return s;
  };

  const district = (members: ArrayLike<number>): DistrictEstimate => {
    const t = total(members, members.length);
    const { staff, gates, lines, costYuan } = costLines(t, values);
    const netCost = costYuan - t.incomeYuan;
    const yearM2 = t.floorAreaM2 * 12;
    const feeIncomeYuan = sum(members, (i) => parts[i].feeIncomeYuan);
    const parkingDemand = sum(members, (i) => parts[i].parkingDemand);
    const parkingSupply = sum(members, (i) => parts[i].parkingSupply);
    const weighted = sum(members, (i) => parts[i].defaultedShare * compounds[i].households);
    return {
      compounds: t.compounds,
      households: t.households,
      floorAreaM2: t.floorAreaM2,
      staff,
      feeIncomeYuan,
      parkingIncomeYuan: sum(members, (i) => parts[i].parkingIncomeYuan),
      otherIncomeYuan: sum(members, (i) => parts[i].otherIncomeYuan),
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
      subsidyYuan: sum(members, (i) => parts[i].subsidyYuan),
      fundBalanceYuan: sum(members, (i) => compounds[i].fundBalanceYuan),
      parkingDemand,
      parkingSupply,
      parkingShortage: Math.max(0, parkingDemand - parkingSupply),
      gatesBefore: t.gatesBefore,
      gatesAfter: gates,
      wallOpenedM: t.wallM,
      spanM: t.spanM,
      statusQuoIncomeYuan: sum(members, (i) => parts[i].statusQuoIncomeYuan),
      aloneCostYuan: sum(members, (i) => aloneCostYuan[i]),
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
