import type { ContiguityGraph } from "../contiguity/graph.ts";
import { breakEvenFee } from "./break-even.ts";
import { createCostSheet } from "./cost-lines.ts";
import { type CostModel, createCostModel } from "./cost-model.ts";
import type { AssumptionValues } from "./defaults.ts";
import { farthestBeyondM } from "./distances.ts";
import { type DistrictShape, SUM, SUMS } from "./district-sums.ts";
import { createWallPlanner } from "./wall-plan.ts";

/** The first `count` of `members`. */
export interface Members {
  readonly members: ArrayLike<number>;
  readonly count: number;
}

/** All that the cost of districts rests on, as plain data. */
export interface CostTerms {
  readonly values: AssumptionValues;
  /** {@link SUMS} of each compound, `sums[i × SUMS …]` */
  readonly sums: Float64Array;
  /** x,y of each compound, m */
  readonly centroid: Float64Array;
  readonly graph: ContiguityGraph;
}

/** The yearly cost of sets of compounds, and nothing else; allocates nothing per set. */
export interface CostFunction extends CostTerms {
  readonly model: CostModel;
  /** Walls and span of `members[0 … count-1]`; the same object every time. */
  shapeOf(members: ArrayLike<number>, count: number): DistrictShape;
  /** Net cost of `members[0 … count-1]`, at least one, whole yuan. */
  netCostYuan(members: ArrayLike<number>, count: number): number;
  /** Net cost from sums kept up by the caller and the members they are of. */
  netCostOfSums(sums: Float64Array, at: number, of: Members): number;
  /** One fee for everybody at which income meets cost, 元/㎡·月. */
  breakEvenFee(members: ArrayLike<number>, count: number): number;
}

/** The cost function of these terms. */
export function createCostFunction(terms: CostTerms): CostFunction {
  const { values, sums, centroid, graph } = terms;
  const model = createCostModel(values);
  const sheet = createCostSheet(model);
  const walls = createWallPlanner(graph, model.fireLaneM);
  const total = new Float64Array(SUMS);
  const shape: DistrictShape = { wallM: 0, usableWallM: 0, opened: 0, spanM: 0 };

  const shapeOf = (members: ArrayLike<number>, count: number): DistrictShape => {
    const plan = walls.plan(members, count);
    shape.wallM = plan.lengthM;
    shape.usableWallM = plan.usableM;
    shape.opened = plan.opened;
    shape.spanM = farthestBeyondM(centroid, { members, count, freeM: model.freeSpanM });
    return shape;
  };
  const netCostYuan = (members: ArrayLike<number>, count: number): number => {
    if (count < 1) throw new Error("a district needs at least one member");
    total.fill(0);
    for (let k = 0; k < count; k++) {
      const from = members[k] * SUMS;
      for (let s = 0; s < SUMS; s++) total[s] += sums[from + s];
    }
    return sheet.fill(total, 0, shapeOf(members, count));
  };
  return {
    ...terms,
    model,
    shapeOf,
    netCostYuan,
    netCostOfSums: (of, at, { members, count }) => sheet.fill(of, at, shapeOf(members, count)),
    breakEvenFee(members, count) {
      netCostYuan(members, count);
      return breakEvenFee({
        costYuan: sheet.lines.costYuan,
        incomeYuan: sheet.lines.incomeYuan,
        feeIncomeYuan: total[SUM.feeIncomeYuan],
        taxYuan: total[SUM.taxYuan],
        paidM2Months: total[SUM.paidM2Months],
        vat: model.vat,
      });
    },
  };
}
