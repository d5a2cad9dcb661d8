import type { NodePrices } from "./dual-ascent.ts";
import type { LinearSolver, LinearStatus } from "./linear-solver.ts";
import { type SetProgram, safeBound, sumOverSet } from "./set-program.ts";
import { type PricedRelaxation, SetRelaxation } from "./set-relaxation.ts";
import { separateTriples } from "./triple-cuts.ts";

/** What was found of a set program. */
export interface SetAnswer {
  /** sets of the best answer found here; null: none better than the one handed in */
  readonly chosen: readonly number[] | null;
  /** no answer costs less; Infinity when there is none at all */
  readonly bound: number;
  /** whether the best answer known, found here or handed in, is proven best */
  readonly optimal: boolean;
}

/** Columns the relaxation starts with, per row. */
const FIRST_COLUMNS = 4;
const MOST_INCOMING = 3000;
const MOST_ROUNDS = 60;
/** Rise of the bound in a round of cuts, as a part of the gap to the next whole target, worth going on for. */
const LEAST_PROGRESS = 0.004;
/** Columns of the whole-number problem: many where there are few rows, few where there are many. */
const FEW_ROWS = 100;
const INTEGER_COLUMNS = { fewRows: 4_000, manyRows: 1_100 };
const INTEGER_NODES = 300;
const MOST_TRIES = 8;

/** Sets by what they cost beyond the worth of their nodes, cheapest first; those ruled out are not in it. */
function byReducedCost(reduced: Float64Array, state: Uint8Array): number[] {
  const sets: number[] = [];
  for (let k = 0; k < reduced.length; k++) if (state[k] !== 2) sets.push(k);
  return sets.sort((a, b) => reduced[a] - reduced[b] || a - b);
}

function reducedByPrices(program: SetProgram, price: Float64Array): Float64Array {
  const { pool, cost } = program;
  return Float64Array.from({ length: pool.count }, (_, k) => cost[k] - sumOverSet(pool, k, price));
}

/** Brings in what the prices ask for. @returns whether anything came in */
function addIncoming(relaxation: SetRelaxation, { reduced }: PricedRelaxation): boolean {
  const incoming: number[] = [];
  for (let k = 0; k < reduced.length; k++) {
    if (relaxation.state[k] === 0 && reduced[k] < -1e-7) incoming.push(k);
  }
  if (incoming.length === 0) return false;
  incoming.sort((a, b) => reduced[a] - reduced[b] || a - b);
  relaxation.addColumns(incoming.slice(0, MOST_INCOMING));
  return true;
}

/** Doubles the columns after an infeasible relaxation. @returns false when all were in it */
function addMore(relaxation: SetRelaxation, order: readonly number[]): boolean {
  const waiting = order.filter((k) => relaxation.state[k] === 0);
  if (waiting.length === 0) return false;
  const already = order.length - waiting.length;
  relaxation.addColumns(waiting.slice(0, Math.max(100, already)));
  return true;
}

/** The relaxation with cuts, as tight as it gets, and what is proven by it. */
class Proof {
  bound: number;
  priced: PricedRelaxation | null = null;
  private readonly relaxation: SetRelaxation;
  private readonly program: SetProgram;
  /** cost that a better answer may have at most */
  private readonly target: number;

  constructor(program: SetProgram, relaxation: SetRelaxation, from: number, target: number) {
    this.program = program;
    this.relaxation = relaxation;
    this.bound = from;
    this.target = target;
  }

  /** @returns whether no better answer can exist */
  get closed(): boolean {
    return safeBound(this.bound, this.program.integral) > this.target;
  }

  /** Columns in, prices, columns out, cuts, until nothing moves. @returns false: no answer at all */
  *tighten(order: readonly number[]): Generator<void, boolean, void> {
    const { relaxation, program } = this;
    let still = 0;
    for (let round = 0; round < MOST_ROUNDS && !this.closed; round++) {
      if (!(yield* relaxation.solve())) {
        if (addMore(relaxation, order)) continue;
        return false;
      }
      this.priced = relaxation.price();
      const rise = this.priced.bound - this.bound;
      this.bound = Math.max(this.bound, this.priced.bound);
      this.ruleOut();
      yield;
      if (addIncoming(relaxation, this.priced)) continue;
      still = rise < LEAST_PROGRESS * this.openGap() ? still + 1 : 0;
      if (still > 2) break;
      const cuts = separateTriples(program.pool, relaxation.amounts(), program.rows);
      if (cuts.length === 0) break;
      relaxation.addCuts(cuts);
    }
    return true;
  }

  private openGap(): number {
    const scale = 1e-4 * Math.max(1, Math.abs(this.bound));
    return this.program.integral ? Math.max(1, scale) : scale;
  }

  /** A set whose reduced cost exceeds the gap is in no better answer (reduced-cost fixing). */
  private ruleOut(): void {
    if (!this.priced) return;
    const { reduced, bound } = this.priced;
    const gap = this.target - bound + 1e-6 * Math.max(1, Math.abs(bound));
    const { state } = this.relaxation;
    for (let k = 0; k < reduced.length; k++) if (state[k] === 0 && reduced[k] > gap) state[k] = 2;
  }
}

/** The best whole answer so far and what is proven, while targets are tried. */
interface Standing {
  chosen: readonly number[] | null;
  /** cost that a better answer may have at most */
  most: number;
  bound: number;
}

