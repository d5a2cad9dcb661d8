import type {
  AddedRows,
  IntegerAnswer,
  LinearModel,
  LinearSession,
  LinearSolver,
  LinearStatus,
} from "./linear-solver.ts";

interface Matrix {
  readonly format: "csc" | "csr";
  readonly numRows: number;
  readonly numCols: number;
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
}

interface HighsModelData {
  readonly numCols: number;
  readonly numRows: number;
  readonly colCost: Float64Array;
  readonly colLower: Float64Array;
  readonly colUpper: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  readonly matrix: Matrix;
  readonly integrality?: Int32Array;
}

interface AddedData {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly matrix: Matrix;
}

interface HighsModel {
  readonly options: { set(name: string, value: boolean | number | string): unknown };
  readonly info: { get(name: string): number | bigint };
  run(): { readonly modelStatus: number };
  getSolution(): { readonly colValue: Float64Array; readonly rowDual: Float64Array };
  addRows(data: AddedData): unknown;
  addCols(data: AddedData & { readonly cost: Float64Array }): unknown;
  dispose(): void;
}

/** The part of a loaded HiGHS (`await loadHighs()` of the npm package `highs`) that is used. */
export interface HighsRuntime {
  createModel(source: HighsModelData): HighsModel;
}

/** HiGHS' model states that matter here. */
const STATUS: Readonly<Record<number, LinearStatus>> = {
  7: "optimal",
  8: "infeasible",
  14: "limit",
  16: "limit",
};
const INTEGER = 1;
/** A primal solution is at hand and meets the constraints. */
const FEASIBLE = 2;
/** Options of every call: silent, one thread, nothing that depends on the clock. */
const QUIET = { output_flag: false, random_seed: 0 } as const;

function toHighs(model: LinearModel): HighsModelData {
  return {
    numCols: model.columns,
    numRows: model.rows,
    colCost: model.cost,
    colLower: new Float64Array(model.columns),
    colUpper: model.columnUpper,
    rowLower: model.rowLower,
    rowUpper: model.rowUpper,
    matrix: {
      format: "csc",
      numRows: model.rows,
      numCols: model.columns,
      starts: model.start,
      indices: model.row,
      values: model.value,
    },
  };
}

function openModel(runtime: HighsRuntime, data: HighsModelData): HighsModel {
  const model = runtime.createModel(data);
  for (const [name, value] of Object.entries(QUIET)) model.options.set(name, value);
  return model;
}

function openSession(runtime: HighsRuntime, source: LinearModel): LinearSession {
  const model = openModel(runtime, toHighs(source));
  let { rows, columns } = source;
  // Presolve starts anew with every call; without it a call goes on from the last basis.
  model.options.set("presolve", "off");
  return {
    run(iterations) {
      model.options.set("simplex_iteration_limit", iterations);
      return STATUS[model.run().modelStatus] ?? "failed";
    },
    primal: () => model.getSolution().colValue,
    dual: () => model.getSolution().rowDual,
    addRows({ upper, start, column, value }: AddedRows) {
      const lower = new Float64Array(upper.length).fill(-Infinity);
      const matrix = { numRows: upper.length, numCols: columns, starts: start } as const;
      model.addRows({
        lower,
        upper,
        matrix: { format: "csr", ...matrix, indices: column, values: value },
      });
      rows += upper.length;
    },
    addColumns({ cost, columnUpper, start, row, value }) {
      const matrix = { numRows: rows, numCols: cost.length, starts: start } as const;
      model.addCols({
        cost,
        lower: new Float64Array(cost.length),
        upper: columnUpper,
        matrix: { format: "csc", ...matrix, indices: row, values: value },
      });
      columns += cost.length;
    },
    dispose: () => model.dispose(),
  };
}

function solveInteger(runtime: HighsRuntime, source: LinearModel, nodes: number): IntegerAnswer {
  const integrality = new Int32Array(source.columns).fill(INTEGER);
  const model = openModel(runtime, { ...toHighs(source), integrality });
  try {
    model.options.set("mip_max_nodes", nodes);
    model.options.set("mip_rel_gap", 0);
    const status = STATUS[model.run().modelStatus] ?? "failed";
    if (status === "infeasible") return { status, primal: null, bound: Infinity };
    const found = model.info.get("primal_solution_status") === FEASIBLE;
    const primal = found ? model.getSolution().colValue : null;
    return { status, primal, bound: Number(model.info.get("mip_dual_bound")) };
  } finally {
    model.dispose();
  }
}

/**
 * HiGHS (Huangfu & Hall 2018, "Parallelizing the dual revised simplex method") behind the seam.
 * Same model, same answer: one thread, a fixed seed, budgets in iterations and nodes only.
 */
export function highsSolver(runtime: HighsRuntime): LinearSolver {
  return {
    open: (model) => openSession(runtime, model),
    solveInteger: (model, { nodes }) => solveInteger(runtime, model, nodes),
  };
}
