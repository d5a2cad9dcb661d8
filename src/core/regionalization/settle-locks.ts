import type { Issue } from "../base/issue.ts";
import { breaksUpper } from "./breaks-upper.ts";
import type { BondInput, KeptDistrict, Lock } from "./plan-rules.ts";
import { ruleIssue } from "./rule-issue.ts";

/** Locks after settling: each compound in at most one, only those that take part. */
export interface SettledLocks {
  /** locks that others may join */
  readonly open: readonly Lock[];
  /** length n: position in `open`, −1 = in none */
  readonly openOf: Int32Array;
  readonly kept: readonly KeptDistrict[];
  /** length n: position in `kept`, −1 = in none */
  readonly keptOf: Int32Array;
  readonly issues: readonly Issue[];
}

/** Locks of one district id joined; the first gives the name, one that is whole makes all whole. */
function joinById(locks: readonly Lock[]): Lock[] {
  const byId = new Map<string, Lock>();
  for (const lock of locks) {
    const known = byId.get(lock.id);
    byId.set(lock.id, {
      ...(known ?? lock),
      compounds: [...(known?.compounds ?? []), ...lock.compounds],
      whole: lock.whole || (known?.whole ?? false),
    });
  }
  return [...byId.values()];
}

/** The lock's compounds that take part and are in no earlier lock, ascending. */
function claim(input: BondInput, lock: Lock, takenBy: (string | undefined)[], issues: Issue[]) {
  const own: number[] = [];
  for (const i of new Set(lock.compounds)) {
    const args = { district: lock.id };
    if (!input.participant[i]) {
      issues.push(ruleIssue(input.world, "rule-no-participant", { a: i, args }));
    } else if (takenBy[i] !== undefined) {
      const both = { ...args, other: takenBy[i] };
      issues.push(ruleIssue(input.world, "lock-twice", { a: i, args: both }));
    } else {
      takenBy[i] = lock.id;
      own.push(i);
    }
  }
  return own.sort((a, b) => a - b);
}

/** Why nobody can join a lock, if so: it reaches into several cells, or is full beyond a limit. */
function whyClosed(input: BondInput, members: readonly number[]) {
  if (members.some((i) => input.cell[i] !== input.cell[members[0]])) return "lock-across-cells";
  return breaksUpper(input.world, input.parameters.limits, members) ? "lock-beyond-limit" : null;
}

/**
 * Locks never move (R30): whole ones, and those that nobody can join, are kept as districts; the
 * others become groups that the solve builds districts around.
 */
export function settleLocks(input: BondInput): SettledLocks {
  const n = input.world.compounds.length;
  const open: Lock[] = [];
  const kept: KeptDistrict[] = [];
  const openOf = new Int32Array(n).fill(-1);
  const keptOf = new Int32Array(n).fill(-1);
  const issues: Issue[] = [];
  const takenBy: (string | undefined)[] = [];
  for (const lock of joinById(input.rules.locks)) {
    const members = claim(input, lock, takenBy, issues);
    if (members.length === 0) continue;
    const closed = lock.whole ? null : whyClosed(input, members);
    if (closed !== null) {
      const about = { a: members[0], args: { district: lock.id } };
      issues.push(ruleIssue(input.world, closed, about));
    }
    const isKept = lock.whole || closed !== null;
    for (const i of members) (isKept ? keptOf : openOf)[i] = isKept ? kept.length : open.length;
    if (isKept) kept.push({ id: lock.id, name: lock.name, members });
    else open.push({ ...lock, compounds: members });
  }
  return { open, openOf, kept, keptOf, issues };
}
