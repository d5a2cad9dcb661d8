import type { ObjectiveKernel } from "../kernel.ts";
import type { Piece, PieceRules } from "../piece.ts";
import type { Random } from "./random.ts";
import type { Reach } from "./reach.ts";
import type { TreeWindow } from "./tree-window.ts";

/** Goes with its parent; fragments are −2, −3, … until a part takes them or leaves them at OUT. */
const WITH_PARENT = -1;
const OUT = -1;
const FIRST_FRAGMENT = -2;

/** What a cut works with. */
export interface CutTools {
  readonly window: TreeWindow;
  readonly random: Random;
  readonly reach: Reach;
  /** whether the nodes of a part pay their way; null: it is not asked */
  readonly admits: ObjectiveKernel["admits"];
}

/**
 * A window cut into parts that may be districts: from the leaves of its forest to the roots, every
 * subtree that meets the minimums and the target is cut off (most parts a tree allows: Kundu &
 * Misra 1977). What stays at roots, or would break an upper limit, joins a neighbouring part.
 */
export class PartCut {
  /** number of parts */
  count = 0;
  householdsLeftOut = 0;
  /** per position of the window: part, −1 = left out */
  readonly part: Int32Array;
  /** per part: sums */
  readonly households: Float64Array;
  readonly floorAreaM2: Float64Array;
  readonly threshold: Float64Array;
  readonly size: Int32Array;
  /** nodes of part p after {@link sort}: `list[start[p] … start[p+1]−1]` */
  readonly start: Int32Array;
  readonly list: Int32Array;
  private readonly piece: Piece;
  private readonly rules: PieceRules;
  private readonly window: TreeWindow;
  private readonly random: Random;
  private readonly reach: Reach;
  private readonly admits: CutTools["admits"];
  /** per position: sums of the subtree less what was cut off */
  private readonly h: Float64Array;
  private readonly a: Float64Array;
  private readonly t: Float64Array;
  private readonly s: Int32Array;
  /** position of each fragment's root */
  private readonly root: Int32Array;
  /** positions in no part yet, fragment by fragment */
  private readonly loose: Int32Array;
  private readonly others: Int32Array;

  constructor(piece: Piece, tools: CutTools) {
    const most = tools.window.nodes.length;
    this.piece = piece;
    this.rules = piece.rules;
    this.window = tools.window;
    this.random = tools.random;
    this.reach = tools.reach;
    this.admits = tools.admits;
    this.part = new Int32Array(most);
    this.households = new Float64Array(most);
    this.floorAreaM2 = new Float64Array(most);
    this.threshold = new Float64Array(most);
    this.size = new Int32Array(most);
    this.start = new Int32Array(most + 2);
    this.list = new Int32Array(most);
    this.h = new Float64Array(most);
    this.a = new Float64Array(most);
    this.t = new Float64Array(most);
    this.s = new Int32Array(most);
    this.root = new Int32Array(most);
    this.loose = new Int32Array(most);
    this.others = new Int32Array(most);
  }

  /**
   * Cuts the grown window.
   * @param target households a part should reach before it is cut off, where the upper limits allow
   */
  cut(target: number): void {
    this.load();
    const fragments = this.climb(target);
    this.descend();
    if (this.reach.restricted) this.dissolveForbidden();
    if (fragments > 0 || this.reach.restricted) this.attachAll(fragments);
    if (this.admits !== null) this.keepParts(this.admits);
    this.sumLeftOut();
  }

  private load(): void {
    const { h, a, t, s, piece, window } = this;
    const { order, size } = window;
    for (let i = 0; i < size; i++) {
      const node = order[i];
      h[i] = piece.households[node];
      a[i] = piece.floorAreaM2[node];
      t[i] = piece.threshold[node];
      s[i] = piece.size[node];
    }
  }

  /** Leaves to roots. @returns number of fragments */
  private climb(target: number): number {
    const { h, a, t, s, part, root, rules, window } = this;
    const { parent } = window;
    let fragments = 0;
    this.count = 0;
    for (let i = window.size - 1; i >= 0; i--) {
      const enough = this.isEnough(i);
      if (enough && h[i] >= target) {
        this.cutOff(i);
        continue;
      }
      const p = parent[i];
      const fits =
        p >= 0 &&
        h[i] + h[p] <= rules.maxHouseholds &&
        a[i] + a[p] <= rules.maxFloorAreaM2 &&
        s[i] + s[p] <= rules.maxCompounds;
      if (fits) {
        h[p] += h[i];
        a[p] += a[i];
        t[p] += t[i];
        s[p] += s[i];
        part[i] = WITH_PARENT;
      } else if (enough && (p >= 0 || this.count === 0 || h[i] >= target / 2)) this.cutOff(i);
      else {
        root[fragments] = i;
        part[i] = FIRST_FRAGMENT - fragments++;
      }
    }
    return fragments;
  }

  private isEnough(i: number): boolean {
    const { h, a, t, rules } = this;
    return (
      t[i] >= rules.minThreshold && h[i] >= rules.minHouseholds && a[i] >= rules.minFloorAreaM2
    );
  }

  private cutOff(i: number): void {
    const p = this.count++;
    this.part[i] = p;
    this.households[p] = this.h[i];
    this.floorAreaM2[p] = this.a[i];
    this.threshold[p] = this.t[i];
    this.size[p] = this.s[i];
  }

