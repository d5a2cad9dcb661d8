import type { ObjectiveKernel } from "../kernel.ts";
import type { Piece } from "../piece.ts";
import { compareStandings, type Order, type Standing } from "../standing.ts";
import { adoptStart } from "./adopt-start.ts";
import type { Districts } from "./districts.ts";
import { Judge } from "./judge.ts";
import { priceNodes } from "./price-nodes.ts";
import { Random } from "./random.ts";
import { createReach, type Reach } from "./reach.ts";
import { Recut } from "./recut.ts";
import { PricedSurplus, SumSurplus, type Surplus } from "./surplus.ts";
import { UnitMove } from "./unit-move.ts";

/** Nodes of a construction window at least, and districts it should have room for. */
const CONSTRUCTION = { nodes: 2048, districts: 8 };
/** Stretch of the Hilbert order that is worked on at a time, so that it stays in the cache. */
const STRETCH = 2048;
/** Windows per node before the sweep moves on to the next stretch. */
const PER_VISIT = 4;
/** Nodes looked at between two yields. */
const SLICE = 256;
/** Iterations up to which one cycle takes them all; more are taken as "until stopped". */
const PLANNED = 500;
/** Windows per node of the first of several cycles; each next one is three times as long. */
const FIRST_CYCLE = 64;
/** A piece smaller than this gets the iterations of one of this size. */
const LEAST_NODES = 60;
/** Share of a cycle spent on the number of districts, where both it and the value count. */
const COUNTING_SHARE = 2 / 3;
/** Most districts merged in a window. */
const MOST_MERGED = { counting: 6, valuing: 4 };
/** Unit moves tried per window while annealing. */
const MOVES_PER_WINDOW = 12;
/** Iterations from which prices of nodes are worth their work, and effort between two steps of it. */
const LEAST_PRICED = 50;
const PRICING_EVERY = 100_000;
/** First and last temperature as multiples of the mean change of value, and how many are probed. */
const HOT = 6;
const COLD = 0.07;
const SAMPLES = 256;

/** What a piece is searched with. */
export interface PieceGoal {
  readonly goal: Order & { readonly hasValue: boolean };
  readonly seed: number;
}

/** The search over one piece in Hilbert order: construction, then cycles of annealing. */
export class PieceSearch {
  /** the best noted so far */
  standing: Standing;
  private readonly piece: Piece;
  private readonly goal: PieceGoal["goal"];
  private readonly kernel: ObjectiveKernel;
  private readonly random: Random;
  private readonly districts: Districts;
  private readonly reach: Reach;
  private readonly recut: Recut;
  private readonly unitMove: UnitMove;
  private readonly judge: Judge;
  private surplus: Surplus;
  /** prices of nodes under way, worked on while counting; null: none, or done */
  private pricing: Generator<number, Float64Array | null, void> | null = null;
  private readonly saved: Int32Array;
  private readonly list: Int32Array;
  private readonly countingShare: number;
  /** windows to try altogether, and tried so far */
  private windows = 1;
  private tried = 0;

  /** @param districts everything left out */
  constructor(districts: Districts, { goal, seed }: PieceGoal) {
    const { piece, kernel } = districts;
    this.piece = piece;
    this.goal = goal;
    this.kernel = kernel;
    this.random = new Random(seed);
    this.districts = districts;
    this.reach = createReach(piece);
    this.recut = new Recut(this.districts, this.random, this.reach);
    this.unitMove = new UnitMove(this.districts, this.random, this.reach);
    this.judge = new Judge(this.random, goal);
    this.surplus = new SumSurplus(piece.rules);
    this.saved = new Int32Array(piece.count).fill(-1);
    this.list = new Int32Array(piece.count);
    const counting = goal.countsDistricts && goal.wanted === null;
    this.countingShare = counting ? (goal.hasValue ? COUNTING_SHARE : 1) : 0;
    this.standing = {
      householdsLeftOut: this.districts.householdsLeftOut,
      districts: 0,
      value: 0,
    };
  }

  /** 0 … 1 of the iterations. */
  get done(): number {
    return Math.min(1, this.tried / this.windows);
  }

  /** Begins with a given zoning, as far as it keeps the rules. */
  adopt(start: Int32Array): void {
    adoptStart(this.districts, this.reach, start);
    this.value(null);
    this.note();
  }

  /** Cuts the nodes that are in no district, stretch by stretch. */
  *construct(): Generator<number, void> {
    const { count } = this.piece;
    const wanted = this.goal.wanted;
    const perDistrict = wanted === null ? 1 : count / Math.max(1, wanted);
    const length = Math.max(CONSTRUCTION.nodes, Math.ceil(CONSTRUCTION.districts * perDistrict));
    for (let from = 0; from < count; from += length) {
      const to = Math.min(count, from + length);
      this.recut.collectLoose(from, to);
      const parts = wanted === null ? Infinity : ((to - from) / count) * wanted;
      this.recut.attempt(parts, this.judge, null);
      yield to - from;
    }
    this.note();
  }

  /** @param iterations windows per node altogether */
  *improve(iterations: number): Generator<number, void> {
    const nodes = Math.max(this.piece.count, LEAST_NODES);
    this.windows = iterations * nodes;
    if (this.countingShare > 0 && iterations >= LEAST_PRICED) this.pricing = priceNodes(this.piece);
    let left = iterations;
    const first = iterations <= PLANNED ? iterations : FIRST_CYCLE;
    for (let cycle = first; left > 0; cycle *= 3) {
      const length = left < 2 * cycle ? left : cycle;
      yield* this.count(this.countingShare * length * nodes);
      yield* this.anneal((1 - this.countingShare) * length * nodes);
      this.restore();
      left -= length;
    }
    yield 1;
  }

