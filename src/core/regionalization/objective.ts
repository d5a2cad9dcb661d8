import type { CostFunction } from "../estimate/cost-function.ts";
import type { Estimator } from "../estimate/estimator.ts";
import type { World } from "../ingest/world.ts";
import { DEFAULT_LIMITS } from "../zoning/limits.ts";
import { fieldValues } from "./field-values.ts";
import {
  costKernel,
  type NodeMembers,
  nodeAdmission,
  type ObjectiveKernel,
  pairwiseKernel,
  squaresKernel,
  type ValueKernel,
} from "./kernel.ts";
import type { Dissimilarity, PlanParameters } from "./parameters.ts";

/**
 * An additive objective: a zoning's level k is the sum over districts of their level k.
 * All levels are minimised, lexicographically, after "households left out".
 */
export interface ObjectiveFunction {
  /** additive levels per district, 1 or 2 */
  readonly levels: number;
  /** wanted number of districts; its distance comes before the additive levels. null: free */
  readonly targetCount: number | null;
  /** level 0 is −1 per district: more districts come before what they are worth */
  readonly countsDistricts: boolean;
  /** false when the last level is 0 whatever the districts */
  readonly hasValue: boolean;
  /** The last level over the nodes of one piece, with its changes. */
  kernel(piece: NodeMembers): ObjectiveKernel;
  /** Whether `members[0 … count-1]` pay their way as far as is asked; null: nothing is asked. */
  readonly admits: ((members: ArrayLike<number>, count: number) => boolean) | null;
  /** Writes the levels of the district `members[0 … count-1]` to `out[0 … levels-1]`. */
  evaluate(members: ArrayLike<number>, count: number, out: Float64Array): void;
}

/** What districts are worth, before it is asked whether they pay their way. */
export interface ValueFunction extends Omit<ObjectiveFunction, "kernel" | "admits"> {
  kernel(piece: NodeMembers): ValueKernel;
}

/**
 * Districts worth what `valuing` says, each of which covers its cost at one fee of at most
 * `mostFee`, 元/㎡·月; null: whatever it costs.
 */
export function payingAt(
  valuing: ValueFunction,
  mostFee: number | null,
  cost: () => CostFunction,
): ObjectiveFunction {
  const paid = mostFee === null ? null : cost();
  const admits: ObjectiveFunction["admits"] =
    mostFee === null || paid === null
      ? null
      : (members, count) => paid.breakEvenFee(members, count) <= mostFee;
  return {
    ...valuing,
    admits,
    kernel: (piece) => ({ ...valuing.kernel(piece), admits: nodeAdmission(piece, admits) }),
  };
}

/** Lowest yearly net operating cost, whole yuan. */
export function costObjective(cost: CostFunction): ValueFunction {
  return {
    levels: 1,
    targetCount: null,
    countsDistricts: false,
    hasValue: true,
    kernel: (piece) => costKernel(piece, cost),
    evaluate(members, count, out) {
      out[0] = cost.netCostYuan(members, count);
    },
  };
}

/** Attribute columns; missing numbers take the mean so that they pull nowhere. */
export function attributeColumns(
  world: World,
  parameters: PlanParameters,
  active: Uint8Array,
): Float64Array[] {
  return parameters.attributes.map((field) => {
    const values = fieldValues(world.compounds, field);
    const known = values.filter((v, i) => active[i] === 1 && !Number.isNaN(v));
    const mean = known.reduce((s, v) => s + v, 0) / Math.max(1, known.length);
    const squares = known.reduce((s, v) => s + (v - mean) ** 2, 0);
    const deviation = Math.sqrt(squares / Math.max(1, known.length - 1)) || 1;
    const scale = parameters.dissimilarity === "ssd" ? deviation : 1;
    return values.map((v) => (Number.isNaN(v) ? 0 : (v - mean) / scale));
  });
}

/** Sum of squared deviations from the district mean (GeoDa's within-cluster sum of squares). */
function sumOfSquares(column: Float64Array, members: ArrayLike<number>, count: number): number {
  let sum = 0;
  for (let k = 0; k < count; k++) sum += column[members[k]];
  const mean = sum / count;
  let squares = 0;
  for (let k = 0; k < count; k++) squares += (column[members[k]] - mean) ** 2;
  return squares;
}

/** Sum of absolute differences over all pairs (Duque, Anselin & Rey 2012, eq. 1). */
function pairwise(column: Float64Array, members: ArrayLike<number>, count: number): number {
  let sum = 0;
  for (let a = 0; a < count; a++) {
    for (let b = a + 1; b < count; b++) sum += Math.abs(column[members[a]] - column[members[b]]);
  }
  return sum;
}

