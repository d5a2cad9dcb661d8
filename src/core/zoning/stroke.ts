import type { DistrictChange, Move, ZoningDiff } from "./edit.ts";
import type { District } from "./zoning.ts";

/**
 * What one step has changed so far: for each compound where it was at the beginning, however often
 * it moved since. Moving costs O(1) and allocates nothing.
 */
export class Stroke {
  isOpen = false;
  /** compounds that moved, in the order of their first move */
  readonly moved: Int32Array;
  count = 0;
  readonly from: Int32Array;
  readonly reasonFrom: Uint8Array;
  /** identities before the step, of positions whose identity it changed */
  readonly districtsBefore = new Map<number, District | null>();
  private readonly mark: Int32Array;
  private serial = 0;

  constructor(compounds: number) {
    this.moved = new Int32Array(compounds);
    this.from = new Int32Array(compounds);
    this.reasonFrom = new Uint8Array(compounds);
    this.mark = new Int32Array(compounds);
  }

  open(): void {
    this.serial++;
    this.count = 0;
    this.districtsBefore.clear();
    this.isOpen = true;
  }

  /** Notes where a compound is before it moves. */
  note(compound: number, from: number, reason: number): void {
    if (this.mark[compound] === this.serial) return;
    this.mark[compound] = this.serial;
    this.from[compound] = from;
    this.reasonFrom[compound] = reason;
    this.moved[this.count++] = compound;
  }

  noteDistrict(at: number, before: District | null): void {
    if (!this.districtsBefore.has(at)) this.districtsBefore.set(at, before);
  }

  /** The step as a diff; compounds and districts that are as they were are not in it. O(moved · log). */
  describe(now: {
    readonly assignment: Int32Array;
    readonly reason: Uint8Array;
    readonly districts: readonly District[];
  }): ZoningDiff {
    const moves: Move[] = [];
    for (const compound of this.moved.subarray(0, this.count).toSorted()) {
      const from = this.from[compound];
      const reasonFrom = this.reasonFrom[compound];
      const to = now.assignment[compound];
      const reasonTo = now.reason[compound];
      if (from !== to || reasonFrom !== reasonTo)
        moves.push({ compound, from, to, reasonFrom, reasonTo });
    }
    const districts = [...this.districtsBefore]
      .map(([at, before]): DistrictChange => ({ at, before, after: now.districts[at] ?? null }))
      .filter(({ before, after }) => before?.id !== after?.id || before?.name !== after?.name)
      .sort((a, b) => a.at - b.at);
    return { moves, districts };
  }
}
