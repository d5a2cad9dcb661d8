import type { AddedRows, LinearModel, LinearSession, LinearSolver } from "./linear-solver.ts";
import type { SetProgram, SideRow } from "./set-program.ts";
import { sumOverSet } from "./set-program.ts";
import { type Triple, TripleRows } from "./triple-cuts.ts";

/** Simplex steps of one call; a call that long takes some 50 ms at 700 rows. */
const STEPS_PER_CALL = 500;
/** Calls after which the solver is let run to its end: some solves only advance without a limit. */
const SHORT_CALLS = 12;

/** Prices of all rows and what they prove. */
export interface PricedRelaxation {
  /** per set; what it costs beyond the worth of its nodes, cuts and sides */
  readonly reduced: Float64Array;
  /** no choice of sets costs less; not rounded */
  readonly bound: number;
}

interface ColumnData {
  readonly cost: Float64Array;
  readonly columnUpper: Float64Array;
  readonly start: Int32Array;
  readonly row: Int32Array;
  readonly value: Float64Array;
}

/**
 * The linear relaxation of a set program over the sets that matter, with cuts: columns come in when
 * their reduced cost asks for it (sifting; Bixby et al. 1992), so that a large pool stays out.
 * Rows: nodes, then sides, then cuts.
 */
export class SetRelaxation {
  /** 1: column in the model, 2: set known to be in no better answer */
  readonly state: Uint8Array;
  readonly cuts: TripleRows;
  private readonly program: SetProgram;
  private readonly active: number[] = [];
  private readonly session: LinearSession;

  constructor(program: SetProgram, solver: LinearSolver, first: readonly number[]) {
    this.program = program;
    this.state = new Uint8Array(program.pool.count);
    this.cuts = new TripleRows(program.rows);
    for (const k of first) this.state[k] = 1;
    this.active.push(...first);
    this.session = solver.open(this.model(first));
  }

  /** Rows, cuts and the given columns as a model. @param sides the program's own, or more */
  model(columns: readonly number[], sides = this.program.sides): LinearModel {
    const { rows, exact } = this.program;
    const triples = this.cuts.triples.length;
    const total = rows + sides.length + triples;
    const rowLower = new Float64Array(total).fill(-Infinity);
    const rowUpper = new Float64Array(total).fill(1);
    for (let i = 0; i < rows; i++) if (exact[i]) rowLower[i] = 1;
    sides.forEach((side, s) => {
      rowLower[rows + s] = side.lower;
      rowUpper[rows + s] = side.upper;
    });
    const data = this.columns(columns, sides);
    return { rows: total, columns: columns.length, rowLower, rowUpper, ...data };
  }

  private columns(sets: readonly number[], sides: readonly SideRow[]): ColumnData {
    const { program, cuts } = this;
    const { pool, rows } = program;
    const start = new Int32Array(sets.length + 1);
    const row: number[] = [];
    const value: number[] = [];
    sets.forEach((k, at) => {
      for (let e = pool.start[k]; e < pool.start[k + 1]; e++) {
        row.push(pool.node[e]);
        value.push(1);
      }
      sides.forEach((side, s) => {
        if (side.coefficient[k] === 0) return;
        row.push(rows + s);
        value.push(side.coefficient[k]);
      });
      cuts.forSet(pool, k, (triple) => {
        row.push(rows + sides.length + triple);
        value.push(1);
      });
      start[at + 1] = row.length;
    });
    return {
      cost: Float64Array.from(sets, (k) => program.cost[k]),
      columnUpper: new Float64Array(sets.length).fill(Infinity),
      start,
      row: Int32Array.from(row),
      value: Float64Array.from(value),
    };
  }

  /** Solves over the columns there are, in short calls. @returns whether it is optimal */
  *solve(): Generator<void, boolean, void> {
    for (let call = 0; call <= SHORT_CALLS; call++) {
      const last = call === SHORT_CALLS;
      const status = this.session.run(last ? 2 ** 31 - 1 : STEPS_PER_CALL);
      if (status !== "limit") return status === "optimal";
      yield;
    }
    return false;
  }

  /** Fractional solution, one entry per set of the pool. */
  amounts(): Float64Array {
    const primal = this.session.primal();
    const amount = new Float64Array(this.program.pool.count);
    this.active.forEach((k, at) => {
      amount[k] = primal[at];
    });
    return amount;
  }

  /**
   * Reduced costs of all sets under the present prices and the bound they prove: each x lies in
   * [0, 1], so Σ sides · prices + Σ min(0, reduced) is a bound for any prices of the right sign
   * (Neumaier & Shcherbina 2004, "Safe bounds in linear and mixed-integer linear programming").
   */
  price(): PricedRelaxation {
    const { pool, cost, rows, exact, sides } = this.program;
    const dual = this.session.dual();
    let bound = 0;
    for (let i = 0; i < rows; i++) {
      if (!exact[i]) dual[i] = Math.min(0, dual[i]);
      bound += dual[i];
    }
    sides.forEach((side, s) => {
      const price = dual[rows + s];
      const limit = price > 0 ? side.lower : side.upper;
      if (Math.abs(limit) === Infinity) dual[rows + s] = 0;
      else bound += price * limit;
    });
    const cutPrice = dual.subarray(rows + sides.length);
    for (let c = 0; c < cutPrice.length; c++) {
      cutPrice[c] = Math.min(0, cutPrice[c]);
      bound += cutPrice[c];
    }
    const reduced = new Float64Array(pool.count);
    for (let k = 0; k < pool.count; k++) {
      if (this.state[k] === 2) continue;
      let worth = sumOverSet(pool, k, dual);
      sides.forEach((side, s) => {
        worth += side.coefficient[k] * dual[rows + s];
      });
      if (cutPrice.length > 0) {
        this.cuts.forSet(pool, k, (triple) => {
          worth += cutPrice[triple];
        });
      }
      reduced[k] = cost[k] - worth;
      bound += Math.min(0, reduced[k]);
    }
    return { reduced, bound };
  }

  addColumns(sets: readonly number[]): void {
    for (const k of sets) this.state[k] = 1;
    this.active.push(...sets);
    this.session.addColumns(this.columns(sets, this.program.sides));
  }

  addCuts(triples: readonly Triple[]): void {
    const before = this.cuts.triples.length;
    this.cuts.add(triples);
    const columns: number[][] = triples.map(() => []);
    this.active.forEach((k, at) => {
      this.cuts.forSet(this.program.pool, k, (triple) => {
        if (triple >= before) columns[triple - before].push(at);
      });
    });
    const column = Int32Array.from(columns.flat());
    const start = new Int32Array(triples.length + 1);
    columns.forEach((list, c) => {
      start[c + 1] = start[c] + list.length;
    });
    const rows: AddedRows = {
      upper: new Float64Array(triples.length).fill(1),
      start,
      column,
      value: new Float64Array(column.length).fill(1),
    };
    this.session.addRows(rows);
  }

  dispose(): void {
    this.session.dispose();
  }
}
