import { areApart } from "../apart.ts";
import type { Relaxation } from "../plan.ts";
import { type Problem, toNodes } from "../problem.ts";

/** Limits that have a number. */
export type LimitKind = Extract<
  Relaxation["what"],
  | "min-households"
  | "min-floor-area"
  | "threshold"
  | "max-households"
  | "max-floor-area"
  | "max-compounds"
  | "max-span"
>;

export const LIMIT_KINDS: readonly LimitKind[] = [
  "min-households",
  "min-floor-area",
  "threshold",
  "max-households",
  "max-floor-area",
  "max-compounds",
  "max-span",
];

/** Connected sets of one region looked at before giving up on the rest. */
const MOST_SETS = 20_000;

/** What one connected set would need. */
interface Need {
  readonly mask: number;
  /** the one limit it breaks, null: none */
  readonly kind: LimitKind | null;
  readonly value: number;
}

/** Values at which a limit lets further sets in. */
export interface LimitNeeds {
  /** values of the limit, nearest first, at which the compound might be taken in */
  candidates(kind: LimitKind, compound: number): readonly number[];
}

interface Sums {
  readonly households: number;
  readonly floorAreaM2: number;
  readonly threshold: number;
  readonly compounds: number;
  readonly spanM: number;
}

const isMinimum = (kind: LimitKind) => kind.startsWith("min-") || kind === "threshold";

/** The number a limit has now, null where it is off. */
export function limitOf({ parameters }: Problem, kind: LimitKind): number | null {
  const { limits, threshold } = parameters;
  if (kind === "threshold") return threshold?.min ?? null;
  return {
    "min-households": limits.minHouseholds,
    "min-floor-area": limits.minFloorAreaM2,
    "max-households": limits.maxHouseholds,
    "max-floor-area": limits.maxFloorAreaM2,
    "max-compounds": limits.maxCompounds,
    "max-span": limits.maxSpanM,
  }[kind];
}

function measure(sums: Sums, kind: LimitKind): number {
  if (kind === "max-span") return sums.spanM;
  if (kind === "max-compounds") return sums.compounds;
  if (kind === "threshold") return sums.threshold;
  return kind.endsWith("households") ? sums.households : sums.floorAreaM2;
}

/** Limits a set breaks, upper ones first. */
function brokenLimits(limits: readonly (number | null)[], sums: Sums): LimitKind[] {
  return LIMIT_KINDS.filter((kind, k) => {
    const limit = limits[k];
    if (limit === null) return false;
    const value = measure(sums, kind);
    return isMinimum(kind) ? value < limit : value > limit;
  });
}

interface Nodes {
  readonly list: readonly (readonly number[])[];
  readonly sums: readonly Sums[];
  /** bits of linked nodes, and of nodes that may not share a district */
  readonly adjacent: readonly number[];
  readonly apart: readonly number[];
  /** greatest distance between members of two nodes, m */
  readonly spanM: readonly (readonly number[])[];
}

function readNodes(problem: Problem, members: readonly number[]): Nodes {
  const { world, graph, cell, bonds, threshold, estimator } = problem;
  const list = toNodes(problem, members);
  const nodeOf = new Map(list.flatMap((node, k) => node.map((i) => [i, k])));
  const maskOf = (node: readonly number[], partners: (i: number) => Iterable<number>) => {
    let mask = 0;
    for (const i of node) for (const j of partners(i)) mask |= 1 << (nodeOf.get(j) ?? 31);
    return mask & ~(1 << 31);
  };
  const linked = (i: number) =>
    [...graph.neighbor.subarray(graph.offset[i], graph.offset[i + 1])].filter(
      (j) => cell[j] === cell[i],
    );
  const sum = (node: readonly number[], of: (i: number) => number) =>
    node.reduce((s, i) => s + of(i), 0);
  const spanM = list.map((a) =>
    list.map((b) => {
      const both = [...new Set([...a, ...b])];
      return estimator.spanM(both, both.length);
    }),
  );
  return {
    list,
    spanM,
    sums: list.map((node, k) => ({
      households: sum(node, (i) => world.compounds[i].households),
      floorAreaM2: sum(node, (i) => world.compounds[i].floorAreaM2),
      threshold: sum(node, (i) => threshold?.[i] ?? 0),
      compounds: node.length,
      spanM: spanM[k][k],
    })),
    adjacent: list.map((node) => maskOf(node, linked)),
    apart: list.map((node) =>
      maskOf(node, (i) => members.filter((j) => areApart(bonds.apart, i, j))),
    ),
  };
}

