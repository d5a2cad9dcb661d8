import { toRows } from "../../contiguity/build-graph.ts";
import type { ContiguityGraph } from "../../contiguity/graph.ts";
import { createLinkCollector } from "../../contiguity/tables.ts";
import { SUMS } from "../../estimate/district-sums.ts";
import type { Estimator } from "../../estimate/estimator.ts";
import { plainCompound } from "../../ingest/plain-compound.ts";
import type { World } from "../../ingest/world.ts";
import { worthlessKernel } from "../kernel.ts";
import { payingAt, type ValueFunction } from "../objective.ts";
import type { PlanParameters } from "../parameters.ts";
import type { PlanRules } from "../plan-rules.ts";
import { createProblem, type Problem } from "../problem.ts";

/** What is different in the relaxed problem. */
export interface Change {
  readonly parameters?: Partial<PlanParameters>;
  /** pairs that are linked too */
  readonly linked?: readonly (readonly [number, number])[];
  /** compounds of `cell` count as of the cell of `into`, a compound */
  readonly joined?: { readonly cell: number; readonly into: number };
  /** compounds whose must-together group is lifted */
  readonly freed?: ReadonlySet<number>;
  /** compounds whose never-together pairs are lifted */
  readonly reconciled?: ReadonlySet<number>;
}

type LocalOf = ReadonlyMap<number, number>;

function restrictGraph(
  { graph }: Problem,
  members: readonly number[],
  options: { readonly localOf: LocalOf; readonly linked: Change["linked"] },
): ContiguityGraph {
  const { localOf, linked = [] } = options;
  const pairs = new Map<string, [number, number]>();
  const add = (i: number, j: number | undefined) => {
    if (j !== undefined && i < j) pairs.set(`${i},${j}`, [i, j]);
  };
  members.forEach((compound, i) => {
    for (let e = graph.offset[compound]; e < graph.offset[compound + 1]; e++)
      add(i, localOf.get(graph.neighbor[e]));
  });
  for (const [a, b] of linked) {
    const [i, j] = [localOf.get(a), localOf.get(b)];
    if (i !== undefined && j !== undefined) add(Math.min(i, j), Math.max(i, j));
  }
  const collector = createLinkCollector();
  const plain = { gapM: 0, wallM: 0, needsCrossing: false, penalised: 0, byHand: false };
  for (const [a, b] of pairs.values())
    collector.add({ a, b, ...plain, barriers: [] }, [0, 0, 0, 0], 0);
  const links = collector.finish(members.length);
  return { count: members.length, ...toRows(members.length, links), links, cuts: NO_CUTS };
}

const NO_CUTS: ContiguityGraph["cuts"] = {
  count: 0,
  a: new Uint32Array(0),
  b: new Uint32Array(0),
  gapM: new Float64Array(0),
  barrier: new Int32Array(0),
  connection: new Float64Array(0),
};

/** The world of some compounds as far as a problem reads it: no corners, no barriers. */
function restrictWorld(problem: Problem, members: readonly number[], change: Change): World {
  const { world, cell } = problem;
  const { centroid, bounds, areaM2 } = world.shapes;
  const take = (from: Float64Array, width: number) =>
    Float64Array.from(members.flatMap((i) => [...from.subarray(width * i, width * i + width)]));
  const { joined } = change;
  const rename = (i: number) => {
    const compound = world.compounds[i];
    if (joined === undefined || cell[i] !== joined.cell) return compound;
    const { community, street } = world.compounds[joined.into];
    return { ...plainCompound(compound), community, street };
  };
  return {
    ...world,
    compounds: members.map(rename),
    shapes: {
      count: members.length,
      xy: new Float64Array(0),
      ringStart: new Uint32Array(1),
      polyStart: new Uint32Array(1),
      unitStart: new Uint32Array(members.length + 1),
      areaM2: Int32Array.from(members, (i) => areaM2[i]),
      centroid: take(centroid, 2),
      bounds: take(bounds, 4),
    },
    barriers: [],
    crossings: [],
    communities: [],
  };
}

