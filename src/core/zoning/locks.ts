import type { EditTerms } from "./edit-terms.ts";
import type { MemberLists } from "./member-lists.ts";

/** Which moves locks forbid: a locked compound stays where it is, a locked district as it is (Z33). */
export class Locks {
  /** length n: 1 = may not move */
  private readonly pinned: Uint8Array;
  /** districts of locks that are kept as they are: nobody joins or leaves */
  private readonly closed = new Set<number>();

  /** O(n + locked). */
  constructor({ rules, bonds }: Pick<EditTerms, "rules" | "bonds">, lists: MemberLists) {
    this.pinned = new Uint8Array(lists.of.length);
    for (const { compounds } of rules.locks) for (const i of compounds) this.pinned[i] = 1;
    for (const { members } of bonds.kept) {
      for (const i of members) if (lists.of[i] >= 0) this.closed.add(lists.of[i]);
    }
  }

  /** Allocates nothing. @param from, to district positions, −1 = none */
  allows(compound: number, from: number, to: number): boolean {
    if (this.pinned[compound] === 1) return false;
    return this.closed.size === 0 || !(this.closed.has(from) || this.closed.has(to));
  }

  isPinned(compound: number): boolean {
    return this.pinned[compound] === 1;
  }

  isClosed(district: number): boolean {
    return this.closed.has(district);
  }
}
