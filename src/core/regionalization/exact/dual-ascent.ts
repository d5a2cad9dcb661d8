import { type SetProgram, type SetsOfNodes, setsOfNodes, sumOverSet } from "./set-program.ts";

/** Prices of nodes under which no set costs less than its nodes are worth, and their sum. */
export interface NodePrices {
  /** per node; ≤ 0 where the node may stay uncovered */
  readonly price: Float64Array;
  /** Σ price: no choice of sets costs less. Not rounded; see `safeBound` */
  readonly bound: number;
}

/** Iterations between two feasible prices, and between two restarts. */
const CHECK_EVERY = 25;
const RESTART_EVERY = 50;
/** Iterations, and memberships looked at, after which the ascent ends. */
const MOST_ITERATIONS = 1500;
const MOST_WORK = 1.2e9;
/** Rise over a restart, relative, below which it has converged. */
const LEAST_RISE = 2e-6;
/** Memberships looked at between two chances to stop: some 3 ms. */
const WORK_PER_STEP = 1e6;

/** Prices by share of the cheapest set: feasible, since a set's shares add up to its cost at most. */
function startingPrices(program: SetProgram, share: ArrayLike<number>): Float64Array {
  const { pool, cost, exact, rows } = program;
  const price = new Float64Array(rows).fill(Infinity);
  for (let k = 0; k < pool.count; k++) {
    const total = sumOverSet(pool, k, share);
    for (let e = pool.start[k]; e < pool.start[k + 1]; e++) {
      const i = pool.node[e];
      const part = total > 0 ? share[i] / total : 1 / (pool.start[k + 1] - pool.start[k]);
      price[i] = Math.min(price[i], cost[k] * part);
    }
  }
  for (let i = 0; i < rows; i++) {
    if (!exact[i]) price[i] = Math.min(0, price[i]);
  }
  return price;
}

/**
 * Makes prices feasible, then as high as they go one node at a time: members of a set that is worth
 * more than it costs are lowered alike, and each node rises by the least slack of its sets. What
 * comes out is feasible whatever went in, so its sum is a bound by weak duality.
 */
function feasiblePrices(
  program: SetProgram,
  sets: SetsOfNodes,
  wanted: Float64Array,
): Float64Array {
  const { pool, cost, exact, rows } = program;
  const { start, node } = pool;
  const price = wanted.slice();
  for (let i = 0; i < rows; i++) if (!exact[i] && price[i] > 0) price[i] = 0;
  for (let k = 0; k < pool.count; k++) {
    const excess = sumOverSet(pool, k, price) - cost[k];
    if (excess <= 0) continue;
    const each = excess / (start[k + 1] - start[k]);
    for (let e = start[k]; e < start[k + 1]; e++) price[node[e]] -= each;
  }
  const slack = new Float64Array(pool.count);
  for (let k = 0; k < pool.count; k++) slack[k] = cost[k] - sumOverSet(pool, k, price);
  for (let i = 0; i < rows; i++) {
    let room = exact[i] ? Infinity : -price[i];
    for (let q = sets.start[i]; q < sets.start[i + 1]; q++) {
      room = Math.min(room, slack[sets.set[q]]);
    }
    if (!(room > 0) || room === Infinity) continue;
    price[i] += room;
    for (let q = sets.start[i]; q < sets.start[i + 1]; q++) slack[sets.set[q]] -= room;
  }
  return price;
}

/** Primal and dual iterates, and their running sums since the last restart. */
class Iterates {
  readonly amount: Float64Array;
  readonly price: Float64Array;
  private readonly amountSum: Float64Array;
  private readonly priceSum: Float64Array;
  private readonly lastAmount: Float64Array;
  private readonly lastPrice: Float64Array;
  private readonly load: Float64Array;
  private readonly degree: Float64Array;
  private readonly program: SetProgram;
  private readonly scale: number;
  private weight = 1;
  private summed = 0;

  constructor(program: SetProgram, sets: SetsOfNodes, price: Float64Array) {
    const { count } = program.pool;
    this.program = program;
    this.price = price;
    this.amount = new Float64Array(count);
    this.amountSum = new Float64Array(count);
    this.lastAmount = new Float64Array(count);
    this.priceSum = new Float64Array(program.rows);
    this.lastPrice = price.slice();
    this.load = new Float64Array(program.rows);
    this.degree = Float64Array.from({ length: program.rows }, (_, i) =>
      Math.max(1, sets.start[i + 1] - sets.start[i]),
    );
    const total = program.cost.reduce((sum, value) => sum + Math.abs(value), 0);
    this.scale = Math.max(1e-9, total / Math.max(1, count));
  }

