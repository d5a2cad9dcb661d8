import { restrictGraph } from "../contiguity/restrict-graph.ts";
import {
  type CostFunction,
  type CostTerms,
  createCostFunction,
} from "../estimate/cost-function.ts";
import { SUMS } from "../estimate/district-sums.ts";
import type { ComponentInput, ComponentTask } from "./component-task.ts";
import {
  attributeColumns,
  type CompactData,
  compactData,
  compactObjective,
  costObjective,
  type MaxPData,
  maxPObjective,
  type ObjectiveFunction,
  payingAt,
} from "./objective.ts";
import type { Piece } from "./piece.ts";
import type { Problem } from "./problem.ts";

/** What the objective needs of one component; compounds are numbered from 0, ascending. */
type PackedValue =
  | { readonly name: "cost" }
  | ({ readonly name: "max-p" } & MaxPData)
  | ({ readonly name: "compact" } & CompactData);

interface PackedObjective {
  readonly value: PackedValue;
  readonly mostFee: number | null;
  /** null: neither the value nor a limit asks for money */
  readonly cost: CostTerms | null;
}

type PackedInput = Omit<ComponentInput, "objective"> & { readonly objective: PackedObjective };

/** A task as data: typed arrays and plain values that can be cloned between threads. */
export type PackedTask = {
  readonly [Kind in ComponentTask["kind"]]: Omit<
    ComponentTask & { readonly kind: Kind },
    "input"
  > & { readonly input: PackedInput };
}[ComponentTask["kind"]];

function packValue(
  problem: Problem,
  members: Uint32Array,
  columns: () => readonly Float64Array[],
): PackedValue {
  const { world, parameters, objective } = problem;
  const take = (column: Float64Array) => Float64Array.from(members, (i) => column[i]);
  const { targetCount } = objective;
  if (parameters.objective === "max-p") {
    const { dissimilarity } = parameters;
    return { name: "max-p", columns: columns().map(take), dissimilarity, targetCount };
  }
  if (parameters.objective === "compact") {
    const { weight } = compactData(world, targetCount);
    return {
      name: "compact",
      weight: take(weight),
      centroid: places(problem, members),
      targetCount,
    };
  }
  return { name: "cost" };
}

function places({ world }: Problem, members: Uint32Array): Float64Array {
  const { centroid } = world.shapes;
  return Float64Array.from({ length: 2 * members.length }, (_, k) => {
    return centroid[2 * members[k >> 1] + (k & 1)];
  });
}

function packCost(problem: Problem, members: Uint32Array): CostTerms {
  const { estimator, given } = problem;
  const sums = new Float64Array(members.length * SUMS);
  members.forEach((i, k) => {
    sums.set(estimator.sums.subarray(i * SUMS, (i + 1) * SUMS), k * SUMS);
  });
  const graph = restrictGraph(given, members);
  return { values: estimator.values, sums, centroid: places(problem, members), graph };
}

function packObjective(
  problem: Problem,
  members: Uint32Array,
  columns: () => readonly Float64Array[],
): PackedObjective {
  const value = packValue(problem, members, columns);
  const mostFee = problem.parameters.limits.maxBreakEvenFeeYuanPerM2Month;
  const needsCost = value.name === "cost" || mostFee !== null;
  return { value, mostFee, cost: needsCost ? packCost(problem, members) : null };
}

function unpackObjective({ value, mostFee, cost: terms }: PackedObjective): ObjectiveFunction {
  let known: CostFunction | null = null;
  const cost = () => {
    if (terms === null) throw new Error("the task carries no money");
    known ??= createCostFunction(terms);
    return known;
  };
  if (value.name === "max-p") return payingAt(maxPObjective(value), mostFee, cost);
  if (value.name === "compact") return payingAt(compactObjective(value), mostFee, cost);
  return payingAt(costObjective(cost()), mostFee, cost);
}

/** The piece with its compounds numbered from 0, ascending. */
function renumber(piece: Piece, members: Uint32Array): Piece {
  const position = new Map(Array.from(members, (i, k) => [i, k]));
  return { ...piece, member: piece.member.map((i) => position.get(i) ?? 0) };
}

/**
 * Packs a problem's tasks as data, each complete in itself: the numbers that its outcome rests on are
 * those of the whole problem, bit by bit, so that it comes out the same wherever it runs.
 * O(its component) each, and O(n) once.
 */
export function createPacker(problem: Problem): (task: ComponentTask) => PackedTask {
  const { world, parameters, placeable } = problem;
  let known: readonly Float64Array[] | null = null;
  // Columns depend on all compounds.
  const columns = () => {
    known ??= attributeColumns(world, parameters, placeable);
    return known;
  };
  return (task) => {
    const { piece } = task.input;
    const members = piece.member.slice().sort();
    const objective = packObjective(problem, members, columns);
    const input: PackedInput = { ...task.input, piece: renumber(piece, members), objective };
    return { ...task, input };
  };
}

/** A task to be run, from its data. */
export function unpackTask(packed: PackedTask): ComponentTask {
  const input: ComponentInput = {
    ...packed.input,
    objective: unpackObjective(packed.input.objective),
  };
  return { ...packed, input };
}
