import type { ContiguityGraph } from "../contiguity/graph.ts";
import { type CostSheet, createCostSheet } from "./cost-lines.ts";
import type { CostModel } from "./cost-model.ts";
import { farthestBeyondM } from "./distances.ts";
import { type DistrictShape, SUMS } from "./district-sums.ts";
import { createWallPlanner } from "./wall-plan.ts";

/** The first `count` of `members`. */
export interface Members {
  readonly members: ArrayLike<number>;
  readonly count: number;
}

/** All that the net cost of a district depends on; plain data that can be cloned between threads. */
export interface NetCostData {
  /** {@link SUMS} of each compound, `sums[i × SUMS …]` */
  readonly sums: Float64Array;
  /** x, y of each compound, m */
  readonly centroid: Float64Array;
  readonly graph: ContiguityGraph;
  readonly model: CostModel;
}

/** Net cost of districts, from scratch and from running sums. Holds scratch; allocates nothing. */
export interface NetCost {
  readonly sums: Float64Array;
  /** Yearly net cost of `members[0 … count-1]`, at least one, whole yuan. */
  netCostYuan(members: ArrayLike<number>, count: number): number;
  /** Net cost from sums kept up by the caller and the members they are of. */
  netCostOfSums(sums: Float64Array, at: number, of: Members): number;
}

/** A {@link NetCost} with the sheet it fills, for whoever reads the lines as well. */
export interface FilledNetCost extends NetCost {
  readonly sheet: CostSheet;
  /** sums of the district filled last by `netCostYuan` */
  readonly total: Float64Array;
  /** Walls and span of a district; written to the returned object, which is reused. */
  shapeOf(members: ArrayLike<number>, count: number): DistrictShape;
}

/** Net costs over these compounds and links. */
export function createNetCost({ sums, centroid, graph, model }: NetCostData): FilledNetCost {
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

  return {
    sums,
    sheet,
    total,
    shapeOf,
    netCostYuan(members, count) {
      if (count < 1) throw new Error("a district needs at least one member");
      total.fill(0);
      for (let k = 0; k < count; k++) {
        const from = members[k] * SUMS;
        for (let s = 0; s < SUMS; s++) total[s] += sums[from + s];
      }
      return sheet.fill(total, 0, shapeOf(members, count));
    },
    netCostOfSums: (of, at, { members, count }) => sheet.fill(of, at, shapeOf(members, count)),
  };
}