/** The next cost to try for: the least possible one, or as far as `columns` cheap sets allow. */
function nextTarget(
  program: SetProgram,
  { reduced, bound }: PricedRelaxation,
  options: { order: readonly number[]; columns: number; standing: Standing },
): number {
  const { order, columns, standing } = options;
  const least = safeBound(standing.bound, program.integral);
  const reach = columns < order.length ? bound + reduced[order[columns]] : Infinity;
  const target = program.integral ? Math.floor(reach) : reach;
  return Math.min(standing.most, Math.max(least, target));
}

/** One try: whole answers that cost no more than `target`, among the sets `within`. */
function tryTarget(
  program: SetProgram,
  relaxation: SetRelaxation,
  options: { solver: LinearSolver; within: readonly number[]; target: number },
): { status: LinearStatus; chosen: number[] | null; bound: number } {
  const { solver, within, target } = options;
  const slack = 1e-6 * Math.max(1, Math.abs(target));
  const cap = { coefficient: program.cost, lower: -Infinity, upper: target + slack };
  const model = relaxation.model(within, [...program.sides, cap]);
  const { status, primal, bound } = solver.solveInteger(model, { nodes: INTEGER_NODES });
  const chosen = primal ? within.filter((_, at) => primal[at] > 0.5) : null;
  return { status, chosen, bound };
}

/** Takes over what a try found. @param complete whether no set that matters was left out of it */
function learn(
  program: SetProgram,
  standing: Standing,
  tried: ReturnType<typeof tryTarget> & { readonly target: number; readonly complete: boolean },
): void {
  const unit = program.integral ? 1 : 0;
  const { status, chosen, target, complete } = tried;
  if (status === "infeasible") {
    if (complete) standing.bound = Math.max(standing.bound, target + unit);
    return;
  }
  if (chosen) {
    const cost = chosen.reduce((sum, k) => sum + program.cost[k], 0);
    standing.chosen = chosen;
    standing.most = cost - (unit || 1e-7 * Math.max(1, Math.abs(cost)));
    if (complete && status === "optimal") standing.bound = Math.max(standing.bound, cost);
  }
  if (complete) standing.bound = Math.max(standing.bound, Math.min(tried.bound, target));
}

/**
 * Whole answers up to a target: a set that costs more beyond its nodes' worth than lies between
 * bound and target cannot be part of one, so few columns remain (route enumeration; Baldacci,
 * Christofides & Mingozzi 2008). Found: the best. None: the bound rises above the target. Where
 * too many remain, the cheapest are tried alone: what they give may still meet the bound.
 */
function* branch(
  program: SetProgram,
  relaxation: SetRelaxation,
  options: { readonly solver: LinearSolver; readonly proof: Proof; readonly most: number },
): Generator<void, SetAnswer, void> {
  const { solver, proof } = options;
  const priced = proof.priced ?? relaxation.price();
  const order = byReducedCost(priced.reduced, relaxation.state);
  const standing: Standing = { chosen: null, most: options.most, bound: proof.bound };
  const isOpen = () => safeBound(standing.bound, program.integral) <= standing.most;
  const columns = INTEGER_COLUMNS[program.rows <= FEW_ROWS ? "fewRows" : "manyRows"];
  for (let tries = 0; tries < MOST_TRIES && isOpen(); tries++) {
    const target = nextTarget(program, priced, { order, columns, standing });
    const gap = target - priced.bound + 1e-6 * Math.max(1, Math.abs(target));
    const wanted = order.filter((k) => priced.reduced[k] <= gap);
    const complete = wanted.length <= 1.5 * columns;
    const within = (complete ? wanted : wanted.slice(0, columns / 2)).sort((a, b) => a - b);
    const tried = tryTarget(program, relaxation, { solver, within, target });
    learn(program, standing, { ...tried, target, complete });
    yield;
    if (tried.status !== "optimal" && !(complete && tried.status === "infeasible")) break;
  }
  return { chosen: standing.chosen, bound: standing.bound, optimal: !isOpen() };
}

/** The only answer when there is no set: none, if every row lets its node stay uncovered. */
function withoutSets({ exact }: SetProgram, incumbent: number): SetAnswer {
  const isAnswer = exact.every((once) => once === 0);
  const chosen = isAnswer && incumbent > 0 ? [] : null;
  return { chosen, bound: isAnswer ? 0 : Infinity, optimal: true };
}

/**
 * Best choice of sets, proven or bounded: prices first, then the relaxation with cuts over the
 * columns that matter, then branch and bound over the few that reduced-cost fixing leaves. Budgets
 * count rounds, columns and nodes. Yields between solver calls.
 * @param options.incumbent cost of the best answer known, Infinity without one
 */
export function* solveSetProgram(
  program: SetProgram,
  options: {
    readonly solver: LinearSolver;
    readonly prices: NodePrices;
    readonly incumbent: number;
  },
): Generator<void, SetAnswer, void> {
  const { solver, prices, incumbent } = options;
  if (program.pool.count === 0) return withoutSets(program, incumbent);
  const unit = program.integral ? 1 : 1e-7 * Math.max(1, Math.abs(incumbent));
  const most = incumbent - unit;
  const reduced = reducedByPrices(program, prices.price);
  const order = byReducedCost(reduced, new Uint8Array(reduced.length));
  const first = order.slice(0, FIRST_COLUMNS * program.rows).sort((a, b) => a - b);
  const relaxation = new SetRelaxation(program, solver, first);
  try {
    const proof = new Proof(program, relaxation, prices.bound, most);
    const solvable = yield* proof.tighten(order);
    if (!solvable) return { chosen: null, bound: incumbent, optimal: true };
    if (proof.closed) return { chosen: null, bound: incumbent, optimal: true };
    return yield* branch(program, relaxation, { solver, proof, most });
  } finally {
    relaxation.dispose();
  }
}
