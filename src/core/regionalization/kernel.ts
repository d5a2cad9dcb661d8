import type { CostFunction } from "../estimate/cost-function.ts";
import { SUMS } from "../estimate/district-sums.ts";

/** Nodes of a piece and the compounds they stand for; see Piece. */
export interface NodeMembers {
  readonly count: number;
  readonly memberStart: Uint32Array;
  readonly member: Uint32Array;
}

/** A district less one node: its nodes `list[from … to−1]` and running sums `sums[at …]`. */
export interface Rest {
  list: Int32Array;
  from: number;
  to: number;
  sums: Float64Array;
  at: number;
}

/**
 * The last level of an objective as a function of the nodes of one district of one piece: from
 * scratch, and from the value before a single node joins or leaves.
 */
export interface ValueKernel {
  /** additive running sums per district that the changes need */
  readonly moments: number;
  /** whether `joined` and `left` read the list of the rest, not only its sums */
  readonly needsMembers: boolean;
  /** `moments` of each node */
  readonly momentOf: Float64Array;
  /** Value of the district `list[from … to−1]`, at least one node, in any order. */
  value(list: Int32Array, from: number, to: number): number;
  /** Value of `rest` with `node`, given the value `before` it joined. */
  joined(rest: Rest, node: number, before: number): number;
  /** Value of `rest`, not empty, given the value `before` `node` left it. */
  left(rest: Rest, node: number, before: number): number;
}

/** A value with the one rule of districts that does not add up: whether they pay their way. */
export interface ObjectiveKernel extends ValueKernel {
  /** Whether the nodes `list[from … to−1]` may be a district; null: all may. */
  readonly admits: ((list: Int32Array, from: number, to: number) => boolean) | null;
}

/** The same rule over nodes as over compounds. */
export function nodeAdmission(
  { memberStart, member }: NodeMembers,
  admits: ((members: ArrayLike<number>, count: number) => boolean) | null,
): ObjectiveKernel["admits"] {
  if (admits === null) return null;
  const members = new Int32Array(member.length);
  return (list, from, to) => {
    let count = 0;
    for (let k = from; k < to; k++) {
      for (let m = memberStart[list[k]]; m < memberStart[list[k] + 1]; m++) {
        members[count++] = member[m];
      }
    }
    return admits(members, count);
  };
}

/** Every district is worth 0. */
export function worthlessKernel(): ValueKernel {
  const momentOf = new Float64Array(0);
  const nothing = () => 0;
  return {
    moments: 0,
    needsMembers: false,
    momentOf,
    value: nothing,
    joined: nothing,
    left: nothing,
  };
}

/**
 * Yearly net operating cost, whole yuan. What adds up is kept in whole running sums, so a change
 * gives the same bits as a value from scratch; walls and span are found anew among the members.
 */
export function costKernel(piece: NodeMembers, cost: CostFunction): ValueKernel {
  const { count, memberStart, member } = piece;
  const momentOf = new Float64Array(count * SUMS);
  for (let node = 0; node < count; node++) {
    for (let m = memberStart[node]; m < memberStart[node + 1]; m++) {
      const from = member[m] * SUMS;
      for (let s = 0; s < SUMS; s++) momentOf[node * SUMS + s] += cost.sums[from + s];
    }
  }
  const sums = new Float64Array(SUMS);
  const of = { members: new Int32Array(member.length), count: 0 };
  const append = (node: number) => {
    for (let m = memberStart[node]; m < memberStart[node + 1]; m++) {
      of.members[of.count++] = member[m];
    }
  };
  const collect = (list: Int32Array, from: number, to: number) => {
    of.count = 0;
    for (let k = from; k < to; k++) append(list[k]);
  };
  return {
    moments: SUMS,
    needsMembers: true,
    momentOf,
    value(list, from, to) {
      collect(list, from, to);
      sums.fill(0);
      for (let k = from; k < to; k++) {
        for (let s = 0; s < SUMS; s++) sums[s] += momentOf[list[k] * SUMS + s];
      }
      return cost.netCostOfSums(sums, 0, of);
    },
    joined(rest, node) {
      collect(rest.list, rest.from, rest.to);
      append(node);
      for (let s = 0; s < SUMS; s++) sums[s] = rest.sums[rest.at + s] + momentOf[node * SUMS + s];
      return cost.netCostOfSums(sums, 0, of);
    },
    left(rest) {
      collect(rest.list, rest.from, rest.to);
      return cost.netCostOfSums(rest.sums, rest.at, of);
    },
  };
}

