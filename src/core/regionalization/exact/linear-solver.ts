/**
 * A linear model: minimise `cost · x` with `rowLower ≤ A x ≤ rowUpper`, `0 ≤ x ≤ columnUpper`.
 * A column by column: the entries of column j are `start[j] … start[j+1]−1`.
 */
export interface LinearModel {
  readonly rows: number;
  readonly columns: number;
  readonly cost: Float64Array;
  readonly columnUpper: Float64Array;
  /** ±Infinity where a side is open */
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  readonly start: Int32Array;
  readonly row: Int32Array;
  readonly value: Float64Array;
}

/** New rows over the columns there are, row by row, all `≤ upper`. */
export interface AddedRows {
  readonly upper: Float64Array;
  readonly start: Int32Array;
  readonly column: Int32Array;
  readonly value: Float64Array;
}

/** limit: the budget ran out, more calls may help; failed: the solver gave no usable answer */
export type LinearStatus = "optimal" | "infeasible" | "limit" | "failed";

/** A linear model kept between calls, each of which starts from where the last one ended. */
export interface LinearSession {
  /** At most `iterations` steps of the dual simplex; blocks for so long. */
  run(iterations: number): LinearStatus;
  /** length columns */
  primal(): Float64Array;
  /** length rows; the price of one unit of each row */
  dual(): Float64Array;
  addRows(rows: AddedRows): void;
  /** New columns; `model.row` counts the rows there are now. */
  addColumns(model: Pick<LinearModel, "cost" | "columnUpper" | "start" | "row" | "value">): void;
  /** Frees what the session holds; it may not be used afterwards. */
  dispose(): void;
}

export interface IntegerAnswer {
  readonly status: LinearStatus;
  /** best whole-number solution found, null when there is none */
  readonly primal: Float64Array | null;
  /** proven: no whole-number solution costs less */
  readonly bound: number;
}

/**
 * What the exact method needs of a solver of linear programs; handed in by the caller, since the
 * core loads nothing. Equal calls must give equal answers, whatever the clock says.
 */
export interface LinearSolver {
  open(model: LinearModel): LinearSession;
  /** Branch and bound over whole x, at most `nodes` nodes; blocks until it ends. */
  solveInteger(model: LinearModel, options: { readonly nodes: number }): IntegerAnswer;
}