/** Every connected set of nodes that breaks at most one limit (ESU, Wernicke 2006). */
function listNeeds(problem: Problem, nodes: Nodes): Need[] {
  const limits = LIMIT_KINDS.map((kind) => limitOf(problem, kind));
  const needs: Need[] = [];
  let visited = 0;
  const grow = (sums: Sums, mask: number, node: number): Sums => {
    const own = nodes.sums[node];
    let { spanM } = sums;
    for (let k = 0; k < nodes.list.length; k++)
      if (((mask | (1 << node)) >> k) & 1) spanM = Math.max(spanM, nodes.spanM[node][k]);
    return {
      households: sums.households + own.households,
      floorAreaM2: sums.floorAreaM2 + own.floorAreaM2,
      threshold: sums.threshold + own.threshold,
      compounds: sums.compounds + own.compounds,
      spanM,
    };
  };
  const extend = (mask: number, border: number, closed: number, sums: Sums): void => {
    if (++visited > MOST_SETS) return;
    const broken = brokenLimits(limits, sums);
    if (broken.filter((kind) => !isMinimum(kind)).length > 1) return;
    if (broken.length === 1) needs.push({ mask, kind: broken[0], value: measure(sums, broken[0]) });
    if (broken.length === 0) needs.push({ mask, kind: null, value: 0 });
    let open = border;
    let shut = closed;
    while (open !== 0) {
      const bit = open & -open;
      const node = 31 - Math.clz32(bit);
      open ^= bit;
      shut |= bit;
      if ((nodes.apart[node] & mask) !== 0) continue;
      const next = (open | nodes.adjacent[node]) & ~shut & ~mask;
      extend(mask | bit, next, shut, grow(sums, mask, node));
    }
  };
  const none = { households: 0, floorAreaM2: 0, threshold: 0, compounds: 0, spanM: 0 };
  for (let root = 0; root < nodes.list.length; root++) {
    const bit = 1 << root;
    const lower = bit | (bit - 1);
    extend(bit, nodes.adjacent[root] & ~lower, lower, grow(none, 0, root));
  }
  return needs;
}

/**
 * Which values of each limit, changed alone, let further districts in: the optimum can change only
 * there. A compound that no district can hold now is first reached where one can.
 * @param members at most 30 nodes
 */
export function findLimitNeeds(problem: Problem, members: readonly number[]): LimitNeeds {
  const nodes = readNodes(problem, members);
  const needs = listNeeds(problem, nodes);
  const closer = (kind: LimitKind) => (a: number, b: number) => (isMinimum(kind) ? b - a : a - b);
  return {
    candidates(kind, compound) {
      const bit = 1 << nodes.list.findIndex((node) => node.includes(compound));
      const own = needs.filter(({ mask }) => (mask & bit) !== 0);
      const isFeasible = own.some((need) => need.kind === null);
      const order = closer(kind);
      const first = own
        .filter((need) => need.kind === kind)
        .map(({ value }) => value)
        .sort(order)[0];
      if (!isFeasible && first === undefined) return [];
      const values = needs.filter((need) => need.kind === kind).map(({ value }) => value);
      return [...new Set(values)]
        .sort(order)
        .filter((value) => isFeasible || order(value, first) >= 0);
    },
  };
}

/** The parameters with one limit changed. */
export function withLimit({ parameters }: Problem, kind: LimitKind, to: number) {
  const { limits, threshold } = parameters;
  if (kind === "threshold") return { threshold: threshold && { ...threshold, min: to } };
  const key = {
    "min-households": "minHouseholds",
    "min-floor-area": "minFloorAreaM2",
    "max-households": "maxHouseholds",
    "max-floor-area": "maxFloorAreaM2",
    "max-compounds": "maxCompounds",
    "max-span": "maxSpanM",
  } as const;
  return { limits: { ...limits, [key[kind]]: to } };
}
