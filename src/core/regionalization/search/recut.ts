import type { Districts } from "./districts.ts";
import type { Change, Judge } from "./judge.ts";
import { PartCut } from "./part-cut.ts";
import type { Random } from "./random.ts";
import type { Reach } from "./reach.ts";
import type { Surplus } from "./surplus.ts";
import { MOST_NODES, TreeWindow } from "./tree-window.ts";

/** Surplus value (see Surplus) up to which a district has nothing to give: a fifth of the minimum. */
const POOR_SURPLUS = 0.04;

/**
 * Large-neighbourhood step (Shaw 1998) by merging and cutting again (ReCom, DeFord, Duchin & Solomon
 * 2021): some neighbouring districts become one window, a random tree of it is cut anew.
 */
export class Recut {
  private readonly window: TreeWindow;
  private readonly cut: PartCut;
  private readonly values: Float64Array;
  private readonly taken: Int32Array;
  private takenCount = 0;
  private readonly change: Change = { householdsLeftOut: 0, districts: 0, value: 0 };
  private leftOutBefore = 0;
  private householdsInside = 0;

  constructor(
    private readonly districts: Districts,
    private readonly random: Random,
    reach: Reach,
  ) {
    this.window = new TreeWindow(districts.piece, random);
    this.cut = new PartCut(districts.piece, {
      window: this.window,
      random,
      reach,
      admits: districts.kernel.admits,
    });
    this.values = new Float64Array(this.window.nodes.length);
    this.taken = new Int32Array(this.window.nodes.length);
  }

  /** Districts in the window. */
  get merged(): number {
    return this.takenCount;
  }

  /** Nodes of the last window: what the last step cost. */
  get cost(): number {
    return this.window.size;
  }

  /**
   * Collects up to `most` neighbouring districts and left-out nodes, from `seed` on.
   * @param prefersRich mostly passes over districts without surplus; values must be surpluses then
   */
  collect(seed: number, most: number, prefersRich: boolean): void {
    const { window, random } = this;
    const { offset, neighbor } = this.districts.piece;
    window.open();
    this.takenCount = 0;
    this.leftOutBefore = 0;
    this.householdsInside = 0;
    this.include(seed);
    let joined = 1;
    for (let draws = 3 * most; draws > 0 && joined < most; draws--) {
      const node = window.nodes[random.below(window.size)];
      const links = offset[node + 1] - offset[node];
      if (links === 0) return;
      const other = neighbor[offset[node] + random.below(links)];
      if (window.has(other)) continue;
      if (prefersRich && draws > most && this.isPoor(other) && (random.next() & 3) !== 0) continue;
      if (this.include(other)) joined++;
    }
  }

  private isPoor(node: number): boolean {
    const d = this.districts.of[node];
    return d >= 0 && this.districts.value[d] > -POOR_SURPLUS;
  }

  private include(node: number): boolean {
    const { districts, window } = this;
    const d = districts.of[node];
    if (d < 0) {
      if (window.size + 1 > MOST_NODES) return false;
      window.add(node);
      this.leftOutBefore += districts.piece.households[node];
      this.householdsInside += districts.piece.households[node];
      return true;
    }
    if (window.size + districts.nodes[d] > MOST_NODES) return false;
    for (let k = districts.head[d]; k >= 0; k = districts.next[k]) window.add(k);
    this.taken[this.takenCount++] = d;
    this.householdsInside += districts.households[d];
    return true;
  }

  /** Collects the nodes `from … to−1` that are in no district. */
  collectLoose(from: number, to: number): void {
    const { districts, window } = this;
    window.open();
    this.takenCount = 0;
    this.leftOutBefore = 0;
    this.householdsInside = 0;
    for (let node = from; node < to; node++) if (districts.of[node] < 0) this.include(node);
  }

  /**
   * Cuts the collected window anew and keeps the result if `judge` accepts it.
   * @param parts aims at about so many parts of equal size; Infinity: as many as the minimums allow
   * @param surplus values parts by their surplus instead of by the objective
   */
  attempt(parts: number, judge: Judge, surplus: Surplus | null): boolean {
    const { window, cut, change, districts } = this;
    if (window.size === 0) return false;
    window.grow();
    cut.cut(this.householdsInside / parts);
    change.householdsLeftOut = cut.householdsLeftOut - this.leftOutBefore;
    change.districts = cut.count - this.takenCount;
    if (change.householdsLeftOut > 0) return false;
    this.judgeValues(surplus);
    if (!judge.accepts(districts, change)) return false;
    this.commit(surplus !== null);
    return true;
  }

  private judgeValues(surplus: Surplus | null): void {
    const { cut, values, districts, change } = this;
    if (surplus === null) this.fillValues();
    else surplus.fill(cut, this.window, values);
    let total = 0;
    for (let p = 0; p < cut.count; p++) total += values[p];
    for (let k = 0; k < this.takenCount; k++) total -= districts.value[this.taken[k]];
    change.value = total;
  }

  private fillValues(): void {
    const { cut, values, districts } = this;
    cut.sort();
    for (let p = 0; p < cut.count; p++) {
      values[p] = districts.kernel.value(cut.list, cut.start[p], cut.start[p + 1]);
    }
  }

  private commit(unsorted: boolean): void {
    const { cut, districts, values } = this;
    if (unsorted) cut.sort();
    for (let k = 0; k < this.takenCount; k++) districts.dissolve(this.taken[k]);
    for (let p = 0; p < cut.count; p++) {
      const d = districts.open();
      for (let k = cut.start[p]; k < cut.start[p + 1]; k++) districts.add(cut.list[k], d);
      districts.setValue(d, values[p]);
    }
  }
}
