import type { ContiguityGraph } from "../contiguity/graph.ts";
import { farthestPairM } from "../geometry/farthest-pair.ts";
import type { World } from "../ingest/world.ts";
import { type BudgetYear, budgetPath } from "./budget-path.ts";
import { type CompoundFigures, compoundFigures } from "./compound-figures.ts";
import { type CostFunction, createCostFunction } from "./cost-function.ts";
import { type CostSheet, createCostSheet } from "./cost-lines.ts";
import { createCostModel } from "./cost-model.ts";
import type { AssumptionValues } from "./defaults.ts";
import { districtEstimate } from "./district-estimate.ts";
import { addFigures, type DistrictShape, SUMS } from "./district-sums.ts";
import type { CompoundEstimate, DistrictEstimate } from "./estimate.ts";
import { type MemberAccount, type MemberFigures, memberAccounts } from "./member-accounts.ts";
import { createPlots } from "./plots.ts";

/** Values that differ from those of the whole city. */
export type Overrides = Partial<AssumptionValues>;

/** A district as a whole and member by member. */
export interface Books {
  readonly estimate: DistrictEstimate;
  readonly accounts: MemberAccount[];
}

/** Estimates under one set of assumptions, links and ledgers. */
export interface Estimator extends CostFunction {
  /** @param i compound index */
  compound(i: number): CompoundEstimate;
  /**
   * @param members compound indices, at least one, any order
   * @param own values set for this district
   */
  district(members: ArrayLike<number>, own?: Overrides): DistrictEstimate;
  /** Before and after of each member, same order; balances add up to the district's. */
  accounts(members: ArrayLike<number>, own?: Overrides): MemberAccount[];
  /** Estimate and accounts together, for less than one after the other. */
  books(members: ArrayLike<number>, own?: Overrides): Books;
  /** The first years, collection rising and subsidy falling. */
  path(members: ArrayLike<number>, own?: Overrides): BudgetYear[];
  /** Greatest distance between centroids of `members[0 … count-1]`, m. */
  spanM(members: ArrayLike<number>, count: number): number;
}

const NO_SHAPE: DistrictShape = { wallM: 0, usableWallM: 0, opened: 0, spanM: 0 };

/**
 * Builds the estimator once per (world, graph, values); estimates are then sums and lookups.
 * @param byCompound values set for single compounds, by index
 */
export function createEstimator(
  world: World,
  graph: ContiguityGraph,
  values: AssumptionValues,
  byCompound: ReadonlyMap<number, Overrides> = new Map(),
): Estimator {
  const { compounds, shapes } = world;
  const plotOf = createPlots(shapes);
  const sums = new Float64Array(compounds.length * SUMS);

  const figuresUnder = (i: number, district: AssumptionValues): CompoundFigures => {
    const own = byCompound.get(i);
    const under = own ? { ...district, ...own } : district;
    const ownFee = own?.fee_plan !== undefined;
    return compoundFigures(compounds[i], plotOf(i), { values: under, ownFee });
  };
  for (let i = 0; i < compounds.length; i++) addFigures(sums, i * SUMS, figuresUnder(i, values));

  const cost = createCostFunction({ values, sums, centroid: shapes.centroid, graph });
  const { model } = cost;
  const sheet = createCostSheet(model);

  const memberUnder = (index: number, under: AssumptionValues, own: CostSheet): MemberFigures => {
    const figures = figuresUnder(index, under);
    return { index, compound: compounds[index], figures, ...aloneLines(own, figures) };
  };
  // An edit estimates the same members again and again under the same values.
  const known: (MemberFigures | undefined)[] = new Array(compounds.length);
  const memberOf = (index: number): MemberFigures => {
    const found = known[index] ?? memberUnder(index, values, sheet);
    known[index] = found;
    return found;
  };

  const figuresOf = (members: ArrayLike<number>, own: Overrides | undefined) => {
    const under = own ? { ...values, ...own } : values;
    const ownModel = own ? createCostModel(under) : model;
    const ownSheet = own ? createCostSheet(ownModel) : sheet;
    const list: MemberFigures[] = [];
    for (let k = 0; k < members.length; k++) {
      list.push(own ? memberUnder(members[k], under, ownSheet) : memberOf(members[k]));
    }
    return { list, under, model: ownModel, sheet: ownSheet };
  };

  const estimateOf = (
    members: ArrayLike<number>,
    { list, under, model: ownModel, sheet: ownSheet }: ReturnType<typeof figuresOf>,
  ): DistrictEstimate => {
    if (members.length < 1) throw new Error("a district needs at least one member");
    const { centroid } = shapes;
    const at = { ...cost.shapeOf(members, members.length) };
    at.spanM = farthestPairM(centroid, members, members.length);
    return districtEstimate(list, {
      values: under,
      model: ownModel,
      sheet: ownSheet,
      shape: at,
      centroid,
    });
  };

  const books = (members: ArrayLike<number>, own?: Overrides): Books => {
    const figures = figuresOf(members, own);
    const estimate = estimateOf(members, figures);
    return { estimate, accounts: memberAccounts(figures.list, estimate) };
  };

  return {
    ...cost,
    compound(i) {
      const { figures, aloneCostYuan, aloneNetCostYuan } = memberOf(i);
      return { ...figures, aloneCostYuan, aloneNetCostYuan };
    },
    district: (members, own) => estimateOf(members, figuresOf(members, own)),
    books,
    accounts: (members, own) => books(members, own).accounts,
    path(members, own) {
      const figures = figuresOf(members, own);
      return budgetPath(figures.list, estimateOf(members, figures), figures.under);
    },
    spanM: (members, count) => farthestPairM(shapes.centroid, members, count),
  };
}

/** A compound buying the same service by itself. */
function aloneLines(sheet: CostSheet, figures: CompoundFigures) {
  const sums = new Float64Array(SUMS);
  addFigures(sums, 0, figures);
  const aloneNetCostYuan = sheet.fill(sums, 0, NO_SHAPE);
  const { costYuan, staff } = sheet.lines;
  return { aloneCostYuan: costYuan, aloneNetCostYuan, aloneStaff: staff.total };
}