  /** One primal and one dual step, each entry with a step size of its own. */
  step(): void {
    const { pool, cost, exact, rows } = this.program;
    const { start, node } = pool;
    const { amount, price, load, degree, scale, weight } = this;
    load.fill(0);
    for (let k = 0; k < pool.count; k++) {
      const from = start[k];
      const to = start[k + 1];
      let worth = -cost[k];
      for (let e = from; e < to; e++) worth += price[node[e]];
      const next = Math.max(0, amount[k] + (weight * worth) / (scale * (to - from)));
      const beyond = 2 * next - amount[k];
      amount[k] = next;
      this.amountSum[k] += next;
      if (beyond !== 0) for (let e = from; e < to; e++) load[node[e]] += beyond;
    }
    for (let i = 0; i < rows; i++) {
      const next = price[i] + (scale / (weight * degree[i])) * (1 - load[i]);
      price[i] = exact[i] ? next : Math.min(0, next);
      this.priceSum[i] += price[i];
    }
    this.summed++;
  }

  averagePrice(): Float64Array {
    return this.priceSum.map((sum) => sum / this.summed);
  }

  /** Goes on from the average; the weight balances how far both sides moved since the last time. */
  restart(): void {
    const { pool, rows } = this.program;
    let moved2 = 0;
    let priced2 = 0;
    for (let k = 0; k < pool.count; k++) {
      this.amount[k] = this.amountSum[k] / this.summed;
      const size = pool.start[k + 1] - pool.start[k];
      moved2 += (this.amount[k] - this.lastAmount[k]) ** 2 * size;
    }
    for (let i = 0; i < rows; i++) {
      this.price[i] = this.priceSum[i] / this.summed;
      priced2 += ((this.price[i] - this.lastPrice[i]) / this.scale) ** 2 * this.degree[i];
    }
    if (moved2 > 1e-12 && priced2 > 1e-12) {
      this.weight = Math.sqrt(Math.sqrt(moved2 / priced2) * this.weight);
    }
    this.lastAmount.set(this.amount);
    this.lastPrice.set(this.price);
    this.amountSum.fill(0);
    this.priceSum.fill(0);
    this.summed = 0;
  }
}

/**
 * Node prices close to the optimum of the linear relaxation, without a linear solver: primal-dual
 * hybrid gradient with a step size per entry (Pock & Chambolle 2011, "Diagonal preconditioning for
 * first order primal-dual algorithms"), restarted from its average with the primal weight of PDLP
 * (Applegate et al. 2021). Every so often the iterate is made feasible; the best bound counts.
 * Side rows are left out, which only lowers the bound. Memory O(members of all sets).
 * @param share per node, ≥ 0: how a set's cost is split at the start
 * @param enough a bound at which there is no need to go on
 * @param iterations steps at most
 */
export function* ascendPrices(
  program: SetProgram,
  options: {
    readonly share: ArrayLike<number>;
    readonly enough?: number;
    readonly iterations?: number;
    /** memberships looked at between two yields */
    readonly workPerStep?: number;
  },
): Generator<void, NodePrices, void> {
  const { pool, rows } = program;
  const { share, enough = Infinity, iterations = MOST_ITERATIONS } = options;
  const { workPerStep = WORK_PER_STEP } = options;
  const sets = setsOfNodes(pool, rows);
  const sumOf = (price: Float64Array) => price.reduce((sum, value) => sum + value, 0);
  const work = 2 * pool.node.length + rows;
  const isLarge = work >= workPerStep;
  if (isLarge) yield;
  const starting = startingPrices(program, share);
  if (isLarge) yield;
  let price = feasiblePrices(program, sets, starting);
  let bound = sumOf(price);
  if (isLarge) yield;
  const iterates = new Iterates(program, sets, price.slice());
  const most = Math.min(iterations, Math.ceil(MOST_WORK / work));
  let atRestart = -Infinity;
  for (let t = 1, since = 0; t <= most && bound < enough; t++) {
    iterates.step();
    if (t % CHECK_EVERY === 0 || t === most) {
      for (const wanted of [iterates.averagePrice(), iterates.price]) {
        const tried = feasiblePrices(program, sets, wanted);
        if (isLarge) yield;
        const sum = sumOf(tried);
        if (sum > bound) [price, bound] = [tried, sum];
      }
    }
    if (t % RESTART_EVERY === 0) {
      if (bound - atRestart < LEAST_RISE * Math.abs(bound) && t > 4 * RESTART_EVERY) break;
      atRestart = bound;
      iterates.restart();
    }
    since += work;
    if (since >= workPerStep) {
      since = 0;
      yield;
    }
  }
  return { price, bound };
}
