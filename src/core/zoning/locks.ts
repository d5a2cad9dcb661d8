import type { MemberLists } from "./member-lists.ts";

/** Compounds settled in the district they are in; `whole`: nobody may join or leave it. */
interface LockedCompounds {
  readonly compounds: readonly number[];
  readonly whole: boolean;
}

/** Which moves locks forbid: a locked compound stays where it is, a locked district as it is (Z33). */
export class Locks {
  /** length n: 1 = may not move */
  private readonly pinned: Uint8Array;
  /** compounds of locks that are whole: where they are, nobody joins or leaves */
  private readonly closed = new Set<number>();

  /** O(n + locked). */
  constructor(locks: readonly LockedCompounds[], lists: MemberLists) {
    this.pinned = new Uint8Array(lists.of.length);
    for (const { compounds, whole } of locks) {
      for (const i of compounds) {
        this.pinned[i] = 1;
        if (whole && lists.of[i] >= 0) this.closed.add(lists.of[i]);
      }
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
