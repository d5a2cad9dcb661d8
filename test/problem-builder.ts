import fc from "fast-check";
import {
  type AssumptionValues,
  createEstimator,
  createProblem,
  DEFAULT_PARAMETERS,
  type PlanParameters,
  type PlanRules,
  type Problem,
  resolveAssumptions,
  type Zoning,
} from "../src/core/index.ts";
import { NO_RULES } from "../src/core/regionalization/plan-rules.ts";
import { graphFromEdges, type TestEdge } from "./graph-builder.ts";
import { box, type TestCompound, worldFromPolygons } from "./world-builder.ts";

/** A problem on a grid of compounds 60 m apart; `open` drops edges, `ledger` fills the compounds. */
export interface GridProblem {
  readonly columns: number;
  readonly ledger: readonly Partial<TestCompound>[];
  /** one per possible edge, right then down, row by row: 0 no link, 1 lane, 2 shared wall */
  readonly edges: readonly number[];
  readonly parameters?: Partial<PlanParameters>;
  readonly assumptions?: Partial<AssumptionValues>;
  readonly rules?: PlanRules;
  readonly start?: Zoning | null;
}

/** Possible edges of a grid of n compounds in `columns` columns. */
export function gridEdges(n: number, columns: number): { a: number; b: number }[] {
  const edges: { a: number; b: number }[] = [];
  for (let i = 0; i < n; i++) {
    if ((i + 1) % columns !== 0 && i + 1 < n) edges.push({ a: i, b: i + 1 });
    if (i + columns < n) edges.push({ a: i, b: i + columns });
  }
  return edges;
}

export function gridProblem(grid: GridProblem): Problem {
  const n = grid.ledger.length;
  const world = worldFromPolygons(
    grid.ledger.map((values, i) => ({
      ...values,
      parts: box((i % grid.columns) * 60, Math.floor(i / grid.columns) * 60, 50, 50),
    })),
  );
  const edges: TestEdge[] = gridEdges(n, grid.columns).flatMap((edge, k) => {
    const kind = grid.edges[k] ?? 1;
    if (kind === 0) return [];
    return kind === 2 ? [{ ...edge, wallM: 20 + 7 * k }] : [edge];
  });
  const graph = graphFromEdges(n, edges);
  const estimator = createEstimator(world, graph, resolveAssumptions(grid.assumptions ?? {}));
  return createProblem({
    world,
    graph,
    estimator,
    parameters: { ...DEFAULT_PARAMETERS, envelope: "terrain", ...grid.parameters },
    rules: grid.rules ?? NO_RULES,
    start: grid.start ?? null,
  });
}

/** Random ledgers: households, floor area, year, gates, 社区 A or B. */
export const ledgerArbitrary = fc.record({
  households: fc.integer({ min: 0, max: 700 }),
  floorAreaM2: fc.integer({ min: 500, max: 60_000 }),
  builtYear: fc.integer({ min: 1970, max: 2003 }),
  gates: fc.integer({ min: 0, max: 3 }),
  parkingSpaces: fc.integer({ min: 0, max: 60 }),
  community: fc.constantFrom("A", "A", "A", "B"),
});

/** Random limits, each sometimes off. */
export const limitsArbitrary = fc.record({
  minHouseholds: fc.option(fc.integer({ min: 1, max: 600 })),
  idealHouseholds: fc.constant(600),
  maxHouseholds: fc.option(fc.integer({ min: 300, max: 1600 })),
  minFloorAreaM2: fc.option(fc.integer({ min: 1_000, max: 40_000 })),
  idealFloorAreaM2: fc.constant(50_000),
  maxFloorAreaM2: fc.option(fc.integer({ min: 30_000, max: 150_000 })),
  maxCompounds: fc.option(fc.integer({ min: 1, max: 6 })),
  maxSpanM: fc.option(fc.integer({ min: 0, max: 200 })),
  maxBreakEvenFeeYuanPerM2Month: fc.option(fc.double({ min: 0.3, max: 3, noNaN: true }), {
    freq: 1,
  }),
});

/** Random grid problems of `min` to `max` compounds. */
export function gridProblems(size: { readonly min: number; readonly max: number }) {
  return fc
    .record({
      ledger: fc.array(ledgerArbitrary, { minLength: size.min, maxLength: size.max }),
      columns: fc.integer({ min: 2, max: 4 }),
      edges: fc.array(fc.constantFrom(0, 1, 1, 1, 2, 2), { minLength: 40, maxLength: 40 }),
      limits: limitsArbitrary,
      seed: fc.integer({ min: 0, max: 1000 }),
      envelope: fc.constantFrom("community" as const, "terrain" as const),
    })
    .map(({ ledger, columns, edges, limits, seed, envelope }): GridProblem => {
      return { ledger, columns, edges, parameters: { limits, seed, envelope } };
    });
}