function restrictRules({ bonds }: Problem, localOf: LocalOf, change: Change): PlanRules {
  const { freed, reconciled } = change;
  const local = (members: readonly number[]) => members.flatMap((i) => localOf.get(i) ?? []);
  const inside = bonds.groups.filter(({ members }) => localOf.has(members[0]));
  const neverTogether: [number, number][] = [];
  for (const [a, i] of localOf) {
    for (let k = bonds.never.start[a]; k < bonds.never.start[a + 1]; k++) {
      const b = bonds.never.other[k];
      const j = localOf.get(b);
      const isLifted = reconciled?.has(a) || reconciled?.has(b);
      if (j !== undefined && i < j && !isLifted) neverTogether.push([i, j]);
    }
  }
  return {
    mustTogether: inside
      .filter(({ members }) => !members.some((i) => freed?.has(i)))
      .map(({ members }) => local(members)),
    neverTogether,
    locks: inside.flatMap(({ lock }) =>
      lock === null ? [] : [{ ...lock, compounds: local(lock.compounds) }],
    ),
  };
}

/** Estimates of the whole problem under local indices. */
function restrictEstimator({ estimator }: Problem, members: readonly number[]): Estimator {
  const global = (list: ArrayLike<number>, count: number) =>
    Array.from({ length: count }, (_, k) => members[list[k]]);
  return {
    values: estimator.values,
    model: estimator.model,
    sums: Float64Array.from(
      members.flatMap((i) => [...estimator.sums.subarray(i * SUMS, (i + 1) * SUMS)]),
    ),
    compound: (i) => estimator.compound(members[i]),
    district: (list, own) => estimator.district(global(list, list.length), own),
    books: (list, own) => estimator.books(global(list, list.length), own),
    accounts: (list, own) => estimator.accounts(global(list, list.length), own),
    path: (list, own) => estimator.path(global(list, list.length), own),
    netCostYuan: (list, count) => estimator.netCostYuan(global(list, count), count),
    centroid: new Float64Array(0),
    graph: estimator.graph,
    shapeOf: (list, count) => estimator.shapeOf(global(list, count), count),
    netCostOfSums: (sums, at, { members: list, count }) =>
      estimator.netCostOfSums(sums, at, { members: global(list, count), count }),
    breakEvenFee: (list, count) => estimator.breakEvenFee(global(list, count), count),
    spanM: (list, count) => estimator.spanM(global(list, count), count),
  };
}

/** Nothing matters but the households left out. */
const HOUSEHOLDS_ONLY: ValueFunction = {
  levels: 1,
  targetCount: null,
  countsDistricts: false,
  hasValue: false,
  kernel: worthlessKernel,
  evaluate(_members, _count, out) {
    out[0] = 0;
  },
};

function restrictValue(problem: Problem, members: readonly number[]): ValueFunction {
  return {
    ...problem.objective,
    kernel: ({ count, memberStart, member }) =>
      problem.objective.kernel({
        count,
        memberStart,
        member: member.map((k) => members[k]),
      }),
    evaluate(list, count, out) {
      const global = Array.from({ length: count }, (_, k) => members[list[k]]);
      problem.objective.evaluate(global, count, out);
    },
  };
}

/**
 * The problem of some compounds alone, under a change: position k stands for `members[k]`. Costs and
 * spans are those of the whole problem; geometry is not carried over.
 * @param members ascending, whole must-together groups
 * @param wants `households`: any zoning that leaves out as few as another is as good
 */
export function restrictProblem(
  problem: Problem,
  members: readonly number[],
  options: { readonly change: Change; readonly wants: "households" | "objective" },
): Problem {
  const { change, wants } = options;
  const localOf = new Map(members.map((i, k) => [i, k]));
  const isOnlyHouseholds = wants === "households";
  const estimator = restrictEstimator(problem, members);
  const { limits } = { ...problem.parameters, ...change.parameters };
  const valuing = isOnlyHouseholds ? HOUSEHOLDS_ONLY : restrictValue(problem, members);
  return createProblem({
    world: restrictWorld(problem, members, change),
    graph: restrictGraph(problem, members, { localOf, linked: change.linked }),
    estimator,
    parameters: {
      ...problem.parameters,
      ...change.parameters,
      ...(isOnlyHouseholds ? { objective: "compact", districts: null } : {}),
      method: "auto",
      iterations: 1,
    },
    rules: restrictRules(problem, localOf, change),
    objective: payingAt(valuing, limits.maxBreakEvenFeeYuanPerM2Month, () => estimator),
  });
}
