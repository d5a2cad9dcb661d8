import fc from "fast-check";
import { ASSUMPTIONS } from "../src/core/estimate/defaults.ts";
import type { AssumptionValues, Lock, PlanRules, Zoning } from "../src/core/index.ts";
import { NO_RULES } from "../src/core/regionalization/plan-rules.ts";
import { type GridProblem, gridProblems } from "./problem-builder.ts";

/** Positions that are turned into compound indices by the size of the world. */
const position = fc.nat(30);

const rulesArbitrary = fc.record({
  must: fc.array(fc.array(position, { minLength: 2, maxLength: 3 }), { maxLength: 2 }),
  never: fc.array(fc.tuple(position, position), { maxLength: 3 }),
  locks: fc.array(
    fc.record({
      compounds: fc.array(position, { minLength: 1, maxLength: 3 }),
      whole: fc.boolean(),
    }),
    { maxLength: 2 },
  ),
});

function readRules(
  drawn: typeof rulesArbitrary extends fc.Arbitrary<infer T> ? T : never,
  n: number,
) {
  const at = (k: number) => k % n;
  return {
    mustTogether: drawn.must.map((group) => group.map(at)),
    neverTogether: drawn.never
      .map(([a, b]): [number, number] => [at(a), at(b)])
      .filter(([a, b]) => a !== b),
    locks: drawn.locks.map(
      ({ compounds, whole }, k): Lock => ({
        id: `L${k}`,
        name: `锁定${k}`,
        compounds: compounds.map(at),
        whole,
      }),
    ),
  } satisfies PlanRules;
}

/** Random grid problems with random rules, anchors among the compounds. */
export function ruledProblems(size: {
  readonly min: number;
  readonly max: number;
}): fc.Arbitrary<GridProblem> {
  return fc
    .record({
      grid: gridProblems(size),
      rules: rulesArbitrary,
      anchors: fc.array(fc.boolean(), { minLength: size.max, maxLength: size.max }),
      anchorsAsSeeds: fc.boolean(),
    })
    .map(({ grid, rules, anchors, anchorsAsSeeds }) => ({
      ...grid,
      ledger: grid.ledger.map((values, i) => ({ ...values, anchor: anchors[i] })),
      parameters: { ...grid.parameters, anchorsAsSeeds },
      rules: readRules(rules, grid.ledger.length),
    }));
}

/** Factors on assumptions drawn by position, so that no name of one is needed. */
const assumptionsArbitrary = fc
  .array(fc.tuple(fc.nat(200), fc.constantFrom(0, 0.5, 1.5, 3)), { maxLength: 4 })
  .map((drawn): Partial<AssumptionValues> => {
    const changed = drawn.map(([at, factor]) => {
      const { key, default: value } = ASSUMPTIONS[at % ASSUMPTIONS.length];
      return [key, value * factor] as const;
    });
    return Object.fromEntries(changed);
  });

/** A zoning to start from: any districts at all, valid or not. */
function startOf(homes: readonly number[]): Zoning {
  const ids = [...new Set(homes.filter((home) => home >= 0))];
  return {
    districts: ids.map((id) => ({ id: `S${id}`, name: `${id}` })),
    assignment: Int32Array.from(homes, (home) => ids.indexOf(home)),
    reason: new Uint8Array(homes.length),
  };
}

/**
 * Random grid problems with anything that a recipe may hold: limits, envelope, rules, anchors,
 * changed assumptions, a start. Half of them have no rules of a person.
 */
export function anyProblems(size: {
  readonly min: number;
  readonly max: number;
}): fc.Arbitrary<GridProblem> {
  return fc
    .record({
      ruled: ruledProblems(size),
      plain: fc.boolean(),
      assumptions: assumptionsArbitrary,
      homes: fc.option(
        fc.array(fc.integer({ min: -1, max: 3 }), { minLength: size.max, maxLength: size.max }),
      ),
      envelope: fc.constantFrom("community", "street", "terrain"),
    })
    .map(({ ruled, plain, assumptions, homes, envelope }): GridProblem => {
      const start = homes === null ? null : startOf(homes.slice(0, ruled.ledger.length));
      const parameters = { ...ruled.parameters, envelope } as const;
      const rules = plain ? NO_RULES : (ruled.rules ?? NO_RULES);
      return { ...ruled, parameters, assumptions, start, rules };
    });
}
