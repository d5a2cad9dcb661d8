import fc from "fast-check";
import { buildGraph } from "../src/core/contiguity/build-graph.ts";
import {
  createEstimator,
  createProblem,
  DEFAULT_PARAMETERS,
  type PlanParameters,
  type PlanRules,
  type Problem,
  resolveAssumptions,
} from "../src/core/index.ts";
import { NO_RULES } from "../src/core/regionalization/plan-rules.ts";
import { ledgerArbitrary, limitsArbitrary } from "./problem-builder.ts";
import {
  box,
  type Point,
  type TestBarrier,
  type TestCompound,
  worldFromPolygons,
} from "./world-builder.ts";

/** A small problem whose links follow from its shapes, so that gaps and crossings can be changed. */
export interface ShapedProblem {
  readonly compounds: readonly TestCompound[];
  readonly barriers: readonly TestBarrier[];
  readonly crossings: readonly Point[];
  /** pairs cut by hand */
  readonly removed: readonly (readonly [number, number])[];
  readonly parameters: Partial<PlanParameters>;
  readonly rules?: PlanRules;
}

export function shapedProblem(given: ShapedProblem): Problem {
  const { compounds, barriers, crossings, removed } = given;
  const world = worldFromPolygons(compounds, { barriers, crossings });
  const parameters = { ...DEFAULT_PARAMETERS, ...given.parameters };
  const { gapM, links } = parameters;
  const graph = buildGraph(world, { gapM, links, added: [], removed });
  const estimator = createEstimator(world, graph, resolveAssumptions({}));
  return createProblem({ world, graph, estimator, parameters, rules: given.rules ?? NO_RULES });
}

/** Boxes along a street of uneven lanes, some across a river, in two 社区. */
export const shapedProblems: fc.Arbitrary<ShapedProblem> = fc
  .record({
    lots: fc.array(
      fc.record({
        ledger: ledgerArbitrary,
        lane: fc.oneof(fc.integer({ min: 2, max: 25 }), fc.integer({ min: 2, max: 70 })),
        row: fc.constantFrom(0, 0, 1),
      }),
      { minLength: 2, maxLength: 6 },
    ),
    limits: limitsArbitrary.map((limits) => ({ ...limits, maxBreakEvenFeeYuanPerM2Month: null })),
    river: fc.option(fc.constantFrom(0, 1, 2, 3)),
    crossing: fc.boolean(),
    cut: fc.option(fc.nat(4)),
    envelope: fc.constantFrom("community" as const, "terrain" as const),
  })
  .map(({ lots, limits, river: behind, crossing, cut, envelope }) => {
    let x = 0;
    let river: number | null = null;
    const compounds = lots.map(({ ledger, lane, row }, i): TestCompound => {
      if (i === behind) river = x + 41;
      x += row === 0 ? lane + 40 : 0;
      return { ...ledger, parts: box(x + (lane % 9) / 10, row * 60, 40, 40) };
    });
    const n = lots.length;
    const pair = cut === null ? null : ([cut % n, (cut + 1) % n] as const);
    return {
      compounds,
      barriers:
        river === null
          ? []
          : [
              {
                paths: [
                  [
                    [river, -100],
                    [river, 200],
                  ] as const,
                ],
              },
            ],
      crossings: crossing && river !== null ? [[river, 20] as const] : [],
      removed: pair === null || pair[0] === pair[1] ? [] : [pair],
      parameters: { limits, envelope },
    };
  });
