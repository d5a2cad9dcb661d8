import type { Issue } from "../base/issue.ts";
import type { ContiguityGraph } from "../contiguity/graph.ts";
import { apartRows, type PairRows, statedRows } from "./apart.ts";
import { findGroups, type Group } from "./find-groups.ts";
import { linkGroups } from "./link-groups.ts";
import type { BondInput, KeptDistrict } from "./plan-rules.ts";
import { settleLocks } from "./settle-locks.ts";

/** The rules of a plan as the solve obeys them: consistent, closed under must-together. */
export interface Bonds {
  /** sets of two or more, or of a locked one, that share a district; by smallest member */
  readonly groups: readonly Group[];
  /** length n: position in `groups`, −1 = in none */
  readonly groupOf: Int32Array;
  /** pairs that never share a district: as stated, and between locks */
  readonly never: PairRows;
  /** `never`, and pairs of anchors that begin districts of their own where the span lets them meet */
  readonly apart: PairRows;
  readonly kept: readonly KeptDistrict[];
  /** length n: position in `kept`, −1 = in none */
  readonly keptOf: Int32Array;
  /** the graph with the links that must-together groups need to hang together */
  readonly graph: ContiguityGraph;
  /** rules that are not applied, or applied with a consequence worth knowing */
  readonly issues: readonly Issue[];
}

/**
 * Settles the rules against each other and against the data, in their order: locks come first, then
 * never-together, then must-together; what contradicts an earlier one is not applied and becomes an
 * issue that names both compounds (SPEC R30–R34). O(n + rules), and O(links) per pair to be linked.
 */
export function resolveBonds(input: BondInput): Bonds {
  const locks = settleLocks(input);
  const stated = statedRows(input, locks);
  const found = findGroups(input, locks, stated.rows);
  const linked = linkGroups(input, found.groups);
  return {
    groups: found.groups,
    groupOf: found.groupOf,
    never: stated.rows,
    apart: apartRows(input, locks, stated.rows),
    kept: locks.kept,
    keptOf: locks.keptOf,
    graph: linked.graph,
    issues: [...locks.issues, ...stated.issues, ...found.issues, ...linked.issues],
  };
}

/** Compounds that stay with compound `i`, itself included. */
export function groupMembers({ groups, groupOf }: Bonds, i: number): readonly number[] {
  return groupOf[i] < 0 ? [i] : groups[groupOf[i]].members;
}
