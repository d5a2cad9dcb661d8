import Flatbush from "flatbush";
import type { Issue } from "../base/issue.ts";
import type { BondInput } from "./plan-rules.ts";
import { ruleIssue } from "./rule-issue.ts";
import type { SettledLocks } from "./settle-locks.ts";

/** Symmetric pairs of compounds in rows: partners of i are `other[start[i] … start[i+1]−1]`, ascending. */
export interface PairRows {
  /** length n + 1 */
  readonly start: Uint32Array;
  readonly other: Uint32Array;
}

type Pair = readonly [number, number];

/** Rows of pairs given in any order and number of times. O(n + pairs · log). */
function toRows(count: number, pairs: readonly Pair[]): PairRows {
  const sorted = pairs
    .flatMap(([a, b]): Pair[] => [
      [a, b],
      [b, a],
    ])
    .sort((p, q) => p[0] - q[0] || p[1] - q[1]);
  const once = sorted.filter(
    ([a, b], k) => k === 0 || sorted[k - 1][0] !== a || sorted[k - 1][1] !== b,
  );
  const start = new Uint32Array(count + 1);
  for (const [a] of once) start[a + 1]++;
  for (let i = 0; i < count; i++) start[i + 1] += start[i];
  return { start, other: Uint32Array.from(once, ([, b]) => b) };
}

/** True when `a` and `b` stand in the rows. O(log of the row). */
export function areApart({ start, other }: PairRows, a: number, b: number): boolean {
  let low = start[a];
  let high = start[a + 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (other[middle] < b) low = middle + 1;
    else high = middle;
  }
  return low < start[a + 1] && other[low] === b;
}

/** First pair of `members` that stands in the rows, null when none. */
export function findApart(rows: PairRows, members: readonly number[]): Pair | null {
  const own = new Set(members);
  for (const a of members) {
    for (let k = rows.start[a]; k < rows.start[a + 1]; k++) {
      if (own.has(rows.other[k])) return [a, rows.other[k]];
    }
  }
  return null;
}

/** One compound of each open lock of a cell against one of each other: locks never share a district. */
function betweenLocks({ cell }: BondInput, { open }: SettledLocks): Pair[] {
  return open.flatMap((one, k) =>
    open
      .slice(k + 1)
      .filter((other) => cell[other.compounds[0]] === cell[one.compounds[0]])
      .map((other): Pair => [one.compounds[0], other.compounds[0]]),
  );
}

/**
 * Never-together as stated, and between open locks (R31). A pair inside one lock is not applied: the
 * lock stands. Pairs with a compound that takes no part hold by themselves.
 */
export function statedRows(
  input: BondInput,
  locks: SettledLocks,
): { readonly rows: PairRows; readonly issues: readonly Issue[] } {
  const { world, participant, rules } = input;
  const issues: Issue[] = [];
  const pairs: Pair[] = betweenLocks(input, locks);
  for (const [a, b] of rules.neverTogether) {
    const idle = [a, b].find((i) => !participant[i]);
    const isLocked = (of: Int32Array) => of[a] >= 0 && of[a] === of[b];
    if (idle !== undefined) {
      issues.push(ruleIssue(world, "rule-no-participant", { a: idle, args: { district: "" } }));
    } else if (isLocked(locks.keptOf) || isLocked(locks.openOf)) {
      issues.push(ruleIssue(world, "never-inside-lock", { a, b }));
    } else if (a !== b) pairs.push([a, b]);
  }
  return { rows: toRows(world.compounds.length, pairs), issues };
}

/** Pairs of anchors of one cell no farther apart than a district may span. */
function betweenAnchors(input: BondInput, { keptOf }: SettledLocks): Pair[] {
  const { world, participant, cell, parameters } = input;
  const anchors = [...participant.keys()].filter((i) => participant[i] === 2 && keptOf[i] < 0);
  if (anchors.length < 2) return [];
  const { centroid } = world.shapes;
  const tree = new Flatbush(anchors.length);
  for (const i of anchors)
    tree.add(centroid[2 * i], centroid[2 * i + 1], centroid[2 * i], centroid[2 * i + 1]);
  tree.finish();
  const reachM = parameters.limits.maxSpanM ?? Infinity;
  return anchors.flatMap((a) => {
    const [x, y] = [centroid[2 * a], centroid[2 * a + 1]];
    return tree
      .search(x - reachM, y - reachM, x + reachM, y + reachM)
      .map((k) => anchors[k])
      .filter((b) => b > a && cell[b] === cell[a])
      .map((b): Pair => [a, b]);
  });
}

/**
 * The stated rows and, where anchors begin districts of their own, the pairs of anchors (R35). With
 * a greatest span only anchors near each other are paired, so that the rows stay short.
 */
export function apartRows(input: BondInput, locks: SettledLocks, stated: PairRows): PairRows {
  if (!input.parameters.anchorsAsSeeds) return stated;
  const pairs: Pair[] = betweenAnchors(input, locks).filter(
    ([a, b]) => locks.openOf[a] < 0 || locks.openOf[a] !== locks.openOf[b],
  );
  for (let a = 0; a + 1 < stated.start.length; a++) {
    for (let k = stated.start[a]; k < stated.start[a + 1]; k++) pairs.push([a, stated.other[k]]);
  }
  return toRows(input.world.compounds.length, pairs);
}