/** What `max-p` measures by. */
export interface MaxPData {
  /** one number per compound and attribute */
  readonly columns: readonly Float64Array[];
  readonly dissimilarity: Dissimilarity;
  readonly targetCount: number | null;
}

/** Most districts, then least dissimilarity within them: max-p-regions (Duque, Anselin & Rey 2012). */
export function maxPObjective({
  columns: data,
  dissimilarity,
  targetCount,
}: MaxPData): ValueFunction {
  const squares = dissimilarity === "ssd";
  const measure = squares ? sumOfSquares : pairwise;
  return {
    levels: 2,
    targetCount,
    countsDistricts: true,
    hasValue: data.length > 0,
    kernel(piece) {
      const own = data.map((column) => Float64Array.from(piece.member, (i) => column[i]));
      if (!squares) return pairwiseKernel(piece, own);
      const ones = new Float64Array(piece.member.length).fill(1);
      return squaresKernel(piece, { weight: ones, columns: own, whole: false });
    },
    evaluate(members, count, out) {
      out[0] = -1;
      out[1] = data.reduce((sum, column) => sum + measure(column, members, count), 0);
    },
  };
}

/** What `compact` measures by: per compound weight and centroid, m. */
export interface CompactData {
  readonly weight: Float64Array;
  readonly centroid: Float64Array;
  readonly targetCount: number | null;
}

/** Weights and places of all compounds. */
export function compactData(world: World, targetCount: number | null): CompactData {
  const weight = Float64Array.from(world.compounds, (c) => Math.max(1, c.households));
  return { weight, centroid: world.shapes.centroid, targetCount };
}

/** Least moment of inertia: households × squared metres to the district's household centre (Hess et al. 1965). */
export function compactObjective({ weight, centroid, targetCount }: CompactData): ValueFunction {
  return {
    levels: 1,
    targetCount,
    countsDistricts: false,
    hasValue: true,
    kernel(piece) {
      const axis = (k: number) => Float64Array.from(piece.member, (i) => centroid[2 * i + k]);
      const households = Float64Array.from(piece.member, (i) => weight[i]);
      return squaresKernel(piece, {
        weight: households,
        columns: [axis(0), axis(1)],
        whole: true,
      });
    },
    evaluate(members, count, out) {
      let sum = 0;
      let x = 0;
      let y = 0;
      for (let k = 0; k < count; k++) {
        const w = weight[members[k]];
        sum += w;
        x += w * centroid[2 * members[k]];
        y += w * centroid[2 * members[k] + 1];
      }
      x /= sum;
      y /= sum;
      let moment = 0;
      for (let k = 0; k < count; k++) {
        const dx = centroid[2 * members[k]] - x;
        const dy = centroid[2 * members[k] + 1] - y;
        moment += weight[members[k]] * (dx * dx + dy * dy);
      }
      out[0] = Math.round(moment);
    },
  };
}

/**
 * As many districts as the ideal size suggests, at least one: by households, else by floor area,
 * else by the default ideal of households.
 */
function suggestedCount(world: World, parameters: PlanParameters, active: Uint8Array): number {
  const { idealHouseholds, idealFloorAreaM2 } = parameters.limits;
  const byArea = idealHouseholds === null && idealFloorAreaM2 !== null;
  const total = world.compounds.reduce((sum, { households, floorAreaM2 }, i) => {
    if (!active[i]) return sum;
    return sum + (byArea ? floorAreaM2 : households);
  }, 0);
  const ideal = byArea ? idealFloorAreaM2 : (idealHouseholds ?? DEFAULT_LIMITS.idealHouseholds);
  return Math.max(1, Math.round(total / Math.max(1, ideal ?? 1)));
}

/** The objective that `parameters` names. @param active 1 where a compound can be placed */
export function createObjective(
  world: World,
  estimator: Estimator,
  options: { readonly parameters: PlanParameters; readonly active: Uint8Array },
): ObjectiveFunction {
  const { maxBreakEvenFeeYuanPerM2Month: mostFee } = options.parameters.limits;
  return payingAt(valueFunction(world, estimator, options), mostFee, () => estimator);
}

function valueFunction(
  world: World,
  estimator: Estimator,
  options: { readonly parameters: PlanParameters; readonly active: Uint8Array },
): ValueFunction {
  const { parameters, active } = options;
  if (parameters.objective === "max-p") {
    const { dissimilarity, districts } = parameters;
    const columns = attributeColumns(world, parameters, active);
    return maxPObjective({ columns, dissimilarity, targetCount: districts });
  }
  if (parameters.objective === "compact") {
    const wanted = parameters.districts ?? suggestedCount(world, parameters, active);
    return compactObjective(compactData(world, wanted));
  }
  return costObjective(estimator);
}