  /** Roots to leaves: whoever goes with its parent takes its number. */
  private descend(): void {
    const { part, window } = this;
    const { parent, size } = window;
    for (let i = 0; i < size; i++) if (part[i] === WITH_PARENT) part[i] = part[parent[i]];
  }

  /** Parts that break the span or hold a forbidden pair fall apart into loose nodes. */
  private dissolveForbidden(): void {
    this.keepParts((list, from, to) => {
      for (let k = from + 1; k < to; k++) {
        if (!this.reach.admits(list, from, k, list[k])) return false;
      }
      return true;
    });
  }

  /** Leaves out the nodes of parts that are not good. */
  private keepParts(isGood: (list: Int32Array, from: number, to: number) => boolean): void {
    this.sort();
    const { start, list, part, window } = this;
    let kept = 0;
    const parts = this.count;
    for (let p = 0; p < parts; p++) {
      const good = isGood(list, start[p], start[p + 1]);
      for (let k = start[p]; k < start[p + 1]; k++) {
        part[window.position[list[k]]] = good ? kept : OUT;
      }
      if (good) this.movePart(p, kept++);
    }
    this.count = kept;
  }

  private movePart(from: number, to: number): void {
    this.households[to] = this.households[from];
    this.floorAreaM2[to] = this.floorAreaM2[from];
    this.threshold[to] = this.threshold[from];
    this.size[to] = this.size[from];
  }

  /** Fragments whole where a part takes them, else node by node as long as any is taken. */
  private attachAll(fragments: number): void {
    const { part, root, loose, window } = this;
    for (let f = 0; f < fragments; f++) {
      let end = 0;
      for (let i = 0; i < window.size; i++) if (part[i] === FIRST_FRAGMENT - f) loose[end++] = i;
      if (this.attach(end)) continue;
      const alone = this.isEnough(root[f]) && this.admitsAll(OUT, end);
      for (let k = 0; k < end; k++) part[loose[k]] = alone ? this.count : OUT;
      if (alone) this.cutOff(root[f]);
    }
    for (let taken = true; taken; ) {
      taken = false;
      for (let i = 0; i < window.size; i++) {
        if (part[i] !== OUT) continue;
        loose[0] = i;
        if (this.attach(1)) taken = true;
      }
    }
  }

  /** Gives the positions `loose[0 … end−1]` to one neighbouring part, any that fits alike. */
  private attach(end: number): boolean {
    const { piece, part, loose, window, random } = this;
    const { offset, neighbor } = piece;
    let [h, a, t, s] = [0, 0, 0, 0];
    for (let k = 0; k < end; k++) {
      const node = window.order[loose[k]];
      h += piece.households[node];
      a += piece.floorAreaM2[node];
      t += piece.threshold[node];
      s += piece.size[node];
    }
    let best = OUT;
    let rank = -1;
    for (let k = 0; k < end; k++) {
      const node = window.order[loose[k]];
      for (let e = offset[node]; e < offset[node + 1]; e++) {
        if (!window.has(neighbor[e])) continue;
        const p = part[window.position[neighbor[e]]];
        if (p < 0 || p === best || !this.hasRoom(p, h, a, s)) continue;
        const draw = random.next();
        if (draw <= rank || !this.admitsAll(p, end)) continue;
        best = p;
        rank = draw;
      }
    }
    if (best < 0) return false;
    for (let k = 0; k < end; k++) part[loose[k]] = best;
    this.households[best] += h;
    this.floorAreaM2[best] += a;
    this.threshold[best] += t;
    this.size[best] += s;
    return true;
  }

  private hasRoom(p: number, h: number, a: number, s: number): boolean {
    return (
      this.households[p] + h <= this.rules.maxHouseholds &&
      this.floorAreaM2[p] + a <= this.rules.maxFloorAreaM2 &&
      this.size[p] + s <= this.rules.maxCompounds
    );
  }

  /** Whether part p (OUT: a new one) may take all of `loose[0 … end−1]` by span and never-together. */
  private admitsAll(p: number, end: number): boolean {
    if (!this.reach.restricted) return true;
    const { part, others, loose, window, reach } = this;
    let count = 0;
    for (let i = 0; p >= 0 && i < window.size; i++)
      if (part[i] === p) others[count++] = window.order[i];
    for (let k = 0; k < end; k++) {
      const node = window.order[loose[k]];
      if (!reach.admits(others, 0, count, node)) return false;
      others[count++] = node;
    }
    return true;
  }

  private sumLeftOut(): void {
    const { part, piece, window } = this;
    this.householdsLeftOut = 0;
    for (let i = 0; i < window.size; i++) {
      if (part[i] < 0) this.householdsLeftOut += piece.households[window.order[i]];
    }
  }

  /** Lists the nodes part by part. */
  sort(): void {
    const { start, list, part, window, count } = this;
    start.fill(0, 0, count + 2);
    for (let i = 0; i < window.size; i++) if (part[i] >= 0) start[part[i] + 2]++;
    for (let p = 1; p <= count; p++) start[p + 1] += start[p];
    for (let i = 0; i < window.size; i++) {
      if (part[i] >= 0) list[start[part[i] + 1]++] = window.order[i];
    }
  }
}