  /** Many districts: surplus gathers until one more fits. */
  private *count(windows: number): Generator<number, void> {
    if (windows === 0) return;
    this.guideBy(this.surplus);
    const sweep = this.sweep(windows, (node) => {
      this.recut.collect(node, 2 + this.random.below(MOST_MERGED.counting - 1), true);
      this.recut.attempt(Infinity, this.judge, this.surplus);
      return this.recut.cost;
    });
    let unpriced = 0;
    for (const spent of sweep) {
      yield spent;
      unpriced += spent;
      if (this.pricing === null || unpriced < PRICING_EVERY) continue;
      unpriced = 0;
      yield this.price(this.pricing);
    }
  }

  private guideBy(surplus: Surplus): void {
    this.surplus = surplus;
    this.judge.temperature = surplus.temperature;
    this.value(surplus);
  }

  /** A step of pricing; once priced, surplus is what a district is worth beyond one. */
  private price(pricing: Generator<number, Float64Array | null, void>): number {
    const step = pricing.next();
    if (!step.done) return step.value;
    this.pricing = null;
    if (step.value !== null) this.guideBy(new PricedSurplus(step.value));
    return 1;
  }

  /** Good districts: annealing on the value (Kirkpatrick, Gelatt & Vecchi 1983). */
  private *anneal(windows: number): Generator<number, void> {
    if (windows === 0) return;
    this.value(null);
    const hot = HOT * (yield* this.judge.measure(this.probe()));
    let tried = 0;
    yield* this.sweep(windows, (node, from, length) => {
      this.judge.temperature = hot * (COLD / HOT) ** (tried++ / windows);
      for (let k = 0; k < MOVES_PER_WINDOW; k++) {
        this.unitMove.attempt(from + this.random.below(length), this.judge);
      }
      this.recut.collect(node, 2 + this.random.below(MOST_MERGED.valuing - 1), false);
      this.recut.attempt(this.drawParts(), this.judge, null);
      return this.recut.cost + 2 * MOVES_PER_WINDOW;
    });
  }

  private *probe(): Generator<number, void> {
    let spent = 0;
    for (let k = 0; k < SAMPLES; k++) {
      if (spent >= SLICE) {
        yield spent;
        spent = 0;
      }
      const node = this.random.below(this.piece.count);
      this.unitMove.attempt(node, this.judge);
      this.recut.collect(node, 2, false);
      this.recut.attempt(this.recut.merged, this.judge, null);
      spent += this.recut.cost + 2;
    }
  }

  /** How many parts the next cut aims at. */
  private drawParts(): number {
    const { wanted, countsDistricts } = this.goal;
    const now = this.recut.merged;
    const slack = 1 + this.random.real() / 2;
    if (wanted !== null) {
      const off = wanted - this.districts.count;
      return Math.max(1, now + Math.sign(off)) * slack;
    }
    if (countsDistricts) return this.random.below(2) === 0 ? Infinity : now * slack;
    return Math.max(1, now - 1 + this.random.below(3)) * slack;
  }

  /** Tries windows around random nodes, stretch by stretch, until `windows` are tried. */
  private *sweep(
    windows: number,
    attempt: (node: number, from: number, length: number) => number,
  ): Generator<number, void> {
    const { count } = this.piece;
    for (let tried = 0; tried < windows; this.note()) {
      for (let from = 0; from < count && tried < windows; from += STRETCH) {
        const length = Math.min(STRETCH, count - from);
        const visit = Math.min(windows - tried, PER_VISIT * length);
        let spent = 0;
        for (let k = 0; k < visit; k++) {
          spent += attempt(from + this.random.below(length), from, length);
          if (spent < SLICE) continue;
          yield spent;
          spent = 0;
        }
        tried += visit;
        this.tried += visit;
      }
    }
  }

  /** Values every district under a guide (null: the objective) and sums up. O(n). */
  private value(surplus: Surplus | null): void {
    const { districts } = this;
    for (let d = 0; d < this.piece.count; d++) {
      if (districts.head[d] < 0) continue;
      districts.setValue(d, surplus === null ? this.objectiveOf(d) : surplus.of(districts, d));
    }
  }

  private objectiveOf(d: number): number {
    return this.kernel.value(this.list, 0, this.districts.list(d, this.list, 0));
  }

  private present(): Standing {
    const { districts } = this;
    let value = 0;
    for (let d = 0; d < this.piece.count; d++)
      if (districts.head[d] >= 0) value += this.objectiveOf(d);
    return {
      householdsLeftOut: districts.householdsLeftOut,
      districts: districts.count,
      value,
    };
  }

  /** Keeps the present zoning if it is the best. O(n). */
  private note(): void {
    const now = this.present();
    if (compareStandings(now, this.standing, this.goal) >= 0) return;
    this.standing = now;
    this.saved.set(this.districts.of);
  }

  /** Goes back to the best zoning. O(n). */
  private restore(): void {
    const { districts, saved } = this;
    districts.clear();
    const slotOf = new Map<number, number>();
    for (let node = 0; node < saved.length; node++) {
      if (saved[node] < 0) continue;
      const slot = slotOf.get(saved[node]) ?? districts.open();
      slotOf.set(saved[node], slot);
      districts.add(node, slot);
    }
  }

  /** The best so far, the present zoning included. O(n). */
  best(): { readonly of: Int32Array; readonly standing: Standing } {
    this.note();
    return { of: this.saved, standing: this.standing };
  }
}
