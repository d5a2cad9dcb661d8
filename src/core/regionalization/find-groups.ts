import type { Issue } from "../base/issue.ts";
import { findApart, type PairRows } from "./apart.ts";
import { breaksUpper } from "./breaks-upper.ts";
import type { BondInput, Lock } from "./plan-rules.ts";
import { ruleIssue } from "./rule-issue.ts";
import type { SettledLocks } from "./settle-locks.ts";

/** Compounds that share a district or are left out together. */
export interface Group {
  /** ascending, in one envelope cell */
  readonly members: readonly number[];
  /** the lock whose district they begin; null: none */
  readonly lock: Lock | null;
}

/** Disjoint sets under union, each by its smallest member (Tarjan 1975, path halving). */
function createSets(count: number) {
  const parent = new Int32Array(count);
  for (let i = 0; i < count; i++) parent[i] = i;
  const find = (i: number): number => {
    let root = i;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  };
  const unite = (a: number, b: number): void => {
    const [low, high] = [find(a), find(b)].sort((p, q) => p - q);
    parent[high] = low;
  };
  return { find, unite };
}

type Sets = ReturnType<typeof createSets>;

interface Settling {
  readonly input: BondInput;
  readonly locks: SettledLocks;
  readonly never: PairRows;
  readonly sets: Sets;
  /** members of every set of two or more, by its smallest */
  readonly members: Map<number, number[]>;
}

function setOf({ sets, members }: Settling, i: number): number[] {
  return members.get(sets.find(i)) ?? [i];
}

/** Two members that cannot be in one district, and the code that says why. */
function findConflict(settling: Settling, entry: readonly number[]) {
  const { input, locks, never } = settling;
  const [first] = entry;
  const foreign = entry.find((i) => input.cell[i] !== input.cell[first]);
  if (foreign !== undefined) return { code: "must-across-cells", a: first, b: foreign } as const;
  const kept = entry.find((i) => locks.keptOf[i] >= 0);
  if (kept !== undefined) {
    const other = entry.find((i) => locks.keptOf[i] !== locks.keptOf[kept]);
    return other === undefined ? null : ({ code: "must-in-kept", a: other, b: kept } as const);
  }
  const all = [...new Set(entry.flatMap((i) => setOf(settling, i)))].sort((a, b) => a - b);
  const pair = findApart(never, all) ?? findAnchors(input, locks, all);
  return pair === null ? null : ({ code: "must-and-never", a: pair[0], b: pair[1] } as const);
}

/** Two anchors that would begin one district, unless one lock holds them both. */
function findAnchors({ participant, parameters }: BondInput, locks: SettledLocks, all: number[]) {
  if (!parameters.anchorsAsSeeds) return null;
  const anchors = all.filter((i) => participant[i] === 2);
  const other = anchors.find(
    (i) =>
      locks.openOf[i] !== locks.openOf[anchors[0]] || (locks.openOf[i] < 0 && i !== anchors[0]),
  );
  return other === undefined ? null : ([anchors[0], other] as const);
}

function join(settling: Settling, entry: readonly number[]): void {
  const { sets, members } = settling;
  const all = [...new Set(entry.flatMap((i) => setOf(settling, i)))].sort((a, b) => a - b);
  for (const i of all) members.delete(sets.find(i));
  for (const i of all) sets.unite(all[0], i);
  members.set(all[0], all);
}

function applyEntry(settling: Settling, given: readonly number[]): Issue[] {
  const { world, participant } = settling.input;
  const entry = [...new Set(given)].filter((i) => participant[i]);
  const idle = given.filter((i) => !participant[i]);
  const issues = idle.map((a) =>
    ruleIssue(world, "rule-no-participant", { a, args: { district: "" } }),
  );
  if (entry.length < 2) return issues;
  const conflict = findConflict(settling, entry);
  if (conflict === null) {
    if (settling.locks.keptOf[entry[0]] < 0) join(settling, entry);
    return issues;
  }
  const { code, a, b } = conflict;
  return [...issues, ruleIssue(world, code, { a, b })];
}

/**
 * Groups of must-together and open locks, closed under "and": an entry that would put two compounds
 * together that may not be (never-together, two locks, two anchors, two cells, a kept district) is
 * not applied (R32, R33).
 */
export function findGroups(input: BondInput, locks: SettledLocks, never: PairRows) {
  const n = input.world.compounds.length;
  const settling: Settling = { input, locks, never, sets: createSets(n), members: new Map() };
  for (const lock of locks.open) join(settling, lock.compounds);
  const issues = input.rules.mustTogether.flatMap((entry) => applyEntry(settling, entry));
  const groups = [...settling.members.values()]
    .sort((a, b) => a[0] - b[0])
    .map((members): Group => ({ members, lock: lockOf(locks, members) }));
  const groupOf = new Int32Array(n).fill(-1);
  groups.forEach(({ members }, g) => {
    for (const i of members) groupOf[i] = g;
  });
  for (const { members } of groups) {
    const limit = breaksUpper(input.world, input.parameters.limits, members);
    if (limit === null || members.length === 1) continue;
    const about = { a: members[0], b: members[1], args: { limit } };
    issues.push(ruleIssue(input.world, "must-beyond-limit", about));
  }
  return { groups, groupOf, issues };
}

function lockOf({ open, openOf }: SettledLocks, members: readonly number[]): Lock | null {
  const locked = members.find((i) => openOf[i] >= 0);
  return locked === undefined ? null : open[openOf[locked]];
}