/**
 * Weighted squared deviations from the district's weighted mean, summed over `columns`. What a node
 * adds to a rest is w·W/(w + W) × the squared distance of the means (Chan, Golub & LeVeque 1983).
 * @param data.weight per position of `piece.member`
 * @param data.columns the same, one per attribute
 * @param data.whole whether values from scratch are rounded
 */
export function squaresKernel(
  piece: NodeMembers,
  data: {
    readonly weight: Float64Array;
    readonly columns: readonly Float64Array[];
    readonly whole: boolean;
  },
): ValueKernel {
  const { weight, columns, whole } = data;
  const { count, memberStart } = piece;
  const moments = 1 + columns.length;
  const momentOf = new Float64Array(count * moments);
  const inner = new Float64Array(count);
  for (let node = 0; node < count; node++) {
    const at = node * moments;
    for (let m = memberStart[node]; m < memberStart[node + 1]; m++) {
      momentOf[at] += weight[m];
      columns.forEach((column, c) => {
        momentOf[at + 1 + c] += weight[m] * column[m];
      });
    }
    for (let m = memberStart[node]; m < memberStart[node + 1]; m++) {
      columns.forEach((column, c) => {
        inner[node] += weight[m] * (column[m] - momentOf[at + 1 + c] / momentOf[at]) ** 2;
      });
    }
  }
  const sums = new Float64Array(moments);
  const gain = (of: Float64Array, at: number, node: number) => {
    const own = node * moments;
    const w = momentOf[own];
    const all = of[at];
    let distance = 0;
    for (let c = 1; c < moments; c++) {
      const apart = of[at + c] / all - momentOf[own + c] / w;
      distance += apart * apart;
    }
    return ((w * all) / (w + all)) * distance + inner[node];
  };
  const value = (list: Int32Array, from: number, to: number) => {
    let total = inner[list[from]];
    for (let c = 0; c < moments; c++) sums[c] = momentOf[list[from] * moments + c];
    for (let k = from + 1; k < to; k++) {
      total += gain(sums, 0, list[k]);
      for (let c = 0; c < moments; c++) sums[c] += momentOf[list[k] * moments + c];
    }
    return whole ? Math.round(total) : total;
  };
  return {
    moments,
    needsMembers: false,
    momentOf,
    value,
    joined: (rest, node, before) => before + gain(rest.sums, rest.at, node),
    left: (rest, node, before) => before - gain(rest.sums, rest.at, node),
  };
}

/** Sum of absolute differences over all pairs of compounds, summed over `columns`. */
export function pairwiseKernel(piece: NodeMembers, columns: readonly Float64Array[]): ValueKernel {
  const { memberStart } = piece;
  const apart = (a: number, b: number) => {
    let sum = 0;
    for (const column of columns) {
      for (let m = memberStart[a]; m < memberStart[a + 1]; m++) {
        for (let k = memberStart[b]; k < memberStart[b + 1]; k++) {
          sum += Math.abs(column[m] - column[k]);
        }
      }
    }
    return sum;
  };
  const inner = Float64Array.from({ length: piece.count }, (_, node) => apart(node, node) / 2);
  const gain = ({ list, from, to }: Pick<Rest, "list" | "from" | "to">, node: number) => {
    let sum = inner[node];
    for (let k = from; k < to; k++) sum += apart(list[k], node);
    return sum;
  };
  const value = (list: Int32Array, from: number, to: number) => {
    let total = 0;
    for (let k = from; k < to; k++) {
      total += inner[list[k]];
      for (let j = from; j < k; j++) total += apart(list[j], list[k]);
    }
    return total;
  };
  return {
    moments: 0,
    needsMembers: true,
    momentOf: new Float64Array(0),
    value,
    joined: (rest, node, before) => before + gain(rest, node),
    left: (rest, node, before) => before - gain(rest, node),
  };
}
